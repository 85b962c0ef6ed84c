#include "mentions/context.hpp"

#include <algorithm>
#include <cstdint>

#include "grammar/dispatcher.hpp"

namespace handvest {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Equal without case, a line end counting as a blank.
bool same(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                    [](char a, char b) { return lower(a == '\n' ? ' ' : a) == b; });
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

Qualifier qualifier_named(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Qualifier::less_than); ++i) {
    if (name == name_of(static_cast<Qualifier>(i))) return static_cast<Qualifier>(i);
  }
  return Qualifier::none;
}

}  // namespace

ContextWords::BySuffix ContextWords::by_suffix(
    const std::vector<std::pair<std::string, std::string>>& words) {
  BySuffix result;
  for (const auto& [form, value] : words) {
    if (form.empty()) continue;
    result[static_cast<std::uint8_t>(lower(form.back()))].push_back({lower_case(form), value});
  }
  for (auto& bucket : result) {
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Word& a, const Word& b) { return a.form.size() > b.form.size(); });
  }
  return result;
}

ContextWords::ContextWords(const Lexicon& lexicon)
    : qualifiers_(by_suffix(lexicon.words(WordGroup::qualifier))),
      measure_qualifiers_(by_suffix(lexicon.words(WordGroup::measure_qualifier))),
      rates_before_(by_suffix(lexicon.words(WordGroup::rate))) {
  for (const auto& [form, value] : lexicon.words(WordGroup::rate)) {
    if (form.empty()) continue;
    rates_[static_cast<std::uint8_t>(lower(form.front()))].push_back({lower_case(form), value});
  }
}

const std::string* ContextWords::ending_at(const BySuffix& words, std::string_view text,
                                           std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  if (end == 0) return nullptr;
  for (const Word& word : words[static_cast<std::uint8_t>(lower(text[end - 1]))]) {
    if (word.form.size() > end) continue;
    const std::size_t begin = end - word.form.size();
    if (!same(text.substr(begin, word.form.size()), word.form)) continue;
    if (!(word_ends_at(text, begin) && word_begins_at(text, begin))) return &word.value;
  }
  return nullptr;
}

Qualifier ContextWords::qualifier_before(std::string_view text, std::size_t begin,
                                         MentionType type) const {
  const std::string* name = ending_at(qualifiers_, text, begin);
  if (name == nullptr && type != MentionType::number) {
    name = ending_at(measure_qualifiers_, text, begin);
  }
  return name == nullptr ? Qualifier::none : qualifier_named(*name);
}

std::string ContextWords::rate_beside(std::string_view text, const Span& span) const {
  if (span.end + 1 < text.size() && text[span.end] == ' ') {
    for (const Word& word : rates_[static_cast<std::uint8_t>(lower(text[span.end + 1]))]) {
      const std::size_t end = span.end + 1 + word.form.size();
      if (end > text.size() || !same(text.substr(span.end + 1, word.form.size()), word.form))
        continue;
      if (!(word_ends_at(text, end) && word_begins_at(text, end))) return word.value;
    }
  }
  const std::string* const before = ending_at(rates_before_, text, span.begin);
  return before == nullptr ? std::string() : *before;
}

}  // namespace handvest
