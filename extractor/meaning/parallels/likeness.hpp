// Likeness of texts by the pairs of words that they share. Private to meaning.
#pragma once

#include <vector>

#include "meaning/parallels/numbers.hpp"

namespace handvest::meaning {

/// The pairs of neighbouring words that a text has, each once.
struct Pairs {
  Numbers shared;       ///< those that other texts may have too
  std::size_t all = 0;  ///< how many it has, with those that are its own
};

/// Share of the pairs of two texts that both have, 0 to 1; `all` are those of the one and the
/// other.
inline double jaccard(std::size_t both, std::size_t all) {
  return all == both ? 0 : static_cast<double>(both) / static_cast<double>(all - both);
}

/// Compares one text with many.
class Likeness {
 public:
  /// `pairs`: how many different numbers there are.
  explicit Likeness(std::size_t pairs) : seen_in_(pairs, 0) {}

  /// The text to compare with.
  void take(const Pairs& text) {
    ++text_;
    all_ = text.all;
    for (const Number pair : text.shared) seen_in_[pair] = text_;
  }

  /// How many pairs the other has too. Of a text and itself: only the shared ones.
  std::size_t both(const Pairs& other) const {
    std::size_t count = 0;
    for (const Number pair : other.shared) count += seen_in_[pair] == text_ ? 1 : 0;
    return count;
  }

  /// Share of the pairs of both that both have.
  double similarity(const Pairs& other) const { return jaccard(both(other), all_ + other.all); }

 private:
  std::vector<Number> seen_in_;  // by pair: the last text taken that has it
  Number text_ = 0;
  std::size_t all_ = 0;
};

}  // namespace handvest::meaning
