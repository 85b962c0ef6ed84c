#include "mentions/reading.hpp"

#include <array>

#include "grammar/part_finder.hpp"

namespace handvest {

std::string_view Found::part(std::string_view name) const {
  const auto span = match_.group(name);
  return span ? slice(text_, *span) : std::string_view();
}

std::string_view Found::part_or_attribute(std::string_view name) const {
  if (const auto text = part(name); !text.empty()) return text;
  const auto attribute = rule_.attributes.find(name);
  return attribute == rule_.attributes.end() ? std::string_view() : attribute->second;
}

namespace {

// A reference's value is its text, in one line.
Reading read_reference(const Found& found) {
  Reading reading;
  for (const char c : found.text()) reading.normalized += c == '\n' ? ' ' : c;
  return reading;
}

}  // namespace

std::optional<Reading> read_value(MentionType type, const Found& found, const Lexicon& lexicon) {
  switch (type) {
    case MentionType::number:
    case MentionType::percentage:
    case MentionType::money:
    case MentionType::age:
      return read_amount(type, found, lexicon);
    case MentionType::date:
      return read_date(found, lexicon);
    case MentionType::period:
      return read_period(found, lexicon);
    case MentionType::duration:
      return read_duration(found, lexicon);
    case MentionType::ordinal:
      return read_ordinal(found, lexicon);
    case MentionType::reference:
      return read_reference(found);
  }
  return std::nullopt;
}

std::optional<MentionType> mention_type(std::string_view yields) {
  // Asked for every match: names of another length are no match at a glance.
  constexpr auto kNames =
      std::to_array<std::string_view>({"number", "percentage", "money", "date", "period",
                                       "duration", "age", "ordinal", "reference"});
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (yields == kNames[i]) return static_cast<MentionType>(i);
  }
  return std::nullopt;
}

std::optional<Reading> read_hit(std::string_view text, const Hit& hit, const Lexicon& lexicon) {
  const auto type = mention_type(hit.rule->yields);
  if (!type) return std::nullopt;
  const std::string_view found = slice(text, hit.span);
  auto match = hit.parts->find(found);
  if (!match) return std::nullopt;
  return read_value(*type, Found(found, std::move(*match), *hit.rule), lexicon);
}

bool is_readable(std::string_view text, const Hit& hit, const Lexicon& lexicon) {
  return !mention_type(hit.rule->yields) || read_hit(text, hit, lexicon).has_value();
}

}  // namespace handvest
