// The places of a text where one of some pairs of bytes stands.
#pragma once

#include <span>

#include "grammar/marked_places.hpp"

namespace handvest {

/// Two bytes with the bit set that tells small letters from capitals.
struct BytePair {
  static constexpr std::uint8_t kCase = 0x20;

  std::uint8_t first;
  std::uint8_t second;
};

/// Marks where one of the pairs stands, whatever its case. A line end follows the text's last byte.
class PairMarks {
 public:
  explicit PairMarks(std::span<const BytePair> pairs) : pairs_(pairs) {}

  PlaceFlags operator()(const std::uint8_t* bytes) const {
    PlaceFlags flags{};
    for (const auto [first, second] : pairs_) {
      // Without branches and of a known length: made into vector instructions.
      for (std::size_t i = 0; i < flags.size(); ++i) {
        const std::uint8_t is_first = (bytes[i] | BytePair::kCase) == first ? 1 : 0;
        const std::uint8_t is_second = (bytes[i + 1] | BytePair::kCase) == second ? 1 : 0;
        flags[i] |= is_first & is_second;
      }
    }
    return flags;
  }

 private:
  std::span<const BytePair> pairs_;
};

using PairStarts = MarkedPlaces<PairMarks>;

}  // namespace handvest
