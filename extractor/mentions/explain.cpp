#include "mentions/explain.hpp"

#include "mentions/reading.hpp"
#include "mentions/view.hpp"

namespace handvest {
namespace {

const char* reason_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::won:
      return "won: the longest match, of the highest priority";
    case Outcome::shorter:
      return "lost: another match here is longer";
    case Outcome::lower:
      return "lost: as long as the winner, but of lower priority or further down in the grammar";
    case Outcome::inside_word:
      return "lost: a letter or digit follows";
    case Outcome::before:
      return "lost: what stands before it does not fit the rule";
    case Outcome::after:
      return "lost: what follows does not fit the rule";
  }
  return "";
}

// The first place of the view whose source is not before `offset`.
std::size_t view_offset(const TextView& view, std::size_t offset) {
  std::size_t low = 0;
  std::size_t high = view.text().size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (view.to_source({middle, middle}).begin < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

std::vector<Explanation> explain_mentions(const SourceText& source, const Grammar& grammar,
                                          const Span& range) {
  const Dispatcher* const dispatcher = grammar.dispatcher("mentions");
  if (dispatcher == nullptr) return {};
  const Lexicon lexicon(grammar);
  const TextView view(source.text);
  const Span part{view_offset(view, range.begin), view_offset(view, range.end)};
  std::vector<Explanation> explanations;
  const auto accept = [&](const Hit& hit) { return is_readable(view.text(), hit, lexicon); };
  for (const auto& attempt : dispatcher->attempts(view.text(), part, accept)) {
    Explanation explanation{attempt.hit.rule, view.to_source(attempt.hit.span), {}, false, {}};
    explanation.reason = reason_of(attempt.outcome);
    explanation.won = attempt.outcome == Outcome::won;
    if (const auto reading = read_hit(view.text(), attempt.hit, lexicon)) {
      explanation.value = reading->normalized;
    } else if (mention_type(attempt.hit.rule->yields)) {
      explanation.reason += "; it has no value";
    }
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

}  // namespace handvest
