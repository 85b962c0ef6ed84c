#include "mentions/mentions.hpp"

#include <algorithm>
#include <cstdint>

#include "mentions/reading.hpp"
#include "mentions/view.hpp"

namespace handvest {
namespace {

std::optional<MentionType> type_of(std::string_view yields) {
  for (int i = 0; i <= static_cast<int>(MentionType::reference); ++i) {
    const auto type = static_cast<MentionType>(i);
    if (yields == name_of(type)) return type;
  }
  return std::nullopt;
}

// Turns the hits of one text into mentions.
class Collector {
 public:
  Collector(std::string_view source, const TextView& view, const std::vector<Span>& marks,
            const Grammar& grammar)
      : source_(source), view_(view), marks_(marks), lexicon_(grammar) {}

  void add(const Hit& hit);
  Mentions result;

 private:
  Span source_span(const Span& span) const;
  bool is_mark(const Span& span);
  void warn(const char* code, const std::string& message, const Span& span) {
    result.warnings.push_back({code, message, source_span(span)});
  }
  std::optional<Found> found(const Hit& hit);

  std::string_view source_;
  const TextView& view_;
  const std::vector<Span>& marks_;
  std::size_t next_mark_ = 0;  ///< marks before it end before the last hit
  Lexicon lexicon_;
};

Span Collector::source_span(const Span& span) const {
  Span result_span = view_.to_source(span);
  const auto continues = [&](std::size_t at) {
    return at < source_.size() && (static_cast<std::uint8_t>(source_[at]) & 0xC0U) == 0x80U;
  };
  while (continues(result_span.end)) ++result_span.end;
  return result_span;
}

// List and section numbers, footnote marks, page numbers of a table of contents.
bool Collector::is_mark(const Span& span) {
  while (next_mark_ < marks_.size() && marks_[next_mark_].end <= span.begin) ++next_mark_;
  return next_mark_ < marks_.size() && marks_[next_mark_].overlaps(span);
}

std::optional<Found> Collector::found(const Hit& hit) {
  const std::string_view text = slice(view_.text(), hit.span);
  if (!hit.rule->pattern.has_groups()) return Found(text, {{0, text.size()}, {}}, *hit.rule);
  try {
    auto match = hit.rule->pattern.full_match_or_throw(text);
    if (match) return Found(text, std::move(*match), *hit.rule);
    warn("rule-failed", "rule " + hit.rule->id + " found this text but could not divide it",
         hit.span);
  } catch (const std::runtime_error&) {
    warn("rule-too-complex", "rule " + hit.rule->id + " grew too complex on this text", hit.span);
  }
  return std::nullopt;
}

void Collector::add(const Hit& hit) {
  const auto type = type_of(hit.rule->yields);
  if (!type || is_mark(source_span(hit.span))) return;
  const auto parts = found(hit);
  if (!parts) return;
  auto reading = read_value(*type, *parts, lexicon_);
  if (!reading) {
    warn("unreadable-value", "rule " + hit.rule->id + " found this text, but it has no value",
         hit.span);
    return;
  }
  Mention mention;
  mention.type = *type;
  mention.span = source_span(hit.span);
  mention.normalized = std::move(reading->normalized);
  mention.value = std::move(reading->value);
  mention.rule = hit.rule->id;
  if (!reading->doubt.empty())
    warn("damaged-value", "the value was guessed: " + reading->doubt, hit.span);
  result.mentions.push_back(std::move(mention));
}

}  // namespace

Mentions find_mentions(const SourceText& source, const Outline& outline, const Grammar& grammar) {
  const Dispatcher* const dispatcher = grammar.dispatcher("mentions");
  if (dispatcher == nullptr) return {};
  const TextView view(source.text);
  Collector collector(source.text, view, outline.marks, grammar);
  for (const Hit& hit : dispatcher->scan(view.text())) collector.add(hit);
  return std::move(collector.result);
}

}  // namespace handvest
