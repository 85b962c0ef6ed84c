// The words that say what a target measures. Private to meaning.
#pragma once

#include <optional>
#include <vector>

#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// The stretches of a sentence between its figures, dates and brackets, without the small words and
/// verbs at their ends. The passage and its rules must outlive it.
class Stretches {
 public:
  Stretches(const Passage& passage, const Sentence& sentence, const Rules& rules);

  /// The stretch that names the indicator of `figure`, as a span of the passage: for a figure that
  /// stands there, the words behind it ('400 woningen'), else the first before it that say enough.
  /// Empty when there is none.
  Span indicator_of(const Figure& figure);

 private:
  struct Stretch {
    Span whole;
    std::optional<Span> words;  ///< without the small ones, once asked for: most are not
  };

  void add(Span whole);
  Span words_of(Stretch& stretch);
  Span trimmed_words(Span stretch) const;
  bool names_something(Span span) const;

  std::string_view text_;
  const Rules& rules_;
  std::vector<Stretch> stretches_;
};

}  // namespace handvest::meaning
