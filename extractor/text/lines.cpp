#include "text/lines.hpp"

#include <algorithm>
#include <utility>

#include "text/count_bytes.hpp"

namespace handvest {
namespace {

constexpr std::size_t kStride = 256;
constexpr std::size_t kBytesOfLine = 64;  // less than most documents have

// Bytes of the blank that `text` begins with; 0 when it begins with none.
std::size_t blank_at_begin(std::string_view text) {
  if (text.empty()) return 0;
  switch (text.front()) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '\f':
    case '\v':
      return 1;
    case '\xC2':
      return text.starts_with("\xC2\xA0") ? 2 : 0;
    case '\xE2':
      return text.starts_with("\xE2\x80\x8B") ? 3 : 0;
    case '\xEF':
      return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    default:
      return 0;
  }
}

// The same for its end; every blank ends in another byte.
std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  switch (text.back()) {
    case '\xA0':
      return text.ends_with("\xC2\xA0") ? 2 : 0;
    case '\x8B':
      return text.ends_with("\xE2\x80\x8B") ? 3 : 0;
    case '\xBF':
      return text.ends_with("\xEF\xBB\xBF") ? 3 : 0;
    default:
      return blank_at_begin(text.substr(text.size() - 1));
  }
}

// Most text begins and ends so.
bool is_ink(char c) { return c > ' ' && c <= '~'; }

// Begins white space that is no blank, or U+00A0.
bool begins_other_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (static_cast<unsigned char>(byte - '\t') <= '\r' - '\t') | (byte == 0xC2);
}

// Whether a blank among `size` bytes follows another or is none that parts words. A byte stands
// before them. Without branches and in bytes: made into vector instructions.
inline bool holds_odd_blank(const char* bytes, std::size_t size) {
  const char* const before = bytes - 1;
  unsigned char odd = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const bool doubled = (bytes[i] == ' ') & (before[i] == ' ');
    odd = static_cast<unsigned char>(odd | ((doubled | begins_other_blank(bytes[i])) ? 1 : 0));
  }
  return odd != 0;
}

}  // namespace

std::optional<Span> LineReader::next() {
  if (at_ > text_.size() || (at_ == text_.size() && at_ > 0)) return std::nullopt;
  const std::size_t newline = text_.find('\n', at_);
  if (newline == std::string_view::npos) {
    return Span{std::exchange(at_, text_.size() + 1), text_.size()};
  }
  const bool crlf = newline > at_ && text_[newline - 1] == '\r';
  return Span{std::exchange(at_, newline + 1), crlf ? newline - 1 : newline};
}

std::size_t most_lines(std::string_view text) {
  return count_bytes(text, [](unsigned char byte) { return byte == '\n'; }) + 1;
}

LineIndex::LineIndex(std::string_view text) {
  lines_.reserve(text.size() / kBytesOfLine);
  LineReader reader(text);
  while (const auto line = reader.next()) lines_.push_back(*line);
  note_strides(text.size());
}

void LineIndex::note_strides(std::size_t size) {
  at_stride_.reserve(size / kStride + 1);
  std::size_t line = 0;
  for (std::size_t offset = 0; offset <= size; offset += kStride) {
    while (line + 1 < lines_.size() && lines_[line + 1].begin <= offset) ++line;
    at_stride_.push_back(line);
  }
}

std::size_t LineIndex::number_at(std::size_t offset) const {
  if (lines_.empty()) return 1;
  std::size_t line = at_stride_[std::min(offset / kStride, at_stride_.size() - 1)];
  while (line + 1 < lines_.size() && lines_[line + 1].begin <= offset) ++line;
  return line + 1;
}

Span trimmed(std::string_view text, Span span) {
  if (!span.empty() && is_ink(text[span.begin]) && is_ink(text[span.end - 1])) return span;
  while (const std::size_t size = blank_at_begin(slice(text, span))) span.begin += size;
  while (const std::size_t size = blank_at_end(slice(text, span))) span.end -= size;
  return span;
}

bool is_single_spaced(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ' || begins_other_blank(text.front())) return false;
  // In whole steps, the last of which may be in part one more of the same bytes.
  constexpr std::size_t kStep = 16;
  const std::size_t rest = text.size() - 1;
  const char* const bytes = text.data() + 1;
  if (rest < kStep) return !holds_odd_blank(bytes, rest);
  return !holds_odd_blank(bytes, rest / kStep * kStep) &&
         !holds_odd_blank(bytes + rest - kStep, kStep);
}

}  // namespace handvest
