// The long words of all units and how rare they are. Private to meaning.
#pragma once

#include <vector>

#include "meaning/parallels/units.hpp"

namespace handvest::meaning {

/// Words and units by their numbers.
class Vocabulary {
 public:
  /// The units must outlive it.
  explicit Vocabulary(const Units& units);

  std::size_t size() const { return times_.size(); }
  /// The words of a unit, each once.
  Numbers words_of(std::size_t unit) const { return all_.words_of(all_.all()[unit]); }
  /// How many units have a word.
  std::size_t times(Number word) const { return times_[word]; }

  /// Looks for the units that have any of `words`: few words are asked for them. Once.
  void find_units_with(Numbers words);
  /// The units that have one of these words, in their order.
  Numbers units_with(Number word) const {
    return Numbers(units_).subspan(units_end_[word] - times_[word], times_[word]);
  }
  /// The square of a word's weight: the rarer it is, the more.
  double square(Number word) const { return squares_[word]; }
  /// The sum of the squares of a unit's words.
  double norm(std::size_t unit) const;

 private:
  void weigh();

  const Units& all_;
  std::vector<Number> times_;      // by word
  std::vector<double> squares_;    // by word
  std::vector<Number> units_;      // with each word that is asked for, one after the other
  std::vector<Number> units_end_;  // by word that is asked for: where its units end
};

}  // namespace handvest::meaning
