// Code points as the bytes of UTF-8, for automata that read bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "grammar/syntax.hpp"

namespace handvest {

struct ByteRange {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
};

/// One to four byte ranges, one after the other.
class ByteSequence {
 public:
  void push_back(ByteRange range) { ranges_[size_++] = range; }
  std::size_t size() const { return size_; }
  const ByteRange* begin() const { return ranges_.data(); }
  const ByteRange* end() const { return ranges_.data() + size_; }
  ByteRange* begin() { return ranges_.data(); }
  ByteRange* end() { return ranges_.data() + size_; }
  const ByteRange& operator[](std::size_t i) const { return ranges_[i]; }

 private:
  std::array<ByteRange, 4> ranges_{};
  std::uint8_t size_ = 0;
};

/// UTF-8 byte sequences of a range of code points: the range is their union.
std::vector<ByteSequence> utf8_sequences(CodeRange range);

}  // namespace handvest
