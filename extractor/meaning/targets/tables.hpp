// Targets from tables of goals. Private to meaning.
#pragma once

#include <vector>

#include "meaning/reading/passage.hpp"
#include "meaning/reading/rules.hpp"
#include "meaning/targets/interpret.hpp"

namespace handvest::meaning {

/// A table with what stands around it.
struct TablePassage {
  const Passage* passage = nullptr;
  const OutlineTable* table = nullptr;
  std::string_view before;  ///< text of the item before it
  std::string_view behind;  ///< text of the item behind it
  std::string place;        ///< neighbourhood that it speaks of; may be empty
};

/// Targets of a table whose columns are years (rows are indicators: the last year before the
/// agreement is the baseline, later ones are goals), or whose rows are places that are to come to
/// the figure of one of them ('komen op het gemiddelde van …' behind the table).
std::vector<Target> table_targets(const TablePassage& table, int year,
                                  const std::vector<Mention>& mentions, const Rules& rules);

}  // namespace handvest::meaning
