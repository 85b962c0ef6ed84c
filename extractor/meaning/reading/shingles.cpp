#include "meaning/reading/shingles.hpp"

#include <algorithm>

namespace handvest::meaning {
HashSet shingles_of(std::string_view text) {
  const HashedWords words = words_of(text);
  HashSet shingles;
  for (std::size_t i = 1; i < words.size(); ++i)
    shingles.push_back(pair_of(words[i - 1], words[i]));
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
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

}  // namespace handvest::meaning
