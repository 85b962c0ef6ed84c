// Mentions, targets and pledges as JSON Lines.
#pragma once

#include <string>

#include "output/tables/tables.hpp"

namespace handvest {

/// One JSON object on a line for each mention, target and pledge. "record" says which it is; the
/// other keys are the columns of its table. Absent values are left out.
std::string json_lines(const Tables& tables);

}  // namespace handvest
