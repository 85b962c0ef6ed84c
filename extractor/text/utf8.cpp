#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace handvest {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr CodePoint kInvalid = {kReplacement, 1};

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool continues(std::string_view text, std::size_t offset) {
  return offset < text.size() && (byte_at(text, offset) & 0xC0U) == 0x80U;
}

// Of what is not ASCII; 0 for bytes that begin nothing.
std::size_t length_of(unsigned lead) {
  if (lead >= 0xC2U && lead < 0xE0U) return 2;
  if (lead >= 0xE0U && lead < 0xF0U) return 3;
  if (lead >= 0xF0U && lead < 0xF5U) return 4;
  return 0;
}

}  // namespace

namespace utf8_detail {

CodePoint wide_at(std::string_view text, std::size_t offset) {
  const unsigned lead = byte_at(text, offset);
  const std::size_t length = length_of(lead);
  if (length == 0) return kInvalid;
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text, offset + i)) return kInvalid;
    value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  }
  return {value, length};
}

CodePoint wide_before(std::string_view text, std::size_t offset) {
  for (std::size_t length = 1; length <= 4 && length <= offset; ++length) {
    if ((byte_at(text, offset - length) & 0xC0U) == 0x80U) continue;
    const CodePoint found = code_point_at(text, offset - length);
    return found.size == length ? found : kInvalid;
  }
  return kInvalid;
}

bool is_wide_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_wide_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_wide_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_wide_blank(char32_t c) {
  return c == 0xA0 || c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace utf8_detail
}  // namespace handvest
