#include "meaning/parallels/shingles.hpp"

#include <algorithm>
#include <cctype>
#include <limits>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

// FNV-1a.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

// The finaliser of SplitMix64: a family of hash functions by seed.
std::uint64_t mixed(std::uint64_t value, std::uint64_t seed) {
  value += (seed + 1) * 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
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
  static constexpr std::string_view kFigure = "0";
  Shingles shingles;
  const std::string folded = fold(text);
  std::uint64_t last = 0;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string_view word(folded.data() + begin, end - begin);
    if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) word = kFigure;
    const std::uint64_t hash = hash_of(word);
    if (begin > 0) shingles.push_back(mixed(last, hash));
    last = hash;
    begin = end + 1;
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
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

MinHash min_hash(const Shingles& shingles) {
  MinHash least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t shingle : shingles) {
    for (std::size_t i = 0; i < kSignature; ++i) least[i] = std::min(least[i], mixed(shingle, i));
  }
  return least;
}

}  // namespace handvest::meaning
