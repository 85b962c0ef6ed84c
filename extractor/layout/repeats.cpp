#include "layout/repeats.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <string>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a running head

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string without_figures(std::string_view line) {
  std::string key(line.size(), '\0');
  std::size_t size = 0;
  for (const char c : line) {
    if (!is_figure(c)) {
      key[size++] = c;
    } else if (size == 0 || key[size - 1] != '#') {
      key[size++] = '#';
    }
  }
  key.resize(size);
  return key;
}

// FNV-1a over the first characters of a line without figures.
template <typename Iterator>
std::uint64_t hash_end(std::uint64_t hash, Iterator at, Iterator end) {
  constexpr std::size_t kEnough = 12;
  char before = '\0';
  for (std::size_t taken = 0; at != end && taken < kEnough; ++at) {
    const char c = is_figure(*at) ? '#' : *at;
    if (c == '#' && before == '#') continue;
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    before = c;
    ++taken;
  }
  return hash;
}

// Equal for lines that are equal without figures. Most others are unlike at one of their ends.
std::uint64_t hash_without_figures(std::string_view line) {
  const std::uint64_t begin = hash_end(0xCBF29CE484222325U, line.begin(), line.end());
  return hash_end(begin, line.rbegin(), line.rend());
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
    std::map<std::string, Places> same;
    if (last - first > 1) {
      for (auto at = first; at != last; ++at) {
        same[without_figures(slice(text, lines[at->place].span))].push_back(at->place);
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
