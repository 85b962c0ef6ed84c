#include "grammar/rule_table.hpp"

#include <algorithm>

#include "grammar/grammar.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

// Labels of rules and contexts are numbered in 16 bits.
constexpr std::size_t kMostLabels = 60000;

void add_rule(const Rule& rule, std::uint32_t label, std::uint32_t context,
              RuleAutomata& automata) {
  const Syntax syntax = parse_expression(rule.pattern.expression(), rule.pattern.options());
  automata.at_edge.add(syntax, label);
  if (!rule.left_edge) automata.inside.add(syntax, label);
  for (const auto& condition : rule.conditions) {
    const bool before = condition.place == Condition::Place::before;
    (before ? automata.before : automata.after)
        .add(parse_expression(condition.expression, condition.options), context++);
  }
}

}  // namespace

RuleTable::RuleTable(const std::vector<const Rule*>& given) {
  std::vector<const Rule*> ordered = given;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  for (const Rule* rule : ordered) {
    rules.push_back({rule, {}, {}});
    for (const auto& condition : rule->conditions) {
      const bool is_before = condition.place == Condition::Place::before;
      ContextLabels& side = is_before ? rules.back().before : rules.back().after;
      const auto label = static_cast<std::uint16_t>(context_edges.size());
      (condition.wanted ? side.any_of : side.none_of).push_back(label);
      context_edges.push_back(condition.word_edge);
    }
    if (rules.size() > kMostLabels || context_edges.size() > kMostLabels) {
      throw Error(ErrorCode::bad_grammar, {rule->file, rule->line, 0, 0},
                  "there are too many rules in one stage");
    }
  }
}

RuleAutomata::RuleAutomata(const RuleTable& table) {
  std::uint32_t context = 0;
  for (std::uint32_t label = 0; label < table.rules.size(); ++label) {
    const Rule& rule = *table.rules[label].rule;
    try {
      add_rule(rule, label, context, *this);
    } catch (const SyntaxError& error) {
      throw Error(ErrorCode::bad_grammar, {rule.file, rule.line, 0, 0},
                  "rule " + rule.id + ": " + error.what());
    }
    context += static_cast<std::uint32_t>(rule.conditions.size());
  }
}

}  // namespace handvest
