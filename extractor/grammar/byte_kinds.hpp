// Kinds of bytes and pairs of bytes, for what may follow what: small enough to stay at hand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace handvest {

constexpr std::size_t kByteKinds = 64;

constexpr std::array<std::uint8_t, 256> byte_kinds() {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t i = 0; i < 26; ++i) {
    kinds['a' + i] = static_cast<std::uint8_t>(1 + i);
    kinds['A' + i] = static_cast<std::uint8_t>(33 + i);
  }
  for (std::size_t digit = '0'; digit <= '9'; ++digit) kinds[digit] = 27;
  kinds[' '] = kinds['\n'] = kinds['\t'] = 28;
  kinds['.'] = kinds[','] = 29;
  kinds['-'] = 30;
  for (std::size_t byte = 0x80; byte < kinds.size(); ++byte) kinds[byte] = 31;
  return kinds;
}

/// One of kByteKinds: a letter, a digit, a blank, a byte beyond ASCII, and so on. Capitals are 32
/// above their small letters, so that the kind's lower five bits know no case.
inline std::uint8_t kind_of_byte(std::uint8_t byte) {
  static constexpr std::array<std::uint8_t, 256> kKinds = byte_kinds();
  return kKinds[byte];
}

/// Two bytes with the bit set that tells small letters from capitals.
struct BytePair {
  static constexpr std::uint8_t kCase = 0x20;

  std::uint8_t first;
  std::uint8_t second;
};

/// Pairs of bytes, by their kinds.
struct KindPairs {
  /// By the kind of the first byte, a bit for each kind of the second without its case.
  std::array<std::uint32_t, kByteKinds> seconds{};

  bool has_first(std::uint8_t first) const { return seconds[kind_of_byte(first)] != 0; }
  bool has(std::uint8_t first, std::uint8_t second) const {
    return (seconds[kind_of_byte(first)] >> (kind_of_byte(second) & 31U) & 1U) != 0;
  }
  void add(std::uint8_t first, std::uint8_t second) {
    seconds[kind_of_byte(first)] |= 1U << (kind_of_byte(second) & 31U);
  }
};

}  // namespace handvest
