// An element in the making.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/element.hpp"
#include "layout/lines.hpp"
#include "layout/markers.hpp"

namespace handvest::layout {

/// How an element is parted from the content before it.
enum class Break {
  none,  ///< the next line
  gap,   ///< blank lines as between any two paragraphs
  page,  ///< a page end, many blank lines, a footnote, furniture or a table
};

/// An element in the making and what its making needs. Pieces are dropped and elements stay where
/// they are: one that has no spans any more is none.
struct Piece {
  Piece(Element& made, const Line& line)
      : element(&made),
        raw(line.raw),
        indent(line.indent),
        blanks(line.blanks),
        page_start(line.page_start),
        tab(line.tab) {}

  Element* element;
  Marker marker;  ///< of a list item or footnote
  Span raw;       ///< its lines whole, with the tabs at their ends
  std::size_t indent = 0;
  std::size_t blanks = 0;      ///< blank lines before it, those before furniture left out included
  bool page_start = false;     ///< a page begins with it, or furniture stands before it
  bool cut = false;            ///< its lines were cut within words
  bool from_markup = false;    ///< the markup says where it begins and ends
  bool tab = false;            ///< a tab stands in `raw`
  bool several_lines = false;  ///< its spans may hold line ends
  std::vector<Span> stray_marks;  ///< marks inside its spans that are no text
};

inline bool is_furniture(const Piece& piece) {
  return piece.element->kind == ElementKind::furniture;
}

/// Takes the mark off the list item or footnote again: the line is a paragraph after all.
inline void drop_marker(Piece& piece) {
  Element& element = *piece.element;
  element.kind = ElementKind::paragraph;
  if (!element.marker_span.empty()) element.spans.front().begin = element.marker_span.begin;
  element.marker_span = {};
  element.marker.clear();
  piece.marker = {};
}

/// The first span's text: the whole printed text but for marker and later parts.
inline std::string_view first_text(std::string_view text, const Piece& piece) {
  return slice(text, piece.element->spans.front());
}
inline std::string_view last_text(std::string_view text, const Piece& piece) {
  return slice(text, piece.element->spans.back());
}

}  // namespace handvest::layout
