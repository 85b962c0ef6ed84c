// The places of a text that a test marks, found many bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace handvest {

/// The places of one block of text.
constexpr std::size_t kPlacesOfBlock = 64;
using PlaceFlags = std::array<std::uint8_t, kPlacesOfBlock>;

/// Goes through the places of `text` that `Marks` marks. Called with a pointer to the first byte of
/// a block, of which the bytes from -1 to kPlacesOfBlock may be read, it gives PlaceFlags: 1 for
/// each place that it marks, else 0. Line ends stand around the text. The text must outlive this.
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
    while (places_ == 0) {
      if (text_.size() - block_ <= kPlacesOfBlock) return text_.size();
      block_ += kPlacesOfBlock;
      read();
    }
    const std::size_t place = block_ + static_cast<std::size_t>(std::countr_zero(places_));
    places_ &= places_ - 1;
    return std::min(place, text_.size());
  }

 private:
  static constexpr std::size_t kWord = sizeof(std::uint64_t);

  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

  void leave_out(std::size_t least) {
    if (least - block_ >= kPlacesOfBlock) {
      block_ = std::min(least, text_.size());
      places_ = 0;
      if (block_ < text_.size()) read();
    } else {
      places_ &= ~std::uint64_t{0} << (least - block_);
    }
  }

  // The text's own bytes where those beside the block are there.
  void read() {
    const bool amid = block_ > 0 && text_.size() - block_ > kPlacesOfBlock;
    if (amid) {
      take(marks_(reinterpret_cast<const std::uint8_t*>(text_.data() + block_)));
      return;
    }
    std::array<std::uint8_t, kPlacesOfBlock + 2> bytes;
    bytes.fill('\n');
    const std::size_t before = block_ > 0 ? 1 : 0;
    const std::size_t size = std::min(kPlacesOfBlock + 1, text_.size() - block_);
    std::memcpy(bytes.data() + 1 - before, text_.data() + block_ - before, size + before);
    take(marks_(bytes.data() + 1));
  }

  // A bit of each flag: the product moves those of a word into its highest byte.
  void take(const PlaceFlags& flags) {
    constexpr std::uint64_t kGather = 0x0102040810204080U;
    places_ = 0;
    for (std::size_t i = 0; i < kPlacesOfBlock; i += kWord) {
      std::uint64_t word = 0;
      std::memcpy(&word, flags.data() + i, kWord);
      places_ |= (word * kGather >> 56U) << i;
    }
  }

  Marks marks_;
  std::string_view text_;
  std::size_t block_;         ///< where the bytes that were read begin
  std::uint64_t places_ = 0;  ///< a bit for each place of the block that is still to come
};

}  // namespace handvest
