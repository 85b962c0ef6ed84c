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

class Pairs {
 public:
  explicit Pairs(std::size_t bytes) { pairs_.reserve(bytes / kBytesOfWord); }

  // A word of letters a to z and figures, upper or lower case.
  void add(std::string_view word) {
    constexpr char kLowerCase = 0x20;          // leaves figures as they are
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
    if (is_digit(word.front())) word = "0";
    for (const char c : word) {
      hash = (hash ^ static_cast<unsigned char>(c | kLowerCase)) * 0x100000001b3U;
    }
    if (begun_) pairs_.push_back(mixed(last_ * 3 + hash));
    begun_ = true;
    last_ = hash;
  }

  Shingles take() {
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

 private:
  static constexpr std::size_t kBytesOfWord = 6;
  Shingles pairs_;
  std::uint64_t last_ = 0;
  bool begun_ = false;
};

// 'coördinatie', '40–60', '€'
void add_folded(Pairs& pairs, std::string_view token) {
  const std::string folded = fold(token);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    pairs.add(std::string_view(folded).substr(begin, end - begin));
    begin = end + 1;
  }
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
  Pairs pairs(text.size());
  for (std::size_t begin = 0; begin < text.size();) {
    bool ascii = true;
    std::size_t end = begin;
    for (; end < text.size() && is_word(text[end]); ++end) ascii = ascii && is_ascii(text[end]);
    const std::string_view token = text.substr(begin, end - begin);
    if (!ascii) {
      add_folded(pairs, token);
    } else if (!token.empty()) {
      pairs.add(token);
    }
    begin = end + 1;
  }
  return pairs.take();
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
