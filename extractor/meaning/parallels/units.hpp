// The sentences of all charters, and which of them are versions of one another. Private to meaning.
#pragma once

#include <vector>

#include "meaning/reading/reading.hpp"
#include "meaning/reading/shingles.hpp"

namespace handvest::meaning {

/// A sentence of an item.
struct Unit {
  const Passage* passage = nullptr;
  Span at;  ///< in the passage
  HashView shingles;
  HashView long_words;
};

/// The sentences of the charters' items that are long enough not to be alike by chance, in the
/// order of the text.
class Units {
 public:
  explicit Units(const Reading& reading);
  Units(const Units&) = delete;
  Units& operator=(const Units&) = delete;

  const std::vector<Unit>& all() const { return all_; }

 private:
  HashSet hashes_;  // of all units, one after the other
  std::vector<Unit> all_;
};

/// For each unit the number of its cluster, from 0: units of one cluster are versions of one
/// sentence. Each new unit joins the cluster whose words it shares most, if it is alike to one of
/// its members. Takes time about linear in the text.
std::vector<std::size_t> cluster(const std::vector<Unit>& units);

}  // namespace handvest::meaning
