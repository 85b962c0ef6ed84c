#include "structure/coverage.hpp"

#include "text/code_points.hpp"

namespace handvest::structure {
namespace {

// The spans of an element, and its marker where that lies outside them.
std::size_t characters_in(std::string_view text, const VisibleCounter& visible,
                          const Element& element) {
  std::size_t count = 0;
  for (const auto& span : element.spans) count += visible.in(slice(text, span));
  const Span& marker = element.marker_span;
  if (!marker.empty() && !element.spans.front().contains(marker)) {
    count += visible.in(slice(text, marker));
  }
  return count;
}

}  // namespace

std::vector<std::size_t> visible_characters(std::string_view text,
                                            const std::vector<Piece>& pieces) {
  const VisibleCounter visible(text);
  std::vector<std::size_t> characters;
  characters.reserve(pieces.size());
  for (const Piece& piece : pieces)
    characters.push_back(characters_in(text, visible, *piece.element));
  return characters;
}

Coverage coverage_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& characters,
                     const std::vector<bool>& unknown) {
  Coverage coverage;
  bool joins = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const std::size_t count = characters[i];
    coverage.characters += count;
    if (piece.kind() == ElementKind::furniture) {
      coverage.furniture += count;
    } else if (!unknown[i]) {
      coverage.structured += count;
      joins = false;
    } else if (joins) {
      coverage.unknown.back().end = piece.span.end;
    } else {
      coverage.unknown.push_back(piece.span);
      joins = true;
    }
  }
  return coverage;
}

}  // namespace handvest::structure
