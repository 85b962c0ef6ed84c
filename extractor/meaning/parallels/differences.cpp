#include "meaning/parallels/differences.hpp"

#include <algorithm>
#include <array>

namespace handvest::meaning {
namespace {

using Words = std::vector<std::string_view>;

Words values_of(const Extract& extract) {
  Words values;
  for (const Placed& placed : placed_in(extract.passage->mentions, extract.at)) {
    values.push_back(placed.mention->normalized);
  }
  return values;
}

constexpr std::array<bool, 256> gaps() {
  std::array<bool, 256> gaps{};
  for (const char c : {' ', ',', ';', ':', '(', ')', '"'})
    gaps[static_cast<unsigned char>(c)] = true;
  return gaps;
}

constexpr std::array<bool, 256> kGaps = gaps();

bool is_gap(char c) { return kGaps[static_cast<unsigned char>(c)]; }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

// Words with a capital inside a sentence, in the order of the text.
Words names_of(const Extract& extract) {
  const std::string_view text = slice(extract.passage->text, extract.at);
  Words names;
  bool sentence_start = true;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_gap(text[end])) ++end;
    std::string_view word = text.substr(begin, end - begin);
    const bool stop = !word.empty() && (word.back() == '.' || word.back() == '?');
    while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
    if (word.size() > 1 && is_upper(word[0]) && !sentence_start) names.push_back(word);
    if (!word.empty() || stop) sentence_start = stop;
    begin = end + 1;
  }
  return names;
}

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

bool holds(const Words& sorted_words, std::string_view word) {
  return std::binary_search(sorted_words.begin(), sorted_words.end(), word);
}

}  // namespace

Differences::Differences(const Extract& standard)
    : values_(sorted(values_of(standard))), names_(sorted(names_of(standard))) {}

std::vector<std::string> Differences::of(const Extract& member) const {
  std::vector<std::string> result;
  for (const std::string_view value : values_of(member)) {
    if (!holds(values_, value)) result.emplace_back(value);
  }
  for (const std::string_view name : names_of(member)) {
    const bool seen = std::find(result.begin(), result.end(), name) != result.end();
    if (!seen && !holds(names_, name)) result.emplace_back(name);
  }
  return result;
}

}  // namespace handvest::meaning
