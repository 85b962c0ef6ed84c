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

  std::size_t size() const { return squares_.size(); }
  /// The words of a unit, each once.
  Numbers words_of(std::size_t unit) const { return all_.words_of(all_.all()[unit]); }
  /// The units that have a word, in their order.
  Numbers units_with(Number word) const {
    return Numbers(units_).subspan(unit_begin_[word], unit_begin_[word + 1] - unit_begin_[word]);
  }
  /// The square of a word's weight: the rarer it is, the more.
  double square(Number word) const { return squares_[word]; }
  /// The sum of the squares of a unit's words.
  double norm(std::size_t unit) const;

 private:
  void invert();

  const Units& all_;
  std::vector<Number> units_;  // with each word, one after the other
  std::vector<Number> unit_begin_;
  std::vector<double> squares_;  // by word
};

}  // namespace handvest::meaning
