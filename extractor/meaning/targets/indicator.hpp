// The words that say what a target measures. Private to meaning.
#pragma once

#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// The stretches of a sentence between its figures, dates and brackets, without the small words and
/// verbs at their ends. Spans of the passage.
std::vector<Span> stretches_of(const Passage& passage, const Sentence& sentence,
                               const Rules& rules);

/// The stretch that names the indicator of `figure`: for a figure that stands there, the words
/// behind it ('400 woningen'), else the first before it that say enough. Empty when there is none.
Span indicator_of(std::string_view text, const std::vector<Span>& stretches, const Figure& figure);

}  // namespace handvest::meaning
