// The places of a text that a test marks, found many bytes at a time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <tuple>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace handvest {

/// The places of one block of text.
constexpr std::size_t kPlacesOfBlock = 64;
/// A bit for each place, the lowest for the first.
using PlaceBits = std::uint64_t;

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

/// What a test says of a byte.
constexpr std::uint8_t flag(bool marked) { return marked ? 0xFF : 0; }

/// As many flags as a vector holds.
using SomeFlags = std::array<std::uint8_t, 16>;

inline PlaceBits bits_of(const SomeFlags& flags) {
#if defined(__SSE2__)
  // One instruction takes what no loop is made into.
  __m128i vector;
  std::memcpy(&vector, flags.data(), sizeof vector);
  return static_cast<std::uint16_t>(_mm_movemask_epi8(vector));
#else
  // The product moves a bit of each byte of a word into its highest byte.
  const auto gathered = [&](std::size_t begin) {
    std::uint64_t word = 0;
    std::memcpy(&word, flags.data() + begin, sizeof word);
    return (word & 0x0101010101010101U) * 0x0102040810204080U >> 56U;
  };
  return gathered(0) | gathered(8) << 8U;
#endif
}

/// The places of a block of which `test`, called with their number, gives a flag. Tests of bytes
/// without branches are made into vector instructions here.
template <typename Test>
PlaceBits places_where(const Test& test) {
  const auto some = [&](std::size_t begin) {
    SomeFlags flags;
    for (std::size_t i = 0; i < flags.size(); ++i) flags[i] = test(begin + i);
    return bits_of(flags) << begin;
  };
  static_assert(kPlacesOfBlock == 4 * std::tuple_size_v<SomeFlags>);
  return some(0) | some(16) | some(32) | some(48);  // no loop: compilers leave it one
}

/// Goes through the places of `text` that `Marks` marks. Called with a pointer to the first byte of
/// a block, of which the bytes from -1 to kPlacesOfBlock may be read, it gives PlaceBits. Line ends
/// stand around the text. The text must outlive this.
template <typename Marks>
class MarkedPlaces {
 public:
  /// Begins at the byte offset `from`, at most the text's size; looks at the byte before it.
  MarkedPlaces(std::string_view text, std::size_t from, Marks marks = {})
      : marks_(marks), text_(text), block_(from) {
    if (from < text.size()) read();
  }

  /// The next place at or behind `least`, as a byte offset; the text's size when there is none.
  std::size_t next(std::size_t least = 0) {
    if (least > block_) leave_out(least);
    if (places_ == 0 && !read_on()) return text_.size();
    const std::size_t place = block_ + static_cast<std::size_t>(std::countr_zero(places_));
    places_ &= places_ - 1;
    return place;
  }

 private:
  void leave_out(std::size_t least) {
    if (least - block_ >= kPlacesOfBlock) {
      block_ = least < text_.size() ? least : text_.size();
      places_ = 0;
      if (block_ < text_.size()) read();
    } else {
      places_ &= ~PlaceBits{0} << (least - block_);
    }
  }

  // Up to the next block that has places; false when there is none.
  bool read_on() {
    while (places_ == 0) {
      if (text_.size() - block_ <= kPlacesOfBlock) return false;
      block_ += kPlacesOfBlock;
      read();
    }
    return true;
  }

  // The text's own bytes where those beside the block are there. Most places need no reading: where
  // this is apart, what finds them is small enough to be part of its callers.
  [[gnu::noinline]] void read() {
    const bool amid = block_ > 0 && text_.size() - block_ > kPlacesOfBlock;
    if (amid) {
      places_ = marks_(reinterpret_cast<const std::uint8_t*>(text_.data() + block_));
    } else {
      read_edge();
    }
  }

  void read_edge() {
    std::array<std::uint8_t, kPlacesOfBlock + 2> bytes;
    bytes.fill('\n');
    const std::size_t before = block_ > 0 ? 1 : 0;
    const std::size_t left = text_.size() - block_;
    const std::size_t size = left < kPlacesOfBlock ? left : kPlacesOfBlock + 1;
    std::memcpy(bytes.data() + 1 - before, text_.data() + block_ - before, size + before);
    places_ = marks_(bytes.data() + 1);
    if (left < kPlacesOfBlock) places_ &= ~(~PlaceBits{0} << left);
  }

  Marks marks_;
  std::string_view text_;
  std::size_t block_;     ///< where the bytes that were read begin
  PlaceBits places_ = 0;  ///< those of the block that are still to come
};

}  // namespace handvest
