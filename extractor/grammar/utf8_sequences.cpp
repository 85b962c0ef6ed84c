#include "grammar/utf8_sequences.hpp"

#include <algorithm>

namespace handvest {
namespace {

constexpr std::array<std::uint32_t, 4> kLastOfLength = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};

struct Encoded {
  std::array<std::uint8_t, 4> bytes{};
  std::size_t size = 0;
};

Encoded encoded(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<std::uint8_t>(value); };
  const auto tail = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3FU)); };
  if (code <= 0x7F) return {{byte(code)}, 1};
  if (code <= 0x7FF) return {{byte(0xC0 | (code >> 6U)), tail(0)}, 2};
  if (code <= 0xFFFF) return {{byte(0xE0 | (code >> 12U)), tail(6), tail(0)}, 3};
  return {{byte(0xF0 | (code >> 18U)), tail(12), tail(6), tail(0)}, 4};
}

// Both ends have the same length. Splits until each byte's range is independent of the others.
void add_sequences(std::uint32_t first, std::uint32_t last, std::vector<ByteSequence>& result) {
  for (unsigned i = 1; i < 4; ++i) {
    const std::uint32_t mask = (1U << (6 * i)) - 1;
    if (last <= 0x7F || (first & ~mask) == (last & ~mask)) continue;
    if ((first & mask) != 0) {
      add_sequences(first, first | mask, result);
      return add_sequences((first | mask) + 1, last, result);
    }
    if ((last & mask) != mask) {
      add_sequences(first, (last & ~mask) - 1, result);
      return add_sequences(last & ~mask, last, result);
    }
  }
  const auto low = encoded(first);
  const auto high = encoded(last);
  ByteSequence sequence;
  for (std::size_t i = 0; i < low.size; ++i) sequence.push_back({low.bytes[i], high.bytes[i]});
  result.push_back(sequence);
}

}  // namespace

std::vector<ByteSequence> utf8_sequences(CodeRange range) {
  std::vector<ByteSequence> result;
  std::uint32_t first = range.first;
  for (const std::uint32_t end : kLastOfLength) {
    if (first > range.last) break;
    if (first > end) continue;
    add_sequences(first, std::min(range.last, end), result);
    first = end + 1;
  }
  return result;
}

}  // namespace handvest
