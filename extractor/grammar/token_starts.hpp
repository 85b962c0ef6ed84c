// The places of a text where a token begins.
#pragma once

#include "grammar/marked_places.hpp"

namespace handvest {

/// Marks where a token begins: each small letter behind neither letter nor digit, each digit behind
/// no digit, and each other byte but the blank. (A capital may begin something within a word.)
class TokenMarks {
 public:
  PlaceFlags operator()(const std::uint8_t* bytes) const {
    PlaceFlags flags;
    // Without branches and of a known length: made into vector instructions.
    for (std::size_t i = 0; i < flags.size(); ++i) flags[i] = begins(bytes + i) ? 1 : 0;
    return flags;
  }

 private:
  static constexpr bool within(std::uint8_t byte, std::uint8_t first, std::uint8_t last) {
    return static_cast<std::uint8_t>(byte - first) <= last - first;
  }

  static constexpr bool begins(const std::uint8_t* at) {
    const std::uint8_t before = *(at - 1);
    const bool digit = within(*at, '0', '9');
    const bool small = within(*at, 'a', 'z');
    const bool behind_digit = within(before, '0', '9');
    const bool behind_letter = within(before | 0x20U, 'a', 'z');
    return (*at != ' ') & !(digit & behind_digit) & !(small & (behind_digit | behind_letter));
  }
};

using TokenStarts = MarkedPlaces<TokenMarks>;

}  // namespace handvest
