#include "meaning/parallels/vocabulary.hpp"

#include <cmath>

namespace handvest::meaning {

Vocabulary::Vocabulary(const Units& units) : all_(units) {
  invert();
  const auto all = static_cast<double>(units.all().size());
  squares_.reserve(units.different_words());
  for (std::size_t word = 0; word + 1 < unit_begin_.size(); ++word) {
    const auto times = static_cast<double>(unit_begin_[word + 1] - unit_begin_[word]);
    const double weight = std::log(all / times);
    squares_.push_back(weight * weight);
  }
}

// Counts the units of each word, then puts each where those of the words before it end.
void Vocabulary::invert() {
  const std::vector<Unit>& units = all_.all();
  unit_begin_.assign(all_.different_words() + 1, 0);
  for (const Unit& unit : units) {
    for (const Number word : all_.words_of(unit)) ++unit_begin_[word + 1];
  }
  for (std::size_t i = 1; i < unit_begin_.size(); ++i) unit_begin_[i] += unit_begin_[i - 1];
  units_.resize(unit_begin_.back());
  std::vector<Number> end(unit_begin_.begin(), unit_begin_.end() - 1);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    for (const Number word : words_of(unit)) units_[end[word]++] = static_cast<Number>(unit);
  }
}

double Vocabulary::norm(std::size_t unit) const {
  double sum = 0;
  for (const Number word : words_of(unit)) sum += square(word);
  return sum;
}

}  // namespace handvest::meaning
