// Marks at the begin of a line: list marks and footnote marks.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "layout/rules.hpp"

namespace handvest::layout {

enum class MarkerKind {
  none,
  bullet,      ///< "-", "•", "o"
  number,      ///< "1.", "1)", "(1)"
  letter,      ///< "a.", "b)", "(c)"; "i." too
  capital,     ///< "A.": a mark or an initial, which only its neighbours tell
  roman,       ///< "ii.", "IV)"
  multilevel,  ///< "2.1", "2.1."
  footnote,    ///< "¹", "- ²"
};

/// How a mark looks, whatever its figure or letter: the marks of one list are of one style.
struct MarkerStyle {
  char32_t bullet = 0;   ///< of a double mark ('- o', '- a.') the first; 0 of a single one
  char32_t sign = 0;     ///< '1', 'a' or 'A' for a figure or letter; else the mark itself
  bool opening = false;  ///< a bracket stands before the figure or letter
  char closing = '\0';   ///< the bracket or stop behind it

  auto operator<=>(const MarkerStyle&) const = default;
  bool is_double() const { return bullet != 0; }
  /// Whether it holds a figure or letter, so that its marks differ.
  bool counts() const { return closing != '\0'; }
};

/// A mark and what follows it.
struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::size_t length = 0;      ///< bytes of the mark from the line's first character
  std::size_t text_begin = 0;  ///< byte where the text after mark and blanks begins
  int ordinal = 0;             ///< 3 for "3." and "c)"; of a footnote its number
  MarkerStyle style;

  explicit operator bool() const { return kind != MarkerKind::none; }
};

/// The mark that the trimmed line begins with; kind none when it begins with none. A double mark
/// ('- o', '- a.') is one mark. Looks at the first 40 bytes only.
Marker marker_of(std::string_view line, const LayoutRules& rules);

/// Length in bytes of the raised digits (¹, ²³) at `offset`; 0 when there are none. `value`
/// receives their number.
std::size_t raised_number_at(std::string_view text, std::size_t offset, int& value);

}  // namespace handvest::layout
