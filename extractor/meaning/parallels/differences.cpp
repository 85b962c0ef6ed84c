#include "meaning/parallels/differences.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

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

// The first capital at `from` or later, or the end: letters are looked at eight at a time.
std::size_t next_capital(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kTops = 0x80 * kEach;
  std::uint64_t letters = 0;
  for (; from + sizeof letters <= text.size(); from += sizeof letters) {
    std::memcpy(&letters, text.data() + from, sizeof letters);
    const std::uint64_t low = letters & ~kTops;  // so that no sum carries into the next byte
    const std::uint64_t from_a = low + kEach * (0x80 - 'A');
    const std::uint64_t beyond_z = low + kEach * (0x80 - 'Z' - 1);
    if ((from_a & ~beyond_z & ~letters & kTops) != 0) break;
  }
  while (from < text.size() && (text[from] < 'A' || text[from] > 'Z')) ++from;
  return from;
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

// Does the word at `begin` stand at the begin of a sentence? Marks that stand alone ('-') are
// passed over.
bool begins_sentence(std::string_view text, std::size_t begin) {
  while (begin > 0) {
    std::size_t end = begin;
    while (begin > 0 && !is_gap(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (!word.empty() && (word.back() == '.' || word.back() == '?')) return true;
    if (!std::all_of(word.begin(), word.end(), is_punctuation)) return false;
    while (begin > 0 && is_gap(text[begin - 1])) --begin;
  }
  return true;
}

std::string_view text_of(const Extract& extract) {
  return slice(extract.passage->text, extract.at);
}

// Words with a capital inside a sentence, in the order of the text.
Words names_of(std::string_view text) {
  Words names;
  for (std::size_t begin = next_capital(text, 0); begin < text.size();
       begin = next_capital(text, begin + 1)) {
    if (begin > 0 && !is_gap(text[begin - 1])) continue;
    std::size_t end = begin;
    while (end < text.size() && !is_gap(text[end])) ++end;
    while (is_punctuation(text[end - 1])) --end;
    if (end - begin > 1 && !begins_sentence(text, begin)) {
      names.push_back(text.substr(begin, end - begin));
    }
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
    : text_(text_of(standard)),
      values_(sorted(values_of(standard))),
      names_(sorted(names_of(text_))) {}

std::vector<std::string> Differences::of(const Extract& member) const {
  std::vector<std::string> result;
  for (const std::string_view value : values_of(member)) {
    if (!holds(values_, value)) result.emplace_back(value);
  }
  const std::string_view text = text_of(member);
  if (text == text_) return result;
  for (const std::string_view name : names_of(text)) {
    const bool seen = std::find(result.begin(), result.end(), name) != result.end();
    if (!seen && !holds(names_, name)) result.emplace_back(name);
  }
  return result;
}

}  // namespace handvest::meaning
