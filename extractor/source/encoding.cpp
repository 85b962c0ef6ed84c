#include "source/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include "text/count_bytes.hpp"

namespace handvest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kWarnedSequences = 10;

[[noreturn]] void refuse(const std::string& name, const std::string& sentence) {
  throw Error(ErrorCode::bad_encoding, {name, 0, 0, 0}, sentence);
}

std::string with_count(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

struct Utf8Check {
  std::size_t multibyte = 0;
  std::size_t damaged = 0;
};

// Next code point at `at`, which moves behind it; negative for a damaged sequence.
UChar32 next_code_point(std::string_view bytes, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  UChar32 code_point = 0;
  U8_NEXT(data, at, bytes.size(), code_point);
  return code_point;
}

// Where the ASCII that stands at `at` ends.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kBeyondAscii = 0x8080808080808080U;  // the highest bit of each byte
  std::array<std::uint64_t, 4> words{};
  for (; at + sizeof(words) <= bytes.size(); at += sizeof(words)) {
    std::memcpy(words.data(), bytes.data() + at, sizeof(words));
    if (((words[0] | words[1] | words[2] | words[3]) & kBeyondAscii) != 0) break;
  }
  while (at < bytes.size() && (bytes[at] & 0x80) == 0) ++at;
  return at;
}

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = ascii_end(bytes, 0); at < bytes.size(); at = ascii_end(bytes, at)) {
    ++(next_code_point(bytes, at) < 0 ? check.damaged : check.multibyte);
  }
  return check;
}

std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  if (bytes.size() > INT32_MAX / 3) return std::nullopt;
  // Western text grows by little; where the guess is too small, ICU says how much it takes.
  std::string text(bytes.size() + bytes.size() / 8 + 64, '\0');
  std::int32_t size = 0;
  for (int attempt = 0; attempt < 2; ++attempt) {
    status = U_ZERO_ERROR;
    size = ucnv_convert("UTF-8", encoding, text.data(), static_cast<std::int32_t>(text.size()),
                        bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    text.resize(static_cast<std::size_t>(size) + 1);
  }
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

Decoded converted(std::string_view bytes, const char* encoding, const std::string& name) {
  auto text = convert(bytes, encoding);
  if (!text) {
    refuse(name, std::string("the bytes cannot be decoded from ") + encoding +
                     "; save the document as UTF-8");
  }
  return {std::move(*text), encoding, {}};
}

Decoded repaired_utf8(std::string_view bytes) {
  Decoded result{{}, "UTF-8", {}};
  std::size_t damaged = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (next_code_point(bytes, at) >= 0) {
      result.text += bytes.substr(begin, at - begin);
      continue;
    }
    const std::size_t place = result.text.size();
    result.text += kReplacement;
    if (++damaged > kWarnedSequences) continue;
    result.warnings.push_back({"damaged-character",
                               "bytes that are no UTF-8 were replaced by U+FFFD",
                               Span{place, result.text.size()}});
  }
  if (damaged > kWarnedSequences) {
    result.warnings.push_back({"damaged-characters",
                               with_count(damaged, "sequence") +
                                   " of bytes that are no UTF-8 were replaced by U+FFFD in all",
                               std::nullopt});
  }
  return result;
}

// UTF-16 of European text has a zero in nearly every other byte.
const char* utf16_without_mark(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = 0; i < looked_at; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t many = looked_at / 3;
  if (bytes.size() % 2 != 0 || many == 0) return nullptr;
  if (zeros[1] > many && zeros[0] * 20 < zeros[1]) return "UTF-16LE";
  if (zeros[0] > many && zeros[1] * 20 < zeros[0]) return "UTF-16BE";
  return nullptr;
}

// The usual controls are tab, the line and page ends (9 to 13), and the end of a DOS text (26).
bool is_stray_control(unsigned char byte) {
  const unsigned stray = static_cast<unsigned>(byte < 9) | static_cast<unsigned>(byte > 13);
  const unsigned control = static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != 26);
  return ((stray & control) | static_cast<unsigned>(byte == 0x7F)) != 0;
}

void refuse_binary(std::string_view bytes, const std::string& name) {
  const std::size_t controls = count_bytes(bytes, is_stray_control);
  if (controls == 0) return;
  const std::size_t zero = bytes.find('\0');
  if (zero != std::string_view::npos) {
    refuse(name, "this is no text: there is a NUL character at byte " + std::to_string(zero) +
                     "; give a document in one of the formats that handvest reads");
  }
  if (controls * 100 > bytes.size()) {
    refuse(name, "this is no text: " + with_count(controls, "control character") +
                     " among its bytes; give a document in one of the formats that handvest reads");
  }
}

struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// What ICU's detector makes of bytes in a single-byte or East Asian encoding, when it is sure.
std::string foreign_encoding(std::string_view bytes) {
  constexpr std::int32_t kSure = 60;
  constexpr std::int32_t kLookedAt = 1 << 16;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), kLookedAt));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const std::string name = ucsdet_getName(match, &status);
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  const bool western = name == "ISO-8859-1" || name == "windows-1252" || name == "UTF-8";
  return confidence < kSure || western ? std::string() : name;
}

// Windows-1252 and ISO-8859-15 agree on all letters of Dutch. They differ where 1252 has its quotes
// and dashes, and at 0xA4: the euro sign of ISO-8859-15, a sign that no Dutch text uses in 1252.
const char* western_encoding(std::string_view bytes) {
  const bool has_c1 = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U && byte < 0xA0U;
  });
  return !has_c1 && bytes.find('\xA4') != std::string_view::npos ? "ISO-8859-15" : "windows-1252";
}

Decoded decode_single_byte(std::string_view bytes, const std::string& name) {
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  const std::string foreign = foreign_encoding(bytes);
  if (!foreign.empty() || high * 3 > bytes.size()) {
    refuse(name, "the text is in an encoding that handvest does not read" +
                     (foreign.empty() ? std::string() : " (it looks like " + foreign + ")") +
                     "; save the document as UTF-8");
  }
  return converted(bytes, western_encoding(bytes), name);
}

std::optional<Decoded> decode_marked(std::string_view bytes, const std::string& name) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return converted(bytes, "UTF-32LE", name);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return converted(bytes, "UTF-32BE", name);
  if (bytes.starts_with("\xFF\xFE"sv)) return converted(bytes, "UTF-16LE", name);
  if (bytes.starts_with("\xFE\xFF"sv)) return converted(bytes, "UTF-16BE", name);
  return std::nullopt;
}

}  // namespace

bool is_utf8(std::string_view bytes) { return check_utf8(bytes).damaged == 0; }

Decoded decode_text(std::string_view bytes, const std::string& name) {
  if (auto marked = decode_marked(bytes, name)) {
    refuse_binary(marked->text, name);
    return std::move(*marked);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const char* utf16 = utf16_without_mark(bytes)) {
    Decoded decoded = converted(bytes, utf16, name);
    refuse_binary(decoded.text, name);
    return decoded;
  }
  refuse_binary(bytes, name);
  const Utf8Check check = check_utf8(bytes);
  if (check.damaged == 0) return {std::string(bytes), "UTF-8", {}};
  if (check.multibyte >= check.damaged) return repaired_utf8(bytes);
  return decode_single_byte(bytes, name);
}

Decoded decode_markup(std::string_view bytes, std::string_view declared, const std::string& name) {
  if (auto marked = decode_marked(bytes, name)) return std::move(*marked);
  const bool utf8_mark = bytes.starts_with("\xEF\xBB\xBF");
  if (utf8_mark) bytes.remove_prefix(3);
  if (const char* utf16 = utf16_without_mark(bytes)) return converted(bytes, utf16, name);
  // Text that is well-formed UTF-8 beyond ASCII is UTF-8, whatever it says.
  const Utf8Check check = check_utf8(bytes);
  if (check.damaged == 0 && (check.multibyte > 0 || utf8_mark || declared.empty())) {
    return {std::string(bytes), "UTF-8", {}};
  }
  UErrorCode status = U_ZERO_ERROR;
  const char* known = ucnv_getStandardName(std::string(declared).c_str(), "IANA", &status);
  const std::string_view encoding = known != nullptr ? known : "UTF-8";
  if (encoding == "UTF-8" || encoding.starts_with("UTF-16") || encoding == "US-ASCII") {
    if (check.damaged == 0) return {std::string(bytes), "UTF-8", {}};
    Decoded decoded =
        check.multibyte >= check.damaged ? repaired_utf8(bytes) : decode_single_byte(bytes, name);
    // Places in the markup say nothing about the text made from it.
    decoded.warnings = {
        {"wrong-encoding",
         "the document is not in the encoding it declares; it was read as " + decoded.encoding +
             " with " +
             with_count(check.multibyte >= check.damaged ? check.damaged : 0, "damaged character"),
         std::nullopt}};
    return decoded;
  }
  // ISO-8859-1 of the web is Windows-1252 (WHATWG Encoding Standard).
  return converted(bytes, encoding == "ISO-8859-1" ? "windows-1252" : known, name);
}

std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  for (const std::string_view key : {"encoding=", "charset="}) {
    const std::size_t found = head.find(key);
    if (found == std::string_view::npos) continue;
    std::string_view value = head.substr(found + key.size());
    value.remove_prefix(std::min(value.find_first_not_of(" '\""), value.size()));
    return std::string(value.substr(0, value.find_first_of(" '\"/>;?\r\n")));
  }
  return {};
}

}  // namespace handvest
