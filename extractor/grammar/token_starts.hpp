// The places of a text where a match can begin, found many bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace handvest {

/// Goes through the places of `text` where a token begins: each small letter behind neither letter
/// nor digit, each digit behind no digit, and each other byte but the blank. (A capital may begin
/// something within a word.) The text must outlive this.
class TokenStarts {
 public:
  /// Begins at the byte offset `from`, at most the text's size; looks at the byte before it.
  TokenStarts(std::string_view text, std::size_t from) : text_(text), block_(from) {
    if (from > 0) bytes_[0] = byte_at(from - 1);
    read();
  }

  /// The next place at or behind `least`, as a byte offset; the text's size when there is none.
  std::size_t next(std::size_t least = 0) {
    for (;;) {
      while (starts_ == 0) {
        if (!advance()) return text_.size();
      }
      const auto bit = static_cast<std::size_t>(std::countr_zero(starts_));
      starts_ &= starts_ - 1;
      const std::size_t place = block_ + word_ * kWord + bit / 8;
      if (place >= least) return place;
    }
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint64_t);
  static constexpr std::size_t kBlock = 64;

  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

  static constexpr bool within(std::uint8_t byte, std::uint8_t first, std::uint8_t last) {
    return static_cast<std::uint8_t>(byte - first) <= last - first;
  }

  static constexpr bool begins(std::uint8_t byte, std::uint8_t before) {
    const bool digit = within(byte, '0', '9');
    const bool small = within(byte, 'a', 'z');
    const bool behind_digit = within(before, '0', '9');
    const bool behind_letter = within(before | 0x20U, 'a', 'z');
    return (byte != ' ') & !(digit & behind_digit) & !(small & (behind_digit | behind_letter));
  }

  std::uint8_t byte_at(std::size_t at) const { return static_cast<std::uint8_t>(text_[at]); }

  // Blanks stand behind the text's end.
  void read() {
    const std::size_t size = std::min(kBlock, text_.size() - block_);
    if (size > 0) std::memcpy(bytes_.data() + 1, text_.data() + block_, size);
    std::memset(bytes_.data() + 1 + size, ' ', kBlock - size);
    // Without branches and of a known length: made into vector instructions.
    for (std::size_t i = 0; i < kBlock; ++i) flags_[i] = begins(bytes_[i + 1], bytes_[i]) ? 1 : 0;
    take(0);
  }

  void take(std::size_t word) {
    word_ = word;
    std::memcpy(&starts_, flags_.data() + word * kWord, kWord);
  }

  // To the next word of the block, or the next block; false at the text's end.
  bool advance() {
    if (word_ + 1 < kBlock / kWord) {
      take(word_ + 1);
      return true;
    }
    if (text_.size() - block_ <= kBlock) return false;
    block_ += kBlock;
    bytes_[0] = bytes_[kBlock];
    read();
    return true;
  }

  std::string_view text_;
  std::size_t block_;         ///< where the bytes that were read begin
  std::size_t word_ = 0;      ///< of the block, in words
  std::uint64_t starts_ = 0;  ///< a bit in each byte of the word that begins a token still to come
  std::array<std::uint8_t, kBlock + 1> bytes_{};  ///< the one before the block, and the block
  alignas(16) std::array<std::uint8_t, kBlock> flags_{};
};

}  // namespace handvest
