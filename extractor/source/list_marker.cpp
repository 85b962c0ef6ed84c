#include "source/list_marker.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace handvest {
namespace {

std::string letters(int number, char first) {
  std::string text;
  for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
    text += static_cast<char>(first + (rest - 1) % 26);
  }
  std::reverse(text.begin(), text.end());
  return text;
}

std::string roman(int number, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts{{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
  std::string text;
  for (const auto& [value, part] : kParts) {
    for (; number >= value; number -= value) text += part;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string counted(int number, Counting counting) {
  const bool is_roman = counting == Counting::lower_roman || counting == Counting::upper_roman;
  if (number < 1 || counting == Counting::decimal || (is_roman && number >= 4000)) {
    return std::to_string(number);
  }
  if (is_roman) return roman(number, counting == Counting::upper_roman);
  return letters(number, counting == Counting::upper_letter ? 'A' : 'a');
}

}  // namespace handvest
