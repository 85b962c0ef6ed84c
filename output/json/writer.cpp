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

// Whether the eight bytes at `bytes` stand in a JSON string as they are.
bool are_plain(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  // A byte's high bit is set where it is zero; after such a byte perhaps without need.
  const auto zeros = [](std::uint64_t word) { return (word - kEach) & ~word & kHigh; };
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t control = (word - kEach * 0x20U) & ~word & kHigh;
  const std::uint64_t special = zeros(word ^ kEach * '"') | zeros(word ^ kEach * '\\');
  return ((word & kHigh) | control | special) == 0;
}

// How many of the bytes at the start of `text` stand in a JSON string as they are.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::size_t at = 0;
  while (at + kWord <= text.size() && are_plain(text.data() + at)) at += kWord;
  // The last eight bytes, some of them again.
  const bool last = at + kWord > text.size() && text.size() >= kWord;
  if (last && are_plain(text.data() + text.size() - kWord)) return text.size();
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

// How many bytes at the start of `text` need no escape: plain ones and well-formed sequences.
std::size_t good_prefix(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += plain_prefix(text.substr(at));
    const std::size_t length = at < text.size() ? sequence_length(text.substr(at)) : 0;
    if (length < 2) return at;
    at += length;
  }
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  before_value();
  append("\"");
  while (true) {
    const std::size_t good = good_prefix(text);
    append(text.substr(0, good));
    if (good == text.size()) break;
    append_escape(text[good]);
    text.remove_prefix(good + 1);
  }
  append("\"");
}

void JsonWriter::append_escape(char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const auto code = static_cast<unsigned char>(c);
  make_room(6);
  if (code >= 0x80U) return put_all(kReplacement);
  put('\\');
  if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
    return put(kNames[named]);
  }
  put_all("u00");
  put(kHex[code >> 4U]);
  put(kHex[code & 0xFU]);
}

void JsonWriter::append(std::string_view bytes) {
  make_room(bytes.size());
  put_all(bytes);
}

void JsonWriter::give_or_grow(std::size_t size) {
  if (sink_) {
    sink_(std::string_view(buffer_).substr(0, used_));
    used_ = 0;
  }
  if (buffer_.size() - used_ < size)
    buffer_.resize(std::max(2 * buffer_.size(), used_ + size + 64));
}

void JsonWriter::break_line() {
  const std::size_t indent = 2 * depth_;
  make_room(1 + indent);
  put('\n');
  std::fill_n(buffer_.begin() + static_cast<std::ptrdiff_t>(used_), indent, ' ');
  used_ += indent;
}

void JsonWriter::value(const Decimal& number) {
  before_value();
  append(number.to_string());
}

void JsonWriter::value(bool truth) {
  before_value();
  append(truth ? "true" : "false");
}

void JsonWriter::value(double number) {
  before_value();
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  append({digits.data(), end});
}

void JsonWriter::finish() {
  append("\n");
  sink_(take());
}

std::string JsonWriter::take() {
  after_key_ = false;
  just_begun_ = false;
  depth_ = 0;
  buffer_.resize(std::exchange(used_, 0));
  return std::exchange(buffer_, {});
}

}  // namespace handvest
