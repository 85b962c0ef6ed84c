// The words that say what a target measures. Private to meaning.
#pragma once

#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// The words of the sentence that name the indicator of `figure`: for a figure that stands there,
/// those behind it ('400 woningen'), else those before the first figure or date that say enough.
/// A span of the passage; empty when there are none.
Span indicator_of(const Passage& passage, const Sentence& sentence, const Figure& figure,
                  const Rules& rules);

}  // namespace handvest::meaning
