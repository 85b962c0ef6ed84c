// Checks a grammar: do its rules do what their examples say, alone and together?
#pragma once

#include <string>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest {

/// What was found wrong with one rule: one sentence each.
struct RuleReport {
  const Rule* rule = nullptr;
  std::vector<std::string> problems;
};

/// One report for each rule of the grammar, in its order. A rule is at fault when
/// - it has no example or no counter-example;
/// - it does not find what an example says, or not with that value (rules of the mentions stage are
///   run together with all others, rules of other stages alone);
/// - it finds something in a counter-example;
/// - another rule of the same priority reads the same characters of an example differently;
/// - its pattern can backtrack without bound.
std::vector<RuleReport> check_grammar(const Grammar& grammar);

/// Why the pattern of a rule can backtrack without bound; empty when it cannot. Looks for repeats
/// inside repeats that can share their text, and runs the pattern on texts made to mislead it.
std::string unbounded_backtracking(const Rule& rule);

}  // namespace handvest
