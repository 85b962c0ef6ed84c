// The rules of a dispatcher in the order in which they win, and the automata made of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/automaton.hpp"

namespace handvest {

struct Rule;

/// Labels of the contexts that must, and that must not, stand on one side of a match.
struct ContextLabels {
  std::vector<std::uint16_t> any_of;
  std::vector<std::uint16_t> none_of;
  std::uint64_t any_kinds = 0;   ///< a bit for each kind of byte that any_of can have at the match
  std::uint64_t none_kinds = 0;  ///< the same of none_of

  // What the byte beside a match, given as a bit for its kind, tells of most matches.
  bool cannot_hold(std::uint64_t kind) const { return !any_of.empty() && (any_kinds & kind) == 0; }
  bool must_hold(std::uint64_t kind) const { return any_of.empty() && (none_kinds & kind) == 0; }
};

/// A label of the automata over rules is a place in `rules`; one of those over contexts a place in
/// `context_edges`.
struct RuleTable {
  struct Entry {
    const Rule* rule = nullptr;
    bool right_edge = true;  ///< of the rule
    ContextLabels before;
    ContextLabels after;
  };

  /// The rules must outlive the table. `kinds` are those of context_kinds(); they may be unknown.
  explicit RuleTable(const std::vector<const Rule*>& given, const std::uint64_t* kinds = nullptr);

  std::vector<Entry> rules;
  std::vector<bool> context_edges;  ///< must the context's far end be a word edge?
};

/// By context, a bit for each kind of byte that can stand between it and a match. The text's ends
/// count as line ends.
std::vector<std::uint64_t> context_kinds(const RuleTable& table);

/// Everything that a dispatcher looks for.
struct RuleAutomata {
  Automaton at_edge;  ///< all rules
  Automaton inside;   ///< rules that may begin inside a word
  Automaton before{Automaton::Direction::backward};
  Automaton after;

  /// Throws Error (bad_grammar) for a rule whose pattern an automaton cannot follow.
  explicit RuleAutomata(const RuleTable& table);
};

}  // namespace handvest
