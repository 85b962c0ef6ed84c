#include "mentions/mentions.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>

#include "mentions/context.hpp"
#include "mentions/enumeration.hpp"
#include "mentions/reading.hpp"
#include "mentions/table_units.hpp"
#include "mentions/table_years.hpp"
#include "mentions/view.hpp"
#include "text/diagnostic.hpp"
#include "text/lines.hpp"

namespace handvest {
namespace {

// In texts dense with figures; room that is not filled costs nothing.
constexpr std::size_t kBytesToAMention = 240;

// Mentions by their words, few of them. What a rule reads from words hangs on nothing else, and the
// years, shares and counts of a document come again and again.
class KnownWords {
 public:
  struct Entry {
    const Rule* rule = nullptr;  ///< nullptr: none yet
    std::string_view words;
    std::size_t mention = 0;
  };

  Entry& at(std::string_view words) {
    return entries_[std::hash<std::string_view>()(words) % entries_.size()];
  }

 private:
  std::array<Entry, 256> entries_;
};

// Turns the hits of one text into mentions.
class Collector {
 public:
  Collector(std::string_view source, const TextView& view, const std::vector<Span>& marks,
            const Lexicon& lexicon)
      : source_(source), view_(view), marks_(marks), lexicon_(lexicon), words_(lexicon) {
    result.mentions.reserve(source.size() / kBytesToAMention);
  }

  /// False when the rule found something that has no value; another rule may do better there.
  bool add(const Hit& hit);
  Mentions result;

 private:
  Span source_span(const Span& span) const;
  bool is_mark(const Span& span);
  bool read(const Hit& hit, const Span& span, KnownWords::Entry& known);
  void repeat(std::size_t known);
  void add_context(const Hit& hit, Mention& mention) const;

  std::string_view source_;
  const TextView& view_;
  const std::vector<Span>& marks_;
  std::size_t next_mark_ = 0;  ///< marks before it end before the last hit
  const Lexicon& lexicon_;
  ContextWords words_;
  KnownWords known_;
};

bool is_amount(MentionType type) {
  return type == MentionType::number || type == MentionType::percentage ||
         type == MentionType::money || type == MentionType::duration || type == MentionType::age;
}

Span Collector::source_span(const Span& span) const {
  Span result_span = view_.to_source(span);
  const auto continues = [&](std::size_t at) {
    return at < source_.size() && (static_cast<std::uint8_t>(source_[at]) & 0xC0U) == 0x80U;
  };
  while (continues(result_span.end)) ++result_span.end;
  return result_span;
}

// List and section numbers, footnote marks, page numbers.
bool Collector::is_mark(const Span& span) {
  while (next_mark_ < marks_.size() && marks_[next_mark_].end <= span.begin) ++next_mark_;
  return next_mark_ < marks_.size() && marks_[next_mark_].overlaps(span);
}

bool Collector::add(const Hit& hit) {
  const std::string_view words = slice(view_.text(), hit.span);
  KnownWords::Entry& known = known_.at(words);
  const bool again = known.rule == hit.rule && known.words == words;
  if (!again && !mention_type(hit.rule->yields)) return true;
  const Span span = source_span(hit.span);
  if (is_mark(span)) return true;
  if (again) {
    repeat(known.mention);
  } else if (!read(hit, span, known)) {
    return false;
  }
  Mention& mention = result.mentions.back();
  mention.span = span;
  mention.rule = hit.rule->id;
  add_context(hit, mention);
  return true;
}

// A mention with the value of what the rule found, which is known then; false where it has none.
bool Collector::read(const Hit& hit, const Span& span, KnownWords::Entry& known) {
  auto reading = read_hit(view_.text(), hit, lexicon_);
  if (!reading) return false;
  if (reading->doubt.empty()) {
    known = {hit.rule, slice(view_.text(), hit.span), result.mentions.size()};
  } else {
    result.warnings.push_back({"damaged-value", "the value was guessed: " + reading->doubt, span});
  }
  Mention& mention = result.mentions.emplace_back();
  mention.type = *mention_type(hit.rule->yields);
  mention.normalized = std::move(reading->normalized);
  mention.value = std::move(reading->value);
  return true;
}

// A mention with the value of an earlier one.
void Collector::repeat(std::size_t known) {
  Mention& mention = result.mentions.emplace_back();
  const Mention& first = result.mentions[known];
  mention.type = first.type;
  mention.normalized = first.normalized;
  mention.value = first.value;
}

void Collector::add_context(const Hit& hit, Mention& mention) const {
  if (!is_amount(mention.type)) return;
  mention.qualifier = words_.qualifier_before(view_.text(), hit.span.begin, mention.type);
  if (mention.type != MentionType::age) mention.rate = words_.rate_beside(view_.text(), hit.span);
}

// What the outline takes out of the text: its marks, and the page furniture with the page numbers.
std::vector<Span> without_mentions(const Outline& outline) {
  std::vector<Span> spans = outline.marks;
  spans.insert(spans.end(), outline.furniture.begin(), outline.furniture.end());
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return spans;
}

[[noreturn]] void refuse(const SourceText& source, std::size_t at, std::size_t most) {
  const std::size_t line = LineIndex(source.text).number_at(at);
  throw Error(ErrorCode::too_large, {source.name, line, 0, 0},
              "the text holds more than " + std::to_string(most) +
                  " numbers, dates and sums up to here; split it, or raise --max-mentions");
}

}  // namespace

Mentions find_mentions(const SourceText& source, const Outline& outline, const Grammar& grammar,
                       std::size_t most) {
  const Dispatcher* const dispatcher = grammar.dispatcher("mentions");
  if (dispatcher == nullptr) return {};
  const Lexicon lexicon(grammar);
  const TextView view(source.text);
  const std::vector<Span> marks = without_mentions(outline);
  Collector collector(source.text, view, marks, lexicon);
  const auto& mentions = collector.result.mentions;
  dispatcher->scan(view.text(), [&](const Hit& hit) {
    const bool added = collector.add(hit);
    if (mentions.size() > most) refuse(source, mentions.back().span.begin, most);
    return added;
  });
  read_years_as_counts(outline, collector.result.mentions);
  apply_table_units(source.text, outline, lexicon, collector.result.mentions);
  share_units_in_rows(source.text, lexicon, collector.result.mentions);
  return std::move(collector.result);
}

}  // namespace handvest
