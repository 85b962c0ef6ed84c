// The long words of all units and how rare they are. Private to meaning.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "meaning/parallels/units.hpp"

namespace handvest::meaning {

/// Words and units are numbered from 0, words in the order of the text.
class Vocabulary {
 public:
  using Number = std::uint32_t;
  using Numbers = std::span<const Number>;

  explicit Vocabulary(const std::vector<Unit>& units);

  std::size_t size() const { return squares_.size(); }
  /// The words of a unit, each once.
  Numbers words_of(std::size_t unit) const { return part(words_, word_begin_, unit); }
  /// The units that have a word, in their order.
  Numbers units_with(Number word) const { return part(units_, unit_begin_, word); }
  /// The square of a word's weight: the rarer it is, the more.
  double square(Number word) const { return squares_[word]; }
  /// The sum of the squares of a unit's words.
  double norm(std::size_t unit) const;

 private:
  static Numbers part(const std::vector<Number>& all, const std::vector<Number>& begin,
                      std::size_t at) {
    return Numbers(all).subspan(begin[at], begin[at + 1] - begin[at]);
  }
  void number_words(const std::vector<Unit>& units);
  void invert();

  std::vector<Number> words_;  // of all units, one after the other
  std::vector<Number> word_begin_;
  std::vector<Number> units_;  // with each word, one after the other
  std::vector<Number> unit_begin_;
  std::vector<double> squares_;  // by word
};

}  // namespace handvest::meaning
