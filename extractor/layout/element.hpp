// The second stage's result: the page's furniture told from the text, and the text in elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/span.hpp"

namespace handvest {

enum class ElementKind {
  paragraph,
  list_item,
  heading,  ///< a line set apart that may be a heading; structure decides what it heads
  table,
  footnote,   ///< the text of a footnote, at the place where it is printed
  furniture,  ///< running heads and feet, page numbers, site navigation
};

struct TableCell {
  Span span;  ///< trimmed; empty span for an empty cell
  std::string text;
  bool ditto = false;  ///< the cell stands for the text of the cell above it
  int row_span = 1;
  int column_span = 1;
};

struct TableRow {
  std::vector<TableCell> cells;
};

struct Table {
  std::string caption;
  Span caption_span;             ///< empty when there is none
  std::vector<TableRow> header;  ///< usually one row or none
  std::vector<TableRow> rows;
  /// Unit and power of ten of the columns' figures, from header or caption ('x € 1.000' is EUR and
  /// 3); one for each column, unit empty when unknown.
  struct ColumnUnit {
    std::string unit;  ///< "EUR", "%", or empty
    int power = 0;     ///< 3 for thousands, 6 for millions
  };
  std::vector<ColumnUnit> columns;
};

/// One unit of the text in reading order. `spans` are trimmed, in order, and several where a page
/// end, a footnote, furniture or a table interrupts the element.
struct Element {
  ElementKind kind = ElementKind::paragraph;
  std::vector<Span> spans;
  std::string text;    ///< the spans' text: line ends as one blank, words broken at a break mended
  int level = 0;       ///< list items: nesting from 1; headings: level that the markup gave, else 0
  std::string marker;  ///< of a list item or footnote, as printed: "-", "1.", "¹"
  Span marker_span;  ///< empty where there is no marker; lies before spans.front() or at its begin
  std::vector<Span> footnote_marks;  ///< marks inside the text that refer to footnotes
  Table table;                       ///< kind table only
  bool blank_before = false;         ///< a blank line (or page end) stands before it
};

struct Layout {
  std::vector<Element> elements;  ///< ordered by the begin of their first span
  std::vector<Warning> warnings;
};

}  // namespace handvest
