// What one version of a text has that the standard text has not. Private to meaning.
#pragma once

#include <string>
#include <vector>

#include "meaning/reading/passage.hpp"

namespace handvest::meaning {

/// Part of an item.
struct Extract {
  const Passage* passage = nullptr;
  Span at;  ///< in the passage
};

/// Normalised values, then names (words with a capital inside a sentence), of `member` that
/// `standard` has not; each name once.
std::vector<std::string> differences(const Extract& member, const Extract& standard);

}  // namespace handvest::meaning
