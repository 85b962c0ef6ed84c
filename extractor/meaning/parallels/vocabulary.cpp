#include "meaning/parallels/vocabulary.hpp"

#include <cmath>

#include "meaning/parallels/hash_map.hpp"

namespace handvest::meaning {

Vocabulary::Vocabulary(const std::vector<Unit>& units) {
  number_words(units);
  invert();
  const auto all = static_cast<double>(units.size());
  for (std::size_t word = 0; word + 1 < unit_begin_.size(); ++word) {
    const auto times = static_cast<double>(unit_begin_[word + 1] - unit_begin_[word]);
    const double weight = std::log(all / times);
    squares_.push_back(weight * weight);
  }
}

void Vocabulary::number_words(const std::vector<Unit>& units) {
  std::size_t count = 0;
  for (const Unit& unit : units) count += unit.long_words.size();
  words_.reserve(count);
  HashMap numbers;
  Number next = 0;
  for (const Unit& unit : units) {
    word_begin_.push_back(static_cast<Number>(words_.size()));
    for (const WordHash hash : unit.long_words) {
      const Number word = numbers.insert(hash, next);
      if (word == next) ++next;
      words_.push_back(word);
    }
  }
  word_begin_.push_back(static_cast<Number>(words_.size()));
  unit_begin_.assign(next + 1, 0);
}

// Counts the units of each word, then puts each where those of the words before it end.
void Vocabulary::invert() {
  for (const Number word : words_) ++unit_begin_[word + 1];
  for (std::size_t i = 1; i < unit_begin_.size(); ++i) unit_begin_[i] += unit_begin_[i - 1];
  std::vector<Number> end(unit_begin_.begin(), unit_begin_.end() - 1);
  units_.resize(words_.size());
  for (std::size_t unit = 0; unit + 1 < word_begin_.size(); ++unit) {
    for (const Number word : words_of(unit)) units_[end[word]++] = static_cast<Number>(unit);
  }
}

double Vocabulary::norm(std::size_t unit) const {
  double sum = 0;
  for (const Number word : words_of(unit)) sum += square(word);
  return sum;
}

}  // namespace handvest::meaning
