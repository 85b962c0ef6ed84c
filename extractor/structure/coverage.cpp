#include "structure/coverage.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace handvest::structure {

CoverageCount::CoverageCount(std::string_view text, const std::vector<Piece>& pieces)
    : text_(text), pieces_(pieces) {
  coverage_.characters = coverage_.structured = count_visible(text);
}

void CoverageCount::add_unknown(std::size_t index) {
  const Element& element = *pieces_[index].element;
  for (const auto& span : element.spans) coverage_.structured -= count_visible(slice(text_, span));
  // A marker may lie outside the spans.
  const Span& marker = element.marker_span;
  if (!marker.empty() && !element.spans.front().contains(marker)) {
    coverage_.structured -= count_visible(slice(text_, marker));
  }
  if (next_to_unknown(index)) {
    coverage_.unknown.back().end = pieces_[index].span.end;
  } else {
    coverage_.unknown.push_back(pieces_[index].span);
  }
  after_unknown_ = index + 1;
}

void CoverageCount::add_furniture(const std::vector<Span>& spans) {
  for (const auto& span : spans) {
    const std::size_t count = count_visible(slice(text_, span));
    coverage_.furniture += count;
    coverage_.structured -= count;
  }
}

// Only furniture stands between it and the unknown piece before it.
bool CoverageCount::next_to_unknown(std::size_t index) const {
  const auto from = pieces_.begin() + static_cast<std::ptrdiff_t>(after_unknown_);
  const auto to = pieces_.begin() + static_cast<std::ptrdiff_t>(index);
  return !coverage_.unknown.empty() && std::all_of(from, to, [](const Piece& piece) {
    return piece.kind() == ElementKind::furniture;
  });
}

}  // namespace handvest::structure
