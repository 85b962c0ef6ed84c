// Lines of the canonical text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace handvest {

/// Goes through the lines of a text. A line ends at LF; a CR before it belongs to the line end, not
/// to the line. A text has at least one line; none begins behind a line end that ends the text.
class LineReader {
 public:
  /// The text must outlive the reader.
  explicit LineReader(std::string_view text) : text_(text) {}

  /// Bytes of the next line without its line end; nullopt behind the last.
  std::optional<Span> next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;  ///< where the next line begins; beyond the text behind the last
};

/// No text has more lines than that.
std::size_t most_lines(std::string_view text);

/// Where each line of a text lies, as LineReader tells it. Lines are numbered from 1. The index
/// keeps no reference to the text.
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

/// Whether the words of the text are parted by one ASCII blank each and no other white space (as
/// trimmed() knows it, U+FEFF and U+200B left out), and it neither begins nor ends with a blank.
/// May say no where a sign beyond ASCII begins like U+00A0.
bool is_single_spaced(std::string_view text);

}  // namespace handvest
