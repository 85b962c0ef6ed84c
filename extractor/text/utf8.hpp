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

// Most characters are ASCII, for which no call is needed.
namespace utf8_detail {

constexpr unsigned kAscii = 0x80;

CodePoint wide_at(std::string_view text, std::size_t offset);
CodePoint wide_before(std::string_view text, std::size_t offset);
bool is_wide_lower(char32_t c);
bool is_wide_upper(char32_t c);
bool is_wide_letter(char32_t c);
bool is_wide_blank(char32_t c);

}  // namespace utf8_detail

/// The code point that begins at byte `offset`.
inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < utf8_detail::kAscii ? CodePoint{byte, 1} : utf8_detail::wide_at(text, offset);
}

/// The code point that ends before byte `offset`.
inline CodePoint code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[offset - 1]);
  return byte < utf8_detail::kAscii ? CodePoint{byte, 1} : utf8_detail::wide_before(text, offset);
}

/// Unicode's general categories (ICU).
inline bool is_lower(char32_t c) {
  return c < utf8_detail::kAscii ? c >= 'a' && c <= 'z' : utf8_detail::is_wide_lower(c);
}
inline bool is_upper(char32_t c) {
  return c < utf8_detail::kAscii ? c >= 'A' && c <= 'Z' : utf8_detail::is_wide_upper(c);
}
inline bool is_letter(char32_t c) {
  if (c >= utf8_detail::kAscii) return utf8_detail::is_wide_letter(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }  ///< '0' to '9' only
/// White space, U+00A0, U+200B and U+FEFF: what trimmed() takes away, and the rest of White_Space.
inline bool is_blank(char32_t c) {
  if (c >= utf8_detail::kAscii) return utf8_detail::is_wide_blank(c);
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace handvest
