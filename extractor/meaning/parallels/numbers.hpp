// Hashes as small numbers, which arrays are made by. Private to meaning.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "meaning/reading/words.hpp"

namespace handvest::meaning {

using Number = std::uint32_t;
using Numbers = std::span<const Number>;

/// Numbers hashes from 0 in the order in which they come. Open addressing: it is asked for every
/// word of a text.
class Numbering {
 public:
  /// `most`: about how many different ones will come, so that it need not grow for them.
  explicit Numbering(std::size_t most = 0)
      : slots_(std::bit_ceil(std::max(kFewestSlots, most + most / 2))) {}

  /// Puts their numbers in the place of hashes.
  void number(std::span<Number> hashes) {
    for (Number& hash : hashes) {
      Slot& slot = slot_of(hash);
      if (slot.next == 0) {
        slot = {hash, ++count_};
        hash = count_ - 1;
        if (std::size_t{count_} * 3 > slots_.size() * 2) grow();
      } else {
        hash = slot.next - 1;
      }
    }
  }

  std::size_t size() const { return count_; }

 private:
  struct Slot {
    WordHash hash = 0;
    Number next = 0;  // one more than the hash's number; 0 where there is none
  };

  // That of the hash, or the free one where it belongs.
  Slot& slot_of(WordHash hash) {
    const std::size_t mask = slots_.size() - 1;
    Slot* const slots = slots_.data();
    std::size_t at = hash & mask;
    while (slots[at].hash != hash && slots[at].next != 0) at = (at + 1) & mask;
    return slots[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.next != 0) slot_of(slot.hash) = slot;
    }
  }

  static constexpr std::size_t kFewestSlots = 1024;
  std::vector<Slot> slots_;  // as many as a power of two
  Number count_ = 0;
};

/// Tells the hashes that came more than once from nearly all others, in two bits for each.
class Sieve {
 public:
  /// For up to about `most` hashes.
  explicit Sieve(std::size_t most)
      : mask_(std::bit_ceil(std::max(most * kRoom, kBits)) / kBits - 1), places_(mask_ + 1) {}

  void add(WordHash hash) {
    Place& place = places_[place_of(hash)];
    place.again |= place.once & bit_of(hash);
    place.once |= bit_of(hash);
  }

  bool came_again(WordHash hash) const {
    return (places_[place_of(hash)].again & bit_of(hash)) != 0;
  }

 private:
  // A bit for each hash. Both are asked for together.
  struct Place {
    std::uint64_t once = 0;
    std::uint64_t again = 0;
  };

  static constexpr std::size_t kBits = 64;
  static constexpr std::size_t kRoom = 4;  // places for each: few share one by chance
  static std::uint64_t bit_of(WordHash hash) { return std::uint64_t{1} << (hash % kBits); }
  std::size_t place_of(WordHash hash) const { return hash / kBits & mask_; }

  std::size_t mask_;
  std::vector<Place> places_;
};

}  // namespace handvest::meaning
