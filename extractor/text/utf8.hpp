// Reading single code points of UTF-8 text.
#pragma once

#include <cstddef>
#include <string_view>

namespace handvest {

/// One code point and the number of bytes it takes; size 0 at the end of the text. Bytes that are
/// no valid UTF-8 read as U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The code point that begins at byte `offset`.
CodePoint code_point_at(std::string_view text, std::size_t offset);
/// The code point that ends before byte `offset`.
CodePoint code_point_before(std::string_view text, std::size_t offset);

/// Unicode's general categories (ICU).
bool is_lower(char32_t c);
bool is_upper(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);  ///< '0' to '9' only
/// White space, U+00A0, U+200B and U+FEFF: what trimmed() takes away, and the rest of White_Space.
bool is_blank(char32_t c);

}  // namespace handvest
