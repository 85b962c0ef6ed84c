#include "text/code_points.hpp"

#include <algorithm>
#include <array>

#include "text/count_bytes.hpp"

namespace handvest {
namespace {

constexpr std::size_t kStride = 128;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

constexpr std::array<std::string_view, 3> kWideBlanks = {"\xC2\xA0", "\xE2\x80\x8B",
                                                         "\xEF\xBB\xBF"};

// Their last bytes are rarer than their first.
std::size_t wide_blanks_in(std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view sign : kWideBlanks) {
    for (auto at = text.find(sign.back()); at != text.npos; at = text.find(sign.back(), at + 1)) {
      if (text.substr(0, at + 1).ends_with(sign)) ++count;
    }
  }
  return count;
}

}  // namespace

std::size_t count_code_points(std::string_view text) {
  return count_bytes(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; });
}

std::size_t count_visible(std::string_view text) {
  return count_bytes(text,
                     [](unsigned char byte) { return (byte > ' ') & ((byte & 0xC0U) != 0x80U); }) -
         wide_blanks_in(text);
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / kStride + 1);
  for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
    checkpoints_.push_back(count_);
    count_ += count_code_points(text.substr(begin, kStride));
  }
}

std::size_t CodePointIndex::code_points_before(std::size_t offset) const {
  const std::size_t checkpoint = offset / kStride;
  const std::size_t begin = checkpoint * kStride;
  const std::size_t before = checkpoints_[checkpoint];
  // Most stretches hold nothing beyond ASCII.
  const bool ascii =
      checkpoint + 1 < checkpoints_.size() && checkpoints_[checkpoint + 1] - before == kStride;
  if (ascii) return before + (offset - begin);
  return before + count_code_points(text_.substr(begin, offset - begin));
}

std::size_t CodePointIndex::byte_of(std::size_t index) const {
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), index);
  const auto checkpoint = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  std::size_t seen = checkpoints_[checkpoint];
  for (std::size_t offset = checkpoint * kStride; offset < text_.size(); ++offset) {
    if (!starts_code_point(text_[offset])) continue;
    if (seen == index) return offset;
    ++seen;
  }
  return text_.size();
}

}  // namespace handvest
