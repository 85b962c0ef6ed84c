// Pledges from financing tables. Private to meaning.
#pragma once

#include <vector>

#include "meaning/pledges.hpp"
#include "meaning/pledges/payers.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// Adds the pledges of a table whose columns, or else whose rows, are payers. A row of totals gives
/// pledges of rule "pledge.table-total", which repeat what the other rows say.
void add_table_pledges(const Passage& passage, const Table& table, std::string_view lead,
                       const std::vector<Mention>& mentions, const Payers& payers,
                       const Rules& rules, std::vector<Pledge>& found);

}  // namespace handvest::meaning
