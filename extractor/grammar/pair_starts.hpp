// The places of a text where one of some pairs of bytes stands.
#pragma once

#include <span>

#include "grammar/byte_kinds.hpp"
#include "grammar/marked_places.hpp"

namespace handvest {

/// Marks where one of the pairs stands, whatever its case. A line end follows the text's last byte.
class PairMarks {
 public:
  explicit PairMarks(std::span<const BytePair> pairs) : pairs_(pairs) {}

  PlaceBits operator()(const std::uint8_t* bytes) const {
    std::array<std::uint8_t, kPlacesOfBlock> flags{};
    for (const auto [first, second] : pairs_) {
      // Without branches and of a known length: made into vector instructions.
      for (std::size_t i = 0; i < flags.size(); ++i) {
        const std::uint8_t is_first = flag((bytes[i] | BytePair::kCase) == first);
        const std::uint8_t is_second = flag((bytes[i + 1] | BytePair::kCase) == second);
        flags[i] |= is_first & is_second;
      }
    }
    return places_where([&](std::size_t i) { return flags[i]; });
  }

 private:
  std::span<const BytePair> pairs_;
};

using PairStarts = MarkedPlaces<PairMarks>;

}  // namespace handvest
