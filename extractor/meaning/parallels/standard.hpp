// Which version of a passage is its standard text. Private to meaning.
#pragma once

#include <cstdint>
#include <vector>

#include "meaning/parallels/groups.hpp"

namespace handvest::meaning {

/// Finds the standard texts of one group after the other.
class Standards {
 public:
  /// `pairs`: how many different numbers of pairs there are.
  explicit Standards(std::size_t pairs) : places_(pairs, 0) {}

  /// The version that is most like the others; of a large group the first few vote.
  const Version& of(const Group& group);

 private:
  using Versions = std::span<const Version>;

  // Each version's pairs as a row of bits, so that two are compared many pairs at a time.
  void write_rows(Versions versions);
  std::size_t number_pairs(Versions versions);
  double similarity(Versions versions, std::size_t a, std::size_t b) const;

  std::vector<Number> places_;       // by pair: its bit in the rows, from 1; 0 where it has none
  std::vector<std::uint64_t> rows_;  // one behind the other
  std::size_t width_ = 0;            // of a row
};

}  // namespace handvest::meaning
