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

/// Numbers hashes from 1 in the order in which they come; the hash 0 has the number 0. Open
/// addressing: it is asked for every word of a text.
class Numbering {
 public:
  /// `most`: about how many different ones will come, so that it need not grow for them.
  explicit Numbering(std::size_t most = 0)
      : slots_(std::bit_ceil(std::max(kFewestSlots, most + most / 2))) {}

  /// Writes the numbers of a text's hashes, each once, to `to`, which may be where the hashes stand
  /// or before it. Gives the end of what it wrote.
  Number* number(Numbers hashes, Number* to) {
    if (count_ + hashes.size() > most_) make_room(hashes.size());
    const Number text = ++text_;
    Number* const last = last_.data();
    for (const WordHash hash : hashes) {
      const Number number = number_of(hash);
      *to = number;
      to += last[number] == text ? 0 : 1;
      last[number] = text;
    }
    return to;
  }

  /// How many numbers there are, 0 among them.
  std::size_t size() const { return count_; }

 private:
  struct Slot {
    WordHash hash = 0;  // 0 where there is none
    Number number = 0;
  };

  Number number_of(WordHash hash) {
    Slot& slot = slot_of(hash);
    if (slot.hash != hash) slot = {hash, count_++};
    return slot.number;
  }

  // That of the hash, or the free one where it belongs.
  Slot& slot_of(WordHash hash) {
    const std::size_t mask = slots_.size() - 1;
    Slot* const slots = slots_.data();
    std::size_t at = hash & mask;
    while (slots[at].hash != hash && slots[at].hash != 0) at = (at + 1) & mask;
    return slots[at];
  }

  void make_room(std::size_t more) {
    while ((count_ + more) * 3 > slots_.size() * 2) grow();
    most_ = slots_.size() * 2 / 3;
    last_.resize(most_, 0);
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.hash != 0) slot_of(slot.hash) = slot;
    }
  }

  static constexpr std::size_t kFewestSlots = 1024;
  std::vector<Slot> slots_;   // as many as a power of two
  std::vector<Number> last_;  // by number: the last text that had it
  std::size_t most_ = 0;      // numbers that there is room for
  Number count_ = 1;
  Number text_ = 0;
};

/// Tells the hashes that came more than once from nearly all others, in two bits for each.
class Sieve {
 public:
  /// For up to about `most` hashes.
  explicit Sieve(std::size_t most)
      : words_(std::bit_ceil(std::max<std::size_t>(most * kRoom, kPlaces)) / kPlaces),
        mask_(static_cast<WordHash>(words_.size() - 1)) {}

  void add(WordHash hash) {
    std::uint64_t& word = words_[word_of(hash)];
    const std::uint64_t once = std::uint64_t{1} << bit_of(hash);
    word |= (word & once) << 1U | once;
  }

  /// Writes those of `hashes` that came again, or `all`, to `to`, which may be where they stand or
  /// before it. Gives the end of what it wrote. Without branches: which came again cannot be
  /// foreseen.
  WordHash* pick(std::span<const WordHash> hashes, bool all, WordHash* to) const {
    const std::uint64_t always = all ? kAgain : 0;
    for (const WordHash hash : hashes) {
      *to = hash;
      to += ((words_[word_of(hash)] >> bit_of(hash) | always) & kAgain) / kAgain;
    }
    return to;
  }

 private:
  // Of the two bits of each place the lower one says that a hash came, the upper one: again.
  static constexpr WordHash kPlaces = 32;  // in a word
  static constexpr std::uint64_t kAgain = 2;
  static constexpr std::size_t kRoom = 4;  // places for each hash: few share one by chance

  static WordHash bit_of(WordHash hash) { return hash * 2 % (2 * kPlaces); }
  WordHash word_of(WordHash hash) const { return hash / kPlaces & mask_; }

  std::vector<std::uint64_t> words_;
  WordHash mask_;
};

}  // namespace handvest::meaning
