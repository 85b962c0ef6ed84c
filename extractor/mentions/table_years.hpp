// Counts in a table that look like years.
#pragma once

#include <vector>

#include "mentions/mention.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// In a column of counts a bare year ('1915' among '2913' and '1474') is a count too. `mentions`
/// are ordered by begin.
void read_years_as_counts(const Outline& outline, std::vector<Mention>& mentions);

}  // namespace handvest
