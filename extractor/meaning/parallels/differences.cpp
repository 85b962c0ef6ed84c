#include "meaning/parallels/differences.hpp"

#include <algorithm>
#include <array>

#include "meaning/reading/letters.hpp"

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
  constexpr Letters kEach = 0x0101010101010101U;
  constexpr Letters kTops = 0x80 * kEach;
  for (; from + kLettersAtOnce <= text.size(); from += kLettersAtOnce) {
    const Letters letters = letters_at(text.data() + from);
    const Letters low = letters & ~kTops;  // so that no sum carries into the next byte
    const Letters from_a = low + kEach * (0x80 - 'A');
    const Letters beyond_z = low + kEach * (0x80 - 'Z' - 1);
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

// Words with a capital inside a sentence that begin in `part`, in the order of the text.
Words names_in(std::string_view text, Span part) {
  Words names;
  const std::string_view looked_at = text.substr(0, part.end);
  for (std::size_t begin = next_capital(looked_at, part.begin); begin < part.end;
       begin = next_capital(looked_at, begin + 1)) {
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

// How many letters two texts have in common from their begin on.
std::size_t common_begin(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at + kLettersAtOnce <= most && letters_at(a.data() + at) == letters_at(b.data() + at)) {
    at += kLettersAtOnce;
  }
  while (at < most && a[at] == b[at]) ++at;
  return at;
}

// The same up to their end.
std::size_t common_end(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  std::size_t size = 0;
  while (size + kLettersAtOnce <= most &&
         letters_at(a_end - size - kLettersAtOnce) == letters_at(b_end - size - kLettersAtOnce)) {
    size += kLettersAtOnce;
  }
  while (size < most && a_end[-1 - static_cast<std::ptrdiff_t>(size)] ==
                            b_end[-1 - static_cast<std::ptrdiff_t>(size)]) {
    ++size;
  }
  return size;
}

// Where names may begin that `other` has not. What the words at the begin and at the end of both
// say is the same, but for the first of those at the end: what stands before it tells whether a
// sentence begins with it, and behind marks with the next.
Span different_part(std::string_view text, std::string_view other) {
  std::size_t begin = common_begin(text, other);
  while (begin > 0 && !is_gap(text[begin - 1])) --begin;
  std::size_t end = text.size() - common_end(text, other);
  while (end < text.size() && !is_gap(text[end])) ++end;
  while (end < text.size() && (is_gap(text[end]) || is_punctuation(text[end]))) ++end;
  while (end < text.size() && !is_gap(text[end])) ++end;
  return {begin, std::max(begin, end)};
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
      names_(sorted(names_in(text_, {0, text_.size()}))) {}

std::vector<std::string> Differences::of(const Extract& member) const {
  std::vector<std::string> result;
  for (const std::string_view value : values_of(member)) {
    if (!holds(values_, value)) result.emplace_back(value);
  }
  const std::string_view text = text_of(member);
  if (text == text_) return result;
  for (const std::string_view name : names_in(text, different_part(text, text_))) {
    const bool seen = std::find(result.begin(), result.end(), name) != result.end();
    if (!seen && !holds(names_, name)) result.emplace_back(name);
  }
  return result;
}

}  // namespace handvest::meaning
