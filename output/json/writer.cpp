#include "output/json/writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

namespace handvest {
namespace {

/// Length of the well-formed UTF-8 sequence (RFC 3629) at the start of `text`, 0 when there is
/// none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  const std::size_t length = lead < 0x80U                     ? 1
                             : lead >= 0xC2U && lead <= 0xDFU ? 2
                             : (lead & 0xF0U) == 0xE0U        ? 3
                             : lead >= 0xF0U && lead <= 0xF4U ? 4
                                                              : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const bool overlong = (lead == 0xE0U && byte(1) < 0xA0U) || (lead == 0xF0U && byte(1) < 0x90U);
  const bool surrogate = lead == 0xEDU && byte(1) > 0x9FU;
  const bool too_high = lead == 0xF4U && byte(1) > 0x8FU;
  return overlong || surrogate || too_high ? 0 : length;
}

// Bytes that stand in a JSON string as they are, by their value.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t code = 0x20; code < 0x80; ++code) plain[code] = code != '"' && code != '\\';
  return plain;
}

bool is_plain(char c) {
  static constexpr std::array<bool, 256> kPlain = plain_bytes();
  return kPlain[static_cast<unsigned char>(c)];
}

// Copies so many bytes if they all stand in a JSON string as they are. Of a known length and
// without branches it is made into vector instructions.
template <std::size_t kSize>
bool copy_if_plain(const char* from, char* to) {
  std::array<signed char, kSize> bytes{};
  std::array<bool, kSize> special{};
  std::memcpy(bytes.data(), from, kSize);
  for (std::size_t i = 0; i < kSize; ++i) {
    const signed char c = bytes[i];  // below the blank are the control codes, and all beyond ASCII
    special[i] = (c < ' ') | (c == '"') | (c == '\\');
  }
  if (special != std::array<bool, kSize>{}) return false;
  std::memcpy(to, bytes.data(), kSize);
  return true;
}

// The same for all of a text whose length is from kSize to twice that; some bytes go twice.
template <std::size_t kSize>
bool copy_ends_if_plain(std::string_view text, char* to) {
  const std::size_t last = text.size() - kSize;
  return copy_if_plain<kSize>(text.data(), to) &&
         copy_if_plain<kSize>(text.data() + last, to + last);
}

bool copy_short_if_plain(std::string_view text, char* to) {
  if (text.size() >= 8) return copy_ends_if_plain<8>(text, to);
  return text.size() >= 4 && copy_ends_if_plain<4>(text, to);
}

// Copies to `to` the bytes at the start of `text` that stand in a JSON string as they are, and
// gives their number. There must be room for the whole text.
std::size_t copy_plain(std::string_view text, char* to) {
  constexpr std::size_t kBlock = 16;
  std::size_t at = 0;
  if (text.size() <= kBlock) {
    if (copy_short_if_plain(text, to)) return text.size();
  } else {
    while (at + kBlock <= text.size() && copy_if_plain<kBlock>(text.data() + at, to + at)) {
      at += kBlock;
    }
    const std::size_t last = text.size() - kBlock;
    if (at > last && copy_if_plain<kBlock>(text.data() + last, to + last)) return text.size();
  }
  for (; at < text.size() && is_plain(text[at]); ++at) to[at] = text[at];
  return at;
}

constexpr std::size_t kLongestEscape = 6;

// Writes the escape of a byte to `to`, and gives its end.
char* escape(char c, char* to) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const auto code = static_cast<unsigned char>(c);
  if (code >= 0x80U) return std::copy(kReplacement.begin(), kReplacement.end(), to);
  *to++ = '\\';
  if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
    *to++ = kNames[named];
    return to;
  }
  for (const char digit : {'u', '0', '0', kHex[code >> 4U], kHex[code & 0xFU]}) *to++ = digit;
  return to;
}

}  // namespace

void JsonWriter::finish_string(char* to, std::string_view text) {
  *to++ = '"';
  while (true) {
    const std::size_t plain = copy_plain(text, to);
    to += plain;
    text.remove_prefix(plain);
    if (text.empty()) break;
    to = copy_special(text, to);
  }
  *to++ = '"';
  written_to(to);
}

// Takes what begins the text and is not plain, a sequence or a byte that needs an escape; gives the
// place for the rest and a quote.
char* JsonWriter::copy_special(std::string_view& text, char* to) {
  const std::size_t length = sequence_length(text);
  if (length > 1) {
    std::memcpy(to, text.data(), length);
    text.remove_prefix(length);
    return to + length;
  }
  const char special = text.front();
  text.remove_prefix(1);
  written_to(to);
  written_to(escape(special, room_for(kLongestEscape)));
  return room_for(text.size() + 1);
}

void JsonWriter::literal(std::string_view bytes) {
  char* const to = begin_value(bytes.size());
  std::memcpy(to, bytes.data(), bytes.size());
  written_to(to + bytes.size());
}

void JsonWriter::give_or_grow(std::size_t size) {
  auto used = static_cast<std::size_t>(at_ - buffer_.data());
  if (sink_) {
    sink_(std::string_view(buffer_).substr(0, used));
    used = 0;
  }
  if (buffer_.size() - used < size) buffer_.resize(std::max(2 * buffer_.size(), used + size + 64));
  at_ = buffer_.data() + used;
  limit_ = buffer_.data() + buffer_.size();
}

char* JsonWriter::break_line(char* to) const {
  *to++ = '\n';
  return std::fill_n(to, indent(), ' ');
}

void JsonWriter::value(const Decimal& number) { literal(number.to_string()); }

void JsonWriter::value(bool truth) { literal(truth ? "true" : "false"); }

void JsonWriter::value(double number) {
  char* const to = begin_value(kLongestNumber);
  written_to(std::to_chars(to, to + kLongestNumber, number).ptr);
}

void JsonWriter::finish() {
  char* const to = room_for(1);
  *to = '\n';
  written_to(to + 1);
  sink_(take());
}

std::string JsonWriter::take() {
  before_ = Before::bracket;
  depth_ = 0;
  buffer_.resize(static_cast<std::size_t>(at_ - buffer_.data()));
  std::string taken = std::exchange(buffer_, {});
  at_ = limit_ = buffer_.data();
  return taken;
}

}  // namespace handvest
