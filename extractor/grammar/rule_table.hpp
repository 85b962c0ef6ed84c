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

  bool empty() const { return any_of.empty() && none_of.empty(); }
};

/// A label of the automata over rules is a place in `rules`; one of those over contexts a place in
/// `context_edges`.
struct RuleTable {
  struct Entry {
    const Rule* rule = nullptr;
    ContextLabels before;
    ContextLabels after;
  };

  /// The rules must outlive the table.
  explicit RuleTable(const std::vector<const Rule*>& given);

  std::vector<Entry> rules;
  std::vector<bool> context_edges;  ///< must the context's far end be a word edge?
};

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
