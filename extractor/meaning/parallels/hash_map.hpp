// A number for each of many hashes. Private to meaning.
#pragma once

#include <cstdint>
#include <vector>

#include "meaning/reading/words.hpp"

namespace handvest::meaning {

/// Open addressing: it is asked for every pair of words of a text.
class HashMap {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// kNone where the hash has no number.
  std::uint32_t find(WordHash hash) const { return slots_[slot_of(hash)].number; }

  /// Keeps the number that the hash has already; gives the one that it has now.
  std::uint32_t insert(WordHash hash, std::uint32_t number) {
    Slot& slot = slots_[slot_of(hash)];
    if (slot.number != kNone) return slot.number;
    slot = {hash, number};
    if (++count_ * 3 > slots_.size() * 2) grow();
    return number;
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

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) slots_[slot_of(slot.hash)] = slot;
    }
  }

  static constexpr std::size_t kFirstSize = 1024;  // sizes are powers of two
  std::vector<Slot> slots_ = std::vector<Slot>(kFirstSize);
  std::size_t count_ = 0;
};

}  // namespace handvest::meaning
