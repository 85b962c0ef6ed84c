// Which way a goal goes. Private to meaning.
#pragma once

#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// -1 or 1 as the words around a change say, those behind it first; `otherwise` when none do.
int sign_of(const Sentence& sentence, const Figure& figure, const Rules& rules, int otherwise);

}  // namespace handvest::meaning
