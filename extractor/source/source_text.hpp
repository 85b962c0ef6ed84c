// The first stage's result: one document as canonical text, with what its format said about it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/span.hpp"

namespace handvest {

/// A page of a paged source: it begins at byte `begin` and ends where the next begins.
struct Page {
  std::size_t begin = 0;
  std::string label;  ///< as printed or counted from "1"
};

enum class HintKind {
  paragraph,
  heading,     ///< level = heading level from 1; 0 = only set in bold like a heading
  list_item,   ///< its line: level = nesting from 1, marker = label as written ("1.", "-")
  table,       ///< the whole table; its rows and cells are hints inside it
  table_row,   ///< header = it belongs to the table's head
  table_cell,  ///< row_span, column_span; column from 0
  caption,
  footnote,       ///< the note's text; marker = its mark
  footnote_mark,  ///< the mark in the running text; marker = it as the source writes it
  furniture,      ///< running heads, feet, site navigation
  title,          ///< the document's title
  signature,      ///< a signing part
};

/// What the source's markup says about a range of the canonical text. Hints nest; they are ordered
/// by begin, outer before inner.
struct Hint {
  HintKind kind = HintKind::paragraph;
  Span span = {};
  int level = 0;
  std::string marker = {};
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  bool header = false;
};

/// Where a piece of the text stands in the original: an XPath, or a box on a page in
/// SourceText::box_unit, x to the right and y downwards from the page's upper left corner.
struct Location {
  Span span = {};
  std::string xpath = {};
  double x = 0, y = 0, width = 0, height = 0;
  std::size_t page = 0;    ///< from 1; 0 = no page
  double confidence = -1;  ///< 0 to 1; negative = unknown
};

/// One document, read. `text` is UTF-8; for plain text it is the source's own characters,
/// unchanged; for other formats the reader makes it and `--text-out` writes it.
struct SourceText {
  std::string name;        ///< file name as given, without folder; "-" for standard input
  std::string media_type;  ///< e.g. "text/plain"
  std::string encoding;    ///< of the original, IANA name, e.g. "windows-1252"; empty for PDF
  std::string sha256;      ///< of the canonical text in UTF-8, lower-case hexadecimal
  std::string text;
  std::vector<Page> pages;
  std::vector<Hint> hints;
  std::vector<Location> locations;       ///< ordered by span.begin, none inside another
  std::string box_unit;                  ///< of the locations' boxes: pt, px, mm10, inch1200
  std::vector<std::string> identifiers;  ///< "stcrt-2024-4561", "kst-30128-6", BWBR…, CVDR…
  std::string title;                     ///< from metadata; empty when it has none
  std::string date;                      ///< EDTF, from metadata; may be empty
  std::vector<Warning> warnings;
};

}  // namespace handvest
