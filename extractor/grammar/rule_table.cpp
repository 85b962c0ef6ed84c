#include "grammar/rule_table.hpp"

#include <algorithm>

#include "grammar/byte_kinds.hpp"
#include "grammar/grammar.hpp"
#include "grammar/lazy_automaton.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

// Labels of rules and contexts are numbered in 16 bits.
constexpr std::size_t kMostLabels = 60000;

constexpr std::uint64_t kEveryKind = ~std::uint64_t{0};
static_assert(kByteKinds == 64);

std::uint64_t kinds_of(const Condition& condition) {
  const bool before = condition.place == Condition::Place::before;
  Automaton automaton(before ? Automaton::Direction::backward : Automaton::Direction::forward);
  automaton.add(parse_expression(condition.expression, condition.options), 0);
  LazyAutomaton context(automaton);
  if (context.accepts(context.start())) return kEveryKind;
  std::uint64_t kinds = 0;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto value = static_cast<std::uint8_t>(byte);
    if (context.can_begin(value)) kinds |= std::uint64_t{1} << kind_of_byte(value);
  }
  return kinds;
}

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

RuleTable::RuleTable(const std::vector<const Rule*>& given, const std::uint64_t* kinds) {
  std::vector<const Rule*> ordered = given;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  for (const Rule* rule : ordered) {
    rules.push_back({rule, rule->right_edge, {}, {}});
    for (const auto& condition : rule->conditions) {
      const bool is_before = condition.place == Condition::Place::before;
      ContextLabels& side = is_before ? rules.back().before : rules.back().after;
      const auto label = static_cast<std::uint16_t>(context_edges.size());
      (condition.wanted ? side.any_of : side.none_of).push_back(label);
      (condition.wanted ? side.any_kinds : side.none_kinds) |=
          kinds != nullptr ? kinds[label] : kEveryKind;
      context_edges.push_back(condition.word_edge);
    }
    if (rules.size() > kMostLabels || context_edges.size() > kMostLabels) {
      throw Error(ErrorCode::bad_grammar, {rule->file, rule->line, 0, 0},
                  "there are too many rules in one stage");
    }
  }
}

std::vector<std::uint64_t> context_kinds(const RuleTable& table) {
  std::vector<std::uint64_t> kinds;
  for (const auto& entry : table.rules) {
    for (const auto& condition : entry.rule->conditions) kinds.push_back(kinds_of(condition));
  }
  return kinds;
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
