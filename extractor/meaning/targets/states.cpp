#include "meaning/targets/states.hpp"

#include <algorithm>
#include <utility>

#include "meaning/reading/shingles.hpp"

namespace handvest::meaning {
namespace {

HashSet content_words(std::string_view text) {
  HashSet hashes;
  for (const HashedWord& word : words_of(text)) {
    if (word.is_long()) hashes.push_back(word.hash);
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace

bool is_share(const Figure& figure) { return figure.kind != Kind::number; }

std::size_t shared_words(std::string_view a, std::string_view b) {
  return shared(content_words(a), content_words(b));
}

void States::enter(const Sentence& sentence, std::size_t number) {
  sentence_ = sentence.text;
  number_ = number;
  shared_.reset();
}

void States::keep(const Figure& figure, TargetPoint point) {
  State& state = slot(figure);
  if (figure.rank == 0 || state.sentence != number_) state.points.clear();
  state.points.push_back(std::move(point));
  state.sentence = number_;
  state.now = figure.now;
  told_in_ = sentence_;
  shared_.reset();
}

void States::replace(const Figure& figure, TargetPoint point, std::size_t number) {
  slot(figure) = {{std::move(point)}, number, false};
}

void States::come_from_before() {
  for (State& state : states_) state.sentence = 0;
}

State& States::slot(const Figure& figure) { return states_[is_share(figure) ? 1 : 0]; }
const State& States::like(const Figure& figure) const { return states_[is_share(figure) ? 1 : 0]; }

bool States::shares_words(const State& state) const {
  if (!shared_) shared_ = shared_words(told_in_, sentence_);
  const bool just_told = state.now && state.sentence + 1 == number_;
  return *shared_ >= (just_told ? 1 : 2);
}

}  // namespace handvest::meaning
