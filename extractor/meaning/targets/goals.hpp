// The goals that an item sets. Private to meaning.
#pragma once

#include <string>
#include <vector>

#include "meaning/targets.hpp"
#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

class Goals {
 public:
  /// They are added to `all`, behind those of earlier items.
  explicit Goals(std::vector<Target>& all) : all_(all), first_(all.size()) {}

  /// Adds an empty goal, to be filled in. Goals are added in the order of the text; sentences are
  /// numbered from 1.
  Target& add(const Figure& figure, std::size_t sentence);
  /// Takes the last goal away again.
  Target take_back();

  std::size_t size() const { return all_.size() - first_; }
  bool empty() const { return size() == 0; }
  Target& last() { return all_.back(); }
  const Target& last() const { return all_.back(); }
  /// Number of the sentence that set the last one; 0 when there was none.
  std::size_t sentence() const { return sentence_; }

  /// The last goal that `figure` of sentence `number` may be the baseline of: of its kind and its
  /// place in a group, or a change that a number in brackets explains. May be nullptr.
  Target* for_baseline(const Sentence& sentence, const Figure& figure, std::size_t number);
  /// 'om de 25% zo dicht mogelijk te benaderen': a share without date of which an earlier sentence
  /// told more.
  bool repeats(const Figure& figure) const;

 private:
  // What is asked of the figure that a goal was made of.
  struct Origin {
    int paren = 0;
    std::size_t rank = 0;
  };

  std::vector<Target>& all_;
  std::size_t first_;            // of the item's own
  std::vector<Origin> origins_;  // of these
  std::size_t sentence_ = 0;
};

/// Sets the baseline, unless it lies behind the goal in time, and with it the direction.
void set_baseline(Target& target, TargetPoint baseline);

/// "up", "down" or "keep", of a target that has a baseline.
std::string_view direction_between(const Target& target);

}  // namespace handvest::meaning
