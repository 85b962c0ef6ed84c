#include "meaning/reading/shingles.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return (c & 0x80) == 0; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || !is_ascii(c);
}

// The finaliser of SplitMix64.
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

// Of a word of letters a to z and figures, upper or lower case (FNV-1a).
std::uint64_t hash_of(std::string_view word) {
  constexpr char kLowerCase = 0x20;  // leaves figures as they are
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c | kLowerCase)) * 0x100000001b3U;
  }
  return hash;
}

// Calls `visit` with each word as letters a to z and figures.
template <typename Visit>
void each_word(std::string_view text, const Visit& visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    bool ascii = true;
    std::size_t end = begin;
    for (; end < text.size() && is_word(text[end]); ++end) ascii = ascii && is_ascii(text[end]);
    const std::string_view token = text.substr(begin, end - begin);
    begin = end + 1;
    if (token.empty()) continue;
    if (ascii) {
      visit(token);
      continue;
    }
    const std::string folded = fold(token);  // 'coördinatie', '40–60', '€'
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t blank = std::min(folded.find(' ', at), folded.size());
      visit(std::string_view(folded).substr(at, blank - at));
      at = blank + 1;
    }
  }
}

std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

// 'conciërges' and 'conciërge' are one word.
std::string_view stem(std::string_view word) {
  if (word.ends_with('s') || word.ends_with('n')) word.remove_suffix(1);
  if (word.ends_with('e')) word.remove_suffix(1);
  return word;
}

std::size_t shared(const Shingles& a, const Shingles& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count;
    const bool advance_first = *i <= *j;
    const bool advance_second = *j <= *i;
    if (advance_first) ++i;
    if (advance_second) ++j;
  }
  return count;
}

}  // namespace

Shingles shingles_of(std::string_view text) {
  constexpr std::size_t kBytesOfWord = 6;
  Shingles pairs;
  pairs.reserve(text.size() / kBytesOfWord);
  std::uint64_t last = 0;
  bool begun = false;
  each_word(text, [&](std::string_view word) {
    const std::uint64_t hash = hash_of(is_digit(word.front()) ? "0" : word);
    if (begun) pairs.push_back(mixed(last * 3 + hash));
    begun = true;
    last = hash;
  });
  return sorted(std::move(pairs));
}

Words long_words_of(std::string_view text) {
  constexpr std::size_t kShortest = 6;
  Words words;
  each_word(text, [&](std::string_view word) {
    if (word.size() >= kShortest) words.push_back(hash_of(stem(word)));
  });
  return sorted(std::move(words));
}

double similarity(const Shingles& a, const Shingles& b) {
  const std::size_t both = shared(a, b);
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

double containment(const Shingles& a, const Shingles& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(shared(a, b)) / static_cast<double>(smaller);
}

}  // namespace handvest::meaning
