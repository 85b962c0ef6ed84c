#include "structure/coverage.hpp"

namespace handvest::structure {
namespace {

// U+00A0, U+200B and U+FEFF are white space too.
std::size_t wide_blanks_in(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view sign : {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"}) {
    for (auto at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + sign.size())) {
      ++count;
    }
  }
  return count;
}

// In blocks that a byte can count, so that many bytes are counted at once.
std::size_t characters_in(std::string_view text) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  unsigned char all = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
    const std::string_view block = text.substr(begin, kBlock);
    unsigned char in_block = 0;
    for (const char c : block) {
      const auto byte = static_cast<unsigned char>(c);
      const bool counts = byte > ' ' && (byte & 0xC0U) != 0x80U;
      in_block = static_cast<unsigned char>(in_block + (counts ? 1 : 0));
      all = static_cast<unsigned char>(all | byte);
    }
    count += in_block;
  }
  return all < 0x80 ? count : count - wide_blanks_in(text);
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
  bool joins = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const std::size_t count = characters_in(text, *piece.element);
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
