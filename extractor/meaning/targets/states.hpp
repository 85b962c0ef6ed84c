// What the sentences of an item tell of how things are. Private to meaning.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "meaning/targets.hpp"
#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

struct State {
  std::vector<TargetPoint> points;  ///< by rank in a group
  std::size_t sentence = 0;         ///< number of the sentence that told it
  bool now = false;                 ///< told as how things are now
};

/// The last state of percentages and the last of numbers. The texts of the sentences must outlive
/// it.
class States {
 public:
  /// A sentence begins; sentences are numbered from 1.
  void enter(const Sentence& sentence, std::size_t number);
  /// `figure` of this sentence tells a state.
  void keep(const Figure& figure, TargetPoint point);
  /// What looked like a goal of sentence `number` is the state of the kind of `figure`.
  void replace(const Figure& figure, TargetPoint point, std::size_t number);
  /// The states are those of the item before.
  void come_from_before();

  /// Was anything told?
  bool tells() const { return !states_[0].points.empty() || !states_[1].points.empty(); }
  /// The last state of the kind of `figure`; without points when nothing was told.
  const State& like(const Figure& figure) const;
  /// 'Nu is het bereik 70%. Het streven is een bereik van 100%': has this sentence words of the one
  /// that told the state? One is enough behind a sentence that tells how things are now.
  bool shares_words(const State& state) const;

 private:
  State& slot(const Figure& figure);

  std::array<State, 2> states_;  // numbers, percentages
  std::string_view told_in_;     // the sentence that told the last of them
  std::string_view sentence_;
  std::size_t number_ = 0;
  mutable std::optional<std::size_t> shared_;  // words of both
};

bool is_share(const Figure& figure);

/// How many longer words both texts have.
std::size_t shared_words(std::string_view a, std::string_view b);

}  // namespace handvest::meaning
