#include "mentions/check.hpp"

#include <algorithm>

#include "mentions/mentions.hpp"
#include "mentions/reading.hpp"
#include "mentions/view.hpp"

namespace handvest {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

// Rules that run through the dispatcher, with all others beside them.
class DispatchedCheck {
 public:
  DispatchedCheck(const Grammar& grammar, const Dispatcher& dispatcher)
      : dispatcher_(dispatcher), lexicon_(grammar) {}

  void check(const Rule& rule, std::vector<std::string>& problems) const {
    for (const auto& example : rule.examples) check_example(rule, example, problems);
    for (const auto& text : rule.counterexamples) {
      for (const auto& hit : winners(TextView(text).text())) {
        if (hit.rule == &rule)
          problems.push_back("finds something in the counter-example " + quoted(text));
      }
    }
  }

 private:
  std::vector<Hit> winners(std::string_view text) const {
    std::vector<Hit> hits;
    dispatcher_.scan(text, [&](const Hit& hit) {
      const bool good = is_readable(text, hit, lexicon_);
      if (good) hits.push_back(hit);
      return good;
    });
    return hits;
  }

  void check_example(const Rule& rule, const Example& example,
                     std::vector<std::string>& problems) const {
    const TextView view(example.text);
    for (const auto& hit : winners(view.text())) {
      if (slice(example.text, view.to_source(hit.span)) != example.finds) continue;
      if (hit.rule != &rule) {
        problems.push_back("loses " + quoted(example.finds) + " to the rule " + hit.rule->id);
        return;
      }
      const auto reading = read_hit(view.text(), hit, lexicon_);
      const bool has_value = !example.value.empty() || rule.yields != "reference";
      if (reading && has_value && reading->normalized != example.value) {
        problems.push_back("reads " + quoted(example.finds) + " as " + reading->normalized +
                           ", not as " + example.value);
      }
      return check_ambiguity(view.text(), hit, problems);
    }
    problems.push_back("does not find " + quoted(example.finds) + " in " + quoted(example.text));
  }

  void check_ambiguity(std::string_view text, const Hit& winner,
                       std::vector<std::string>& problems) const {
    const auto mine = read_hit(text, winner, lexicon_);
    const auto accept = [&](const Hit& hit) { return is_readable(text, hit, lexicon_); };
    for (const auto& attempt : dispatcher_.attempts(text, winner.span, accept)) {
      if (attempt.hit.span != winner.span || attempt.outcome != Outcome::lower) continue;
      if (attempt.hit.rule->priority != winner.rule->priority) continue;
      const auto other = read_hit(text, attempt.hit, lexicon_);
      const bool readable = other.has_value() || attempt.hit.rule->yields == "none";
      const bool same = attempt.hit.rule->yields == winner.rule->yields && mine && other &&
                        mine->normalized == other->normalized;
      if (readable && !same) {
        problems.push_back(quoted(slice(text, winner.span)) + " is ambiguous: the rule " +
                           attempt.hit.rule->id + " of the same priority reads it as " +
                           (other ? other->normalized : "no mention"));
      }
    }
  }

  const Dispatcher& dispatcher_;
  Lexicon lexicon_;
};

// Rules of other stages: their pattern alone. Many of them are matched against whole lines.
bool finds_alone(const Rule& rule, const Example& example) {
  if (example.finds == example.text && rule.pattern.full_match(example.text)) return true;
  std::size_t from = 0;
  while (const auto match = rule.pattern.search(example.text, from)) {
    const auto is_it = [&](const Span& span) { return slice(example.text, span) == example.finds; };
    if (example.finds.empty() || is_it(match->span)) return true;
    for (const auto& [name, span] : match->groups) {
      if (is_it(span)) return true;
    }
    from = std::max(match->span.end, match->span.begin + 1);
    if (from >= example.text.size()) break;
  }
  return false;
}

void check_alone(const Rule& rule, std::vector<std::string>& problems) {
  for (const auto& example : rule.examples) {
    if (!finds_alone(rule, example)) {
      problems.push_back("does not find " + quoted(example.finds) + " in " + quoted(example.text));
    }
  }
  for (const auto& text : rule.counterexamples) {
    if (!rule.pattern.full_match(text)) continue;
    problems.push_back("matches the counter-example " + quoted(text));
  }
}

}  // namespace

std::vector<RuleReport> check_grammar(const Grammar& grammar) {
  const Dispatcher* const dispatcher = grammar.dispatcher("mentions");
  std::vector<RuleReport> reports;
  for (const auto& subject : grammar.subjects()) {
    const auto stage = subject.attributes.find("stage");
    const bool dispatched = stage != subject.attributes.end() && stage->second == "mentions";
    for (const auto& rule : subject.rules) {
      RuleReport report{&rule, {}};
      if (rule.examples.empty()) report.problems.emplace_back("has no example");
      if (rule.counterexamples.empty()) report.problems.emplace_back("has no counter-example");
      if (dispatched && dispatcher != nullptr) {
        DispatchedCheck(grammar, *dispatcher).check(rule, report.problems);
      } else {
        check_alone(rule, report.problems);
      }
      const std::string danger = unbounded_backtracking(rule);
      if (!danger.empty()) report.problems.push_back(danger);
      reports.push_back(std::move(report));
    }
  }
  return reports;
}

}  // namespace handvest
