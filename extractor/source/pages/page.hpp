// Pages of words with boxes, the form in which PDF and OCR formats meet: a reader fills it from its
// format, compose.hpp makes text of it.
//
// Lengths are in the unit of the format (PDF: points of 1/72 inch, ALTO: its MeasurementUnit, PAGE
// and hOCR: pixels), x to the right and y downwards from the page's upper left corner.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "source/source_text.hpp"

namespace handvest::pages {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
  bool operator==(const Box&) const = default;
};

/// The smallest box around both.
inline Box united(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// The box after a quarter turn of its page, `width` wide, against the clock.
inline Box turned_left(const Box& box, double width) {
  return {box.top, width - box.right, box.bottom, width - box.left};
}

/// The box after a quarter turn of its page, `height` high, with the clock: undoes turned_left.
inline Box turned_right(const Box& box, double height) {
  return {height - box.bottom, box.left, height - box.top, box.right};
}

/// How much of the lower one's height the two share: 1 = side by side, 0 or less = one above the
/// other.
inline double shared_height(const Box& a, const Box& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const double lower = std::min(a.height(), b.height());
  return lower > 0 ? shared / lower : 0;
}

/// What the hyphen is with which a word ends at the end of a line.
enum class LineEndHyphen {
  unknown,
  soft,  ///< only the line end put it there
  hard,  ///< it belongs to the word that goes on in the next line
};

/// One word, or a whole line where the format knows no words.
struct Word {
  std::string text;        ///< UTF-8
  Box box;                 ///< as it is read: a page of turned text is turned upright
  double confidence = -1;  ///< 0 to 1; negative = unknown
  double font_size = 0;    ///< 0 = unknown
  bool bold = false;
  /// The word is printed raised and small behind the word before it, without a blank between.
  bool superscript = false;
  LineEndHyphen hyphen = LineEndHyphen::unknown;  ///< what the format says about its hyphen
  int tabs_before = 0;             ///< in a row of a table: cells that end before the word
  bool ends_printed_line = false;  ///< in a row of a table: its cell goes on in the next line
};

/// Words of one line from left to right. Never empty.
struct Line {
  std::vector<Word> words;
  Box box;
  /// Set by find_furniture() or by a format that marks running heads and page numbers.
  bool furniture = false;
  /// A row of the table of that number, found by find_tables(); 0 = none.
  int table = 0;
  int tabs_after = 0;  ///< cells of the row without words behind the last one with words
};

/// A cell of a table that the format marks as one.
struct Cell {
  int row = 0, column = 0;  ///< from 0
  int row_span = 1, column_span = 1;
  std::vector<Line> lines;
};

/// A part of a page that is read from top to bottom: a column, a block or a table.
struct Region {
  std::vector<Line> lines;
  std::vector<Cell> cells;  ///< of a table, by row and column; such a region has no lines
  /// Where lines may begin and end; equal values = unknown, the lines' own extent.
  double left = 0, right = 0;
  /// What the format says the region is.
  std::optional<HintKind> kind;
  /// The region carries on the one before it: it is the next column of the same text.
  bool next_column = false;
};

struct PageContent {
  std::string label;  ///< as printed; empty = counted
  double width = 0, height = 0;
  int quarter_turns = 0;        ///< turns against the clock that brought words and page upright
  std::vector<Region> regions;  ///< in reading order
};

}  // namespace handvest::pages
