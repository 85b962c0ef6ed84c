#include "grammar/code_ranges.hpp"

#include <algorithm>

namespace handvest {
namespace {

bool within(std::uint32_t c, std::uint32_t first, std::uint32_t last) {
  return c >= first && c <= last;
}

const Ranges kDigits = {{'0', '9'}};
const Ranges kLower = {{'a', 'z'}, {0xDF, 0xF6}, {0xF8, 0xFF}};
const Ranges kUpper = {{'A', 'Z'}, {0xC0, 0xD6}, {0xD8, 0xDE}};
const Ranges kLetters = {{'A', 'Z'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}};
const Ranges kWord = {{'0', '9'},   {'A', 'Z'},   {'_', '_'},   {'a', 'z'},
                      {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}};
const Ranges kSpace = {{'\t', '\r'}, {' ', ' '}};
const Ranges kHorizontalSpace = {{'\t', '\t'}, {' ', ' '}};

}  // namespace

Ranges merged(Ranges ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const CodeRange& a, const CodeRange& b) { return a.first < b.first; });
  Ranges result;
  for (const auto& range : ranges) {
    if (!result.empty() && range.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, range.last);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

Ranges complement(const Ranges& ranges) {
  Ranges result;
  std::uint32_t next = 0;
  for (const auto& range : merged(ranges)) {
    if (range.first > next) result.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) result.push_back({next, kLastCodePoint});
  return result;
}

std::uint32_t other_case(std::uint32_t c) {
  if (within(c, 'a', 'z') || (within(c, 0xE0, 0xFE) && c != 0xF7)) return c - 0x20;
  if (within(c, 'A', 'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  return 0;
}

Ranges both_cases(const Ranges& ranges) {
  Ranges result = ranges;
  for (const auto& range : ranges) {
    for (std::uint32_t c = range.first; c <= std::min<std::uint32_t>(range.last, 0xFF); ++c) {
      if (const auto other = other_case(c); other != 0) result.push_back({other, other});
    }
  }
  return merged(std::move(result));
}

Ranges class_of(char letter) {
  switch (letter) {
    case 'd':
      return kDigits;
    case 'D':
      return complement(kDigits);
    case 'w':
      return kWord;
    case 'W':
      return complement(kWord);
    case 's':
      return kSpace;
    case 'S':
      return complement(kSpace);
    case 'h':
      return kHorizontalSpace;
    case 'l':
      return kLower;
    case 'u':
      return kUpper;
    default:
      return {};
  }
}

Ranges named_class(std::string_view name) {
  if (name == "alpha" || name == "L") return kLetters;
  if (name == "digit" || name == "Nd") return kDigits;
  if (name == "lower" || name == "Ll") return kLower;
  if (name == "upper" || name == "Lu") return kUpper;
  if (name == "space") return kSpace;
  if (name == "word") return kWord;
  if (name == "blank") return kHorizontalSpace;
  if (name == "xdigit") return {{'0', '9'}, {'A', 'F'}, {'a', 'f'}};
  if (name == "alnum")
    return {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}};
  if (name == "punct") return {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}};
  return {};
}

}  // namespace handvest
