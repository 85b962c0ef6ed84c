#include "layout/repeats.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a running head

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The first sign of a text, which it loses; a run of figures is one sign.
char take_sign(std::string_view& text) {
  const char sign = is_figure(text.front()) ? '#' : text.front();
  text.remove_prefix(1);
  while (sign == '#' && !text.empty() && is_figure(text.front())) text.remove_prefix(1);
  return sign;
}

// Bytes with which both begin, up to a run of figures in which they differ.
std::size_t same_begin(std::string_view a, std::string_view b) {
  const auto fork = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  auto same = static_cast<std::size_t>(fork - a.begin());
  while (same > 0 && (is_figure(a[same - 1]) || a[same - 1] == '#')) --same;
  return same;
}

// An order of lines in which those are equal that are equal without figures.
struct LessWithoutFigures {
  bool operator()(std::string_view a, std::string_view b) const {
    if (a == b) return false;  // most that are compared
    const std::size_t same = same_begin(a, b);
    a.remove_prefix(same);
    b.remove_prefix(same);
    while (!a.empty() && !b.empty()) {
      const char of_a = take_sign(a);
      const char of_b = take_sign(b);
      if (of_a != of_b) return of_a < of_b;
    }
    return a.empty() && !b.empty();
  }
};

constexpr std::size_t kEnd = 8;  // characters at an end of a line that are looked at

std::uint64_t joined(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

// The first characters from `at` on, runs of figures as one sign.
template <typename Iterator>
std::uint64_t sign_without_figures(Iterator at, Iterator end) {
  std::uint64_t sign = 0;
  char before = '\0';
  for (std::size_t taken = 0; at != end && taken < kEnd; ++at) {
    const char c = is_figure(*at) ? '#' : *at;
    if (c == '#' && before == '#') continue;
    sign = sign << 8U | static_cast<unsigned char>(c);
    before = c;
    ++taken;
  }
  return sign;
}

// The bytes themselves where none of them is a figure or the sign for one; 0 otherwise.
std::uint64_t sign_of(const char* bytes) {
  unsigned figures = 0;
  for (std::size_t i = 0; i < kEnd; ++i) {
    figures |= static_cast<unsigned>(is_figure(bytes[i])) | static_cast<unsigned>(bytes[i] == '#');
  }
  std::uint64_t sign = 0;
  std::memcpy(&sign, bytes, kEnd);
  return figures == 0 ? sign : 0;
}

// Equal for lines that are equal without figures. Most others are unlike at one of their ends.
std::uint64_t hash_without_figures(std::string_view line) {
  const bool is_long = line.size() >= kEnd;
  std::uint64_t begin = is_long ? sign_of(line.data()) : 0;
  std::uint64_t end = is_long ? sign_of(line.data() + line.size() - kEnd) : 0;
  if (begin == 0) begin = sign_without_figures(line.begin(), line.end());
  if (end == 0) end = sign_without_figures(line.rbegin(), line.rend());
  return joined(joined(0, begin), end);
}

bool has_letter_or_figure(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

struct Hashed {
  std::uint64_t hash;
  std::size_t place;

  bool operator<(const Hashed& other) const {
    return hash != other.hash ? hash < other.hash : place < other.place;
  }
};

std::vector<Hashed> hashes_of(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Hashed> hashes;
  hashes.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i].span);
    if (line.size() > kLongest || !has_letter_or_figure(line)) continue;
    hashes.push_back({hash_without_figures(line), i});
  }
  return hashes;
}

// Drops most of those that no other is equal to; the rest is cheaper to sort.
void drop_single(std::vector<Hashed>& hashes) {
  const std::size_t slots = std::bit_ceil(8 * hashes.size() + 1);
  const auto slot_of = [&](const Hashed& hashed) {
    return static_cast<std::size_t>(hashed.hash ^ (hashed.hash >> 32U)) & (slots - 1);
  };
  std::vector<bool> seen(slots, false);
  std::vector<bool> seen_again(slots, false);
  for (const Hashed& hashed : hashes) {
    const std::size_t slot = slot_of(hashed);
    if (seen[slot]) seen_again[slot] = true;
    seen[slot] = true;
  }
  std::erase_if(hashes, [&](const Hashed& hashed) { return !seen_again[slot_of(hashed)]; });
}

}  // namespace

// Few lines repeat: only those are compared whose hashes are the same.
std::vector<Places> repeated_lines(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Hashed> hashes = hashes_of(text, lines);
  drop_single(hashes);
  std::sort(hashes.begin(), hashes.end());
  std::vector<Places> all;
  for (auto first = hashes.begin(); first != hashes.end();) {
    const auto last = std::find_if(first, hashes.end(),
                                   [&](const Hashed& other) { return other.hash != first->hash; });
    std::map<std::string_view, Places, LessWithoutFigures> same;
    if (last - first > 1) {
      for (auto at = first; at != last; ++at) {
        same[slice(text, lines[at->place].span)].push_back(at->place);
      }
    }
    for (auto& [key, places] : same) {
      if (places.size() > 1) all.push_back(std::move(places));
    }
    first = last;
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace handvest::layout
