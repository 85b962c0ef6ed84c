// Translation between byte offsets (inside) and Unicode code point offsets (outside).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace handvest {

/// Translates byte offsets of one UTF-8 text to code point offsets in constant time (a checkpoint
/// every 128 bytes). Refers to the text, which must outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  /// Number of code points before byte `offset` (0 to the text's size in bytes).
  std::size_t code_points_before(std::size_t offset) const;
  /// Byte offset of code point `index`; the text's size when index is the number of code points.
  std::size_t byte_of(std::size_t index) const;
  std::size_t count() const { return count_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> checkpoints_;
  std::size_t count_ = 0;
};

/// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Number of code points of valid UTF-8 that are neither blanks nor controls: all but U+0000 to
/// U+0020, U+00A0, U+200B and U+FEFF.
std::size_t count_visible(std::string_view text);

}  // namespace handvest
