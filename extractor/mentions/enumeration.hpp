// Amounts in a row that share the unit of the last: 'respectievelijk 4, 12 en 15%'.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/lexicon.hpp"
#include "mentions/mention.hpp"

namespace handvest {

/// Gives bare numbers the type and unit of the percentage or money that ends their row. A row is
/// what only the grammar's `row-joint` words (commas, 'en') part; it must have three members or
/// follow a `row-opener` ('respectievelijk'). `text` is the canonical text, `mentions` are ordered
/// by begin.
void share_units_in_rows(std::string_view text, const Lexicon& lexicon,
                         std::vector<Mention>& mentions);

}  // namespace handvest
