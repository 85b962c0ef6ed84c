// Marks at the begin of a line: list marks and footnote marks.
#pragma once

#include <cstddef>
#include <string>
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

/// A mark and what follows it.
struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::size_t length = 0;      ///< bytes of the mark from the line's first character
  std::size_t text_begin = 0;  ///< byte where the text after mark and blanks begins
  int ordinal = 0;             ///< 3 for "3." and "c)"; of a footnote its number
  /// The mark with its figure or letter made '1' or 'a': marks of one list are of one style.
  std::string style;

  explicit operator bool() const { return kind != MarkerKind::none; }
};

/// The mark that the trimmed line begins with; kind none when it begins with none. A double mark
/// ('- o', '- a.') is one mark. Looks at the first 40 bytes only.
Marker marker_of(std::string_view line, const LayoutRules& rules);

/// Length in bytes of the raised digits (¹, ²³) at `offset`; 0 when there are none. `value`
/// receives their number.
std::size_t raised_number_at(std::string_view text, std::size_t offset, int& value);

}  // namespace handvest::layout
