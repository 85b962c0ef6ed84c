#include "structure/marks.hpp"

#include <algorithm>

namespace handvest::structure {
namespace {

// 'Artikel 12', 'Hoofdstuk 3.1': a word and emphasis signs may stand before a heading's number.
constexpr std::size_t kBeforeNumber = 24;

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<Span> marks_of(const std::vector<Piece>& pieces, const std::vector<Toc>& tocs) {
  std::vector<Span> marks;
  for (const auto& piece : pieces) {
    const Element& element = *piece.element;
    if (!element.marker_span.empty() && has_digit(element.marker)) {
      marks.push_back(element.marker_span);
    }
    marks.insert(marks.end(), element.footnote_marks.begin(), element.footnote_marks.end());
  }
  for (const auto& toc : tocs) {
    for (const auto& entry : toc.entries) {
      if (!entry.page_span.empty()) marks.push_back(entry.page_span);
      if (!entry.number_span.empty()) marks.push_back(entry.number_span);
    }
  }
  return marks;
}

Span number_place(std::string_view text, const Span& span, std::string_view number) {
  if (number.empty()) return {span.begin, span.begin};
  const auto begin = slice(text, span).substr(0, kBeforeNumber + number.size());
  const auto found = begin.find(number);
  if (found == std::string_view::npos) return {span.begin, span.begin};
  return {span.begin + found, span.begin + found + number.size()};
}

void add_heading_marks(const Context& context, const Survey& survey, std::vector<Span>& marks) {
  for (const auto& found : survey.candidates) {
    if (!has_digit(found.number) || (!found.apart && !found.labelled)) continue;
    const Piece& piece = context.pieces[found.index];
    const Span place = number_place(context.text, piece.span, found.printed_number);
    if (!place.empty()) marks.push_back(place);
  }
}

}  // namespace handvest::structure
