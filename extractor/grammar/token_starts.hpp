// The places of a text where a token begins.
#pragma once

#include "grammar/marked_places.hpp"

namespace handvest {

/// Marks where a token begins: each small letter behind neither letter nor digit, each digit behind
/// no digit, and each other byte but the blank. (A capital may begin something within a word.)
class TokenMarks {
 public:
  PlaceBits operator()(const std::uint8_t* bytes) const {
    const auto digits = places_where([&](std::size_t i) { return flag(is_digit(bytes[i])); });
    const auto small = places_where([&](std::size_t i) { return flag(is_small(bytes[i])); });
    const auto letters = places_where([&](std::size_t i) { return flag(is_letter(bytes[i])); });
    const auto blanks = places_where([&](std::size_t i) { return flag(bytes[i] == ' '); });
    const std::uint8_t before = *(bytes - 1);
    const PlaceBits behind_digit = digits << 1U | PlaceBits{is_digit(before)};
    const PlaceBits behind_letter = letters << 1U | PlaceBits{is_letter(before)};
    return ~(blanks | (digits & behind_digit) | (small & (behind_digit | behind_letter)));
  }

 private:
  static constexpr bool within(std::uint8_t byte, std::uint8_t first, std::uint8_t last) {
    return static_cast<std::uint8_t>(byte - first) <= last - first;
  }
  static constexpr bool is_digit(std::uint8_t byte) { return within(byte, '0', '9'); }
  static constexpr bool is_small(std::uint8_t byte) { return within(byte, 'a', 'z'); }
  static constexpr bool is_letter(std::uint8_t byte) { return is_small(byte | 0x20U); }
};

using TokenStarts = MarkedPlaces<TokenMarks>;

}  // namespace handvest
