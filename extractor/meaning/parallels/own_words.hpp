// Passages in which further charters say in words of their own what a group says. Private to
// meaning.
#pragma once

#include <vector>

#include "meaning/parallels/groups.hpp"

namespace handvest::meaning {

/// Adds to each group that several charters have, for a charter that it lacks, the sentence that
/// speaks most of the same: it shares a word that is characteristic of the group ('conciërge') and
/// is near to one of the standard's sentences by the rarity of the words that they share. Such
/// versions have little or no likeness by word pairs.
void add_own_words(std::vector<Group>& groups, const Units& units);

}  // namespace handvest::meaning
