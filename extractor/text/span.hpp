// A half-open range of bytes in the canonical text, the address that every node of the output
// carries.
#pragma once

#include <cstddef>
#include <string_view>

namespace handvest {

/// Half-open range [begin, end) of byte offsets into the canonical UTF-8 text. Both ends lie on
/// code point boundaries. Outputs translate it to Unicode code points (see CodePointIndex).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

/// The bytes of `text` that `span` names. The span must lie within the text.
inline std::string_view slice(std::string_view text, const Span& span) {
  return text.substr(span.begin, span.size());
}

}  // namespace handvest
