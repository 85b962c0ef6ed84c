// The second stage's result: the text in elements, in reading order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.hpp"
#include "text/span_list.hpp"

namespace handvest {

enum class ElementKind : std::uint8_t {
  paragraph,
  list_item,
  heading,  ///< a line set apart that may be a heading; structure decides what it heads
  table,
  footnote,   ///< the text of a footnote, at the place where it is printed
  furniture,  ///< running heads and feet, page numbers, site navigation
};

struct TableCell {
  Span span;         ///< trimmed; empty for an empty cell
  std::string text;  ///< as printed, or of a ditto mark what it stands for
  bool ditto =
      false;  ///< the cell, or the mark it begins with, stands for the text of the cell above
  int row_span = 1;
  int column_span = 1;
};

struct TableRow {
  std::vector<TableCell> cells;
};

struct Table {
  std::string caption;
  /// Where the caption stands: in the table itself, or in the element before it, which stays an
  /// element of its own. Empty when there is none.
  Span caption_span;
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
/// end, a footnote, furniture or a table interrupts the element. A span covers several lines where
/// the text was hard-wrapped. A list item's and a footnote's mark lies outside the spans, in
/// marker_span; a heading candidate keeps its number in its text ('1. Wonen', 'a. Inzet stad'),
/// because whether it is a number is for structure to say.
struct Element {
  Element() = default;
  Element(ElementKind of_kind, const Span& span) : kind(of_kind), spans(span) {}

  // What most questions are about stands together.
  ElementKind kind = ElementKind::paragraph;
  /// A cell of a table that came out one cell a line; its kind is paragraph.
  bool loose_cell = false;
  /// A blank line (or page end) stands before it. Furniture: more blank lines stand around it than
  /// page ends have in this text, so that what it parts is parted without it too.
  bool blank_before = false;
  int level = 0;  ///< list items: nesting from 1; headings: level that the markup gave, else 0
  SpanList spans;
  Span marker_span;  ///< lies before spans.front(); empty where there is no marker
  /// Most text reads as it is printed. It is not kept again: it is so many bytes at the end of the
  /// only span. 0 where lines were joined or words mended; then the text is `mended`.
  std::size_t printed = 0;
  std::string mended;
  std::string marker;  ///< of a list item or footnote, as printed: "-", "1.", "- o", "¹"
  std::vector<Span> footnote_marks;    ///< marks inside the text that refer to footnotes
  std::shared_ptr<const Table> table;  ///< kind table only; copies of the element share it

  /// The spans' text: line ends as one blank, words broken at a break mended. `source` is the text
  /// of the document.
  std::string_view text(std::string_view source) const {
    return printed > 0 ? source.substr(spans.front().end - printed, printed) : mended;
  }

  /// First byte of the element, its marker included.
  std::size_t begin() const {
    return marker_span.empty() ? spans.front().begin : marker_span.begin;
  }
};

struct Layout {
  std::vector<Element> elements;  ///< ordered by begin()
  std::vector<Warning> warnings;
};

}  // namespace handvest
