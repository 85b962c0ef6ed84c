#include "layout/pieces.hpp"

#include <algorithm>

#include "layout/markers.hpp"
#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

void set_marker(std::string_view text, Piece& piece, const Marker& marker) {
  Element& element = piece.element;
  piece.marker = marker;
  Span& span = element.spans.front();
  element.marker_span = {span.begin, span.begin + marker.length};
  element.marker = slice(text, element.marker_span);
  span = trimmed(text, {span.begin + marker.text_begin, span.end});
}

// The mark of a footnote without the dash that a converter put before it.
std::string raised_part(std::string_view marker) {
  for (std::size_t i = 0; i < marker.size();) {
    int value = 0;
    if (raised_number_at(marker, i, value) > 0) return std::string(marker.substr(i));
    i += code_point_at(marker, i).size;
  }
  return std::string(marker);
}

void classify(std::string_view text, Piece& piece, const LayoutRules& rules) {
  Element& element = piece.element;
  const Marker marker = marker_of(slice(text, element.spans.front()), rules);
  if (!marker || marker.kind == MarkerKind::multilevel ||
      marker.text_begin >= element.spans.front().size()) {
    return;
  }
  set_marker(text, piece, marker);
  const bool note = marker.kind == MarkerKind::footnote;
  element.kind = note ? ElementKind::footnote : ElementKind::list_item;
  if (note) element.marker = raised_part(element.marker);
}

void classify_noted(std::string_view text, Piece& piece, const LayoutRules& rules) {
  if (rules.noted_footnote == nullptr) return;
  const std::string_view line = slice(text, piece.element.spans.front());
  const auto match = rules.noted_footnote->pattern.match_at(line.substr(0, 40), 0);
  if (!match || match->span.size() >= line.size()) return;
  Marker marker{MarkerKind::footnote, match->span.size(), match->span.size(), 0, {}};
  while (marker.text_begin < line.size() &&
         (line[marker.text_begin] == ' ' || line[marker.text_begin] == ':')) {
    ++marker.text_begin;
  }
  if (marker.text_begin >= line.size()) return;
  marker.length = line.find_last_not_of(' ', marker.text_begin - 1) + 1;
  const auto mark = match->group("mark");
  const std::string printed = mark ? std::string(slice(line, *mark)) : std::string();
  set_marker(text, piece, marker);
  piece.element.kind = ElementKind::footnote;
  if (!printed.empty()) piece.element.marker = printed;
}

Piece piece_of(const Line& line) {
  Piece piece;
  piece.element.spans = {line.span};
  piece.element.kind = line.furniture ? ElementKind::furniture : ElementKind::paragraph;
  piece.raw = line.raw;
  piece.indent = line.indent;
  piece.blanks = line.blanks;
  piece.page_start = line.page_start;
  return piece;
}

}  // namespace

std::vector<Piece> make_pieces(std::string_view text, const Lines& found,
                               const std::vector<bool>& wrapped, const LayoutRules& rules) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < found.lines.size(); ++i) {
    if (wrapped[i]) {
      pieces.back().element.spans.front().end = found.lines[i].span.end;
      pieces.back().raw.end = found.lines[i].raw.end;
    } else {
      pieces.push_back(piece_of(found.lines[i]));
    }
  }
  std::size_t blanks = 0;  // those before furniture count for what follows it
  for (auto& piece : pieces) {
    piece.blanks += blanks;
    if (piece.element.kind == ElementKind::furniture) {
      blanks = piece.blanks;
      continue;
    }
    blanks = 0;
    piece.element.blank_before = piece.blanks > 0 || piece.page_start || &piece == &pieces.front();
    classify(text, piece, rules);
    if (piece.element.kind == ElementKind::paragraph) classify_noted(text, piece, rules);
  }
  return pieces;
}

}  // namespace handvest::layout
