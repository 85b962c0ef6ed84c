#include "meaning/parallels/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace handvest::meaning {

Vocabulary::Vocabulary(const Units& units) : all_(units), times_(units.different_words(), 0) {
  for (const Unit& unit : units.all()) {
    for (const Number word : units.words_of(unit)) ++times_[word];
  }
  weigh();
}

// Most words come a few times only: the weights of those that come as often are the same.
void Vocabulary::weigh() {
  constexpr std::size_t kFew = 64;
  const auto all = static_cast<double>(all_.all().size());
  const auto square_of = [&](std::size_t times) {
    const double weight = std::log(all / static_cast<double>(times));
    return weight * weight;
  };
  std::array<double, kFew> squares{};
  for (std::size_t times = 1; times < kFew; ++times) squares[times] = square_of(times);
  squares_.reserve(times_.size());
  for (const Number times : times_) {
    squares_.push_back(times < kFew ? squares[times] : square_of(times));
  }
}

// The room that each word needs is known, and each unit is put behind those before it; those of all
// other words go to one place behind all. Without branches: which words are asked for cannot be
// foreseen.
void Vocabulary::find_units_with(Numbers words) {
  constexpr Number kNotYet = std::numeric_limits<Number>::max();
  units_end_.assign(times_.size(), kNotYet);
  Number size = 0;
  for (const Number word : words) {
    if (units_end_[word] != kNotYet) continue;
    units_end_[word] = size;
    size += times_[word];
  }
  std::replace(units_end_.begin(), units_end_.end(), kNotYet, size);
  units_.resize(std::size_t{size} + 1);
  Number* const ends = units_end_.data();
  Number* const found = units_.data();
  for (std::size_t unit = 0; unit < all_.all().size(); ++unit) {
    for (const Number word : words_of(unit)) {
      const Number end = ends[word];
      found[end] = static_cast<Number>(unit);
      ends[word] = end + (end == size ? 0 : 1);
    }
  }
}

double Vocabulary::norm(std::size_t unit) const {
  double sum = 0;
  for (const Number word : words_of(unit)) sum += square(word);
  return sum;
}

}  // namespace handvest::meaning
