#include "meaning/reading/shingles.hpp"

#include <algorithm>

namespace handvest::meaning {
namespace {

// The finaliser of SplitMix64, of which the upper half is kept.
WordHash mixed(WordHash first, WordHash second) {
  std::uint64_t value = (static_cast<std::uint64_t>(first) << 32U | second) + 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return static_cast<WordHash>(value >> 32U);
}

// Makes a set of what was appended from `size` on.
std::size_t settle(HashSet& hashes, std::size_t size) {
  const auto begin = hashes.begin() + static_cast<std::ptrdiff_t>(size);
  std::sort(begin, hashes.end());
  hashes.erase(std::unique(begin, hashes.end()), hashes.end());
  return hashes.size() - size;
}

}  // namespace

std::size_t add_shingles(const std::vector<HashedWord>& words, HashSet& to) {
  constexpr WordHash kFigure = 0;
  const std::size_t size = to.size();
  const auto hash_of = [](const HashedWord& word) { return word.figure ? kFigure : word.hash; };
  for (std::size_t i = 1; i < words.size(); ++i) {
    to.push_back(mixed(hash_of(words[i - 1]), hash_of(words[i])));
  }
  return settle(to, size);
}

HashSet shingles_of(std::string_view text) {
  HashSet shingles;
  add_shingles(words_of(text), shingles);
  return shingles;
}

std::size_t add_long_words(const std::vector<HashedWord>& words, HashSet& to) {
  const std::size_t size = to.size();
  for (const HashedWord& word : words) {
    if (word.is_long) to.push_back(word.stem);
  }
  return settle(to, size);
}

std::size_t shared(HashView a, HashView b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const WordHash left = *i;
    const WordHash right = *j;
    count += left == right ? 1 : 0;
    i += left <= right ? 1 : 0;  // no branches: which way it goes cannot be foreseen
    j += right <= left ? 1 : 0;
  }
  return count;
}

double similarity(HashView a, HashView b) {
  const std::size_t both = shared(a, b);
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

double containment(HashView a, HashView b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(shared(a, b)) / static_cast<double>(smaller);
}

}  // namespace handvest::meaning
