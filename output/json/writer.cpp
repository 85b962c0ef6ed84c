#include "output/json/writer.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace handvest {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;

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

void append_escape(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::size_t named = kNamed.find(c);
  if (named != std::string_view::npos) {
    out += {'\\', kNames[named]};
    return;
  }
  const auto code = static_cast<unsigned char>(c);
  out += "\\u00";
  out += {kHex[code >> 4U], kHex[code & 0xFU]};
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

// How many of the bytes at the start of `text` stand in a JSON string as they are.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  // A byte's high bit is set where it is zero; after such a byte perhaps without need.
  const auto zeros = [](std::uint64_t word) { return (word - kEach) & ~word & kHigh; };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t control = (word - kEach * 0x20U) & ~word & kHigh;
    const std::uint64_t special = zeros(word ^ kEach * '"') | zeros(word ^ kEach * '\\');
    if (((word & kHigh) | control | special) != 0) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    at += plain_prefix(text.substr(at));
    if (at == text.size()) break;
    const std::size_t length = sequence_length(text.substr(at));
    if (length > 1) {
      at += length;
      continue;
    }
    out += text.substr(copied, at - copied);
    if (length == 1) {
      append_escape(out, text[at]);
    } else {
      out += "\xEF\xBF\xBD";
    }
    copied = ++at;
  }
  out += text.substr(copied);
  out += '"';
}

void JsonWriter::line_break() {
  if (compact_) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::before_value() {
  if (sink_ && out_.size() >= kPiece) {
    sink_(out_);
    out_.clear();
  }
  if (std::exchange(after_key_, false) || depth_ == 0) return;
  if (!std::exchange(just_begun_, false)) out_ += ',';
  line_break();
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  just_begun_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!std::exchange(just_begun_, false)) line_break();
  out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  out_ += '"';
  out_ += name;
  out_ += compact_ ? "\":" : "\": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(out_, text);
}

void JsonWriter::value(const Decimal& number) {
  before_value();
  out_ += number.to_string();
}

void JsonWriter::value(bool truth) {
  before_value();
  out_ += truth ? "true" : "false";
}

void JsonWriter::value(double number) {
  before_value();
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::finish() {
  out_ += '\n';
  sink_(take());
}

std::string JsonWriter::take() {
  after_key_ = false;
  just_begun_ = false;
  depth_ = 0;
  return std::exchange(out_, {});
}

}  // namespace handvest
