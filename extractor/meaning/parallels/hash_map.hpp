// A number for each of many hashes. Private to meaning.
#pragma once

#include <cstdint>
#include <vector>

#include "meaning/reading/words.hpp"

namespace handvest::meaning {

/// Open addressing: it is asked for every pair of words of a text. Its size is fixed.
class HashMap {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// For at most `most` hashes.
  explicit HashMap(std::size_t most) {
    std::size_t size = 64;
    while (size < most + most / 2) size *= 2;
    slots_.resize(size);
  }

  /// kNone where the hash has no number.
  std::uint32_t find(WordHash hash) const { return slots_[slot_of(hash)].number; }

  /// Keeps the number that the hash has already; gives the one that it has now.
  std::uint32_t insert(WordHash hash, std::uint32_t number) {
    Slot& slot = slots_[slot_of(hash)];
    if (slot.number == kNone) slot = {hash, number};
    return slot.number;
  }

 private:
  struct Slot {
    WordHash hash = 0;
    std::uint32_t number = kNone;
  };

  std::size_t slot_of(WordHash hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != kNone && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_;
};

}  // namespace handvest::meaning
