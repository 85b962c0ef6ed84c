// Lines of the canonical text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace handvest {

/// Where each line of a text lies. A line ends at LF; a CR before it belongs to the line end, not
/// to the line. Lines are numbered from 1. The index keeps no reference to the text.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  std::size_t count() const { return lines_.size(); }
  /// Bytes of line `number` (1 to count()) without its line end.
  Span line(std::size_t number) const { return lines_[number - 1]; }
  /// The number of the line that holds byte `offset`; a line end belongs to the line it ends.
  std::size_t number_at(std::size_t offset) const;

 private:
  void note_strides(std::size_t size);

  std::vector<Span> lines_;
  std::vector<std::size_t> at_stride_;  ///< every 256 bytes: the line there, from 0
};

/// The text of a span without white space (ASCII blanks, tabs, line ends, U+00A0, U+FEFF, U+200B)
/// at its ends.
Span trimmed(std::string_view text, Span span);

}  // namespace handvest
