#include "structure/coverage.hpp"

namespace handvest::structure {
namespace {

bool blank_at(std::string_view text, std::size_t i, std::size_t& size) {
  const auto byte = static_cast<unsigned char>(text[i]);
  size = 1;
  if (byte < 0x80) return byte <= ' ';
  size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
  const auto sign = text.substr(i, size);
  return sign == "\xC2\xA0" || sign == "\xEF\xBB\xBF" || sign == "\xE2\x80\x8B";
}

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  std::size_t size = 1;
  for (std::size_t i = 0; i < text.size(); i += size) {
    if (!blank_at(text, i, size)) ++count;
  }
  return count;
}

// The spans of an element, and its marker where that lies outside them.
std::size_t characters_in(std::string_view text, const Element& element) {
  std::size_t count = 0;
  for (const auto& span : element.spans) count += characters_in(slice(text, span));
  const Span& marker = element.marker_span;
  if (!marker.empty() && !element.spans.front().contains(marker)) {
    count += characters_in(slice(text, marker));
  }
  return count;
}

}  // namespace

Coverage coverage_of(std::string_view text, const std::vector<Piece>& pieces,
                     const std::vector<bool>& unknown) {
  Coverage coverage;
  coverage.characters = characters_in(text);
  bool joins = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const std::size_t count = characters_in(text, *piece.element);
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
