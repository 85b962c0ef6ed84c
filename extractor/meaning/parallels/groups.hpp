// Which sentences make up one passage that several charters have. Private to meaning.
#pragma once

#include <vector>

#include "meaning/parallels/units.hpp"
#include "meaning/reading/pool.hpp"

namespace handvest::meaning {

/// One charter's version of a passage: neighbouring units of one item, and a few sentences behind
/// them that this charter alone has.
struct Version {
  const Passage* passage = nullptr;
  Span at;             ///< in the passage
  Pairs pairs;         ///< of the units
  Number unit = 0;     ///< the first
  Number charter = 0;  ///< number of its charter
  bool own_words = false;
};

/// The versions of one passage, in the order of the text; several of one charter are possible.
using Group = std::vector<Version>;

/// Groups with versions in at least two charters. Sentences that stand side by side in at least
/// half of the charters that have them belong to one passage. The pairs of versions of several
/// units are kept in `pairs`, those of one unit are the unit's.
std::vector<Group> groups_of(const Units& units, const Clusters& clusters, Pool<Number>& pairs);

}  // namespace handvest::meaning
