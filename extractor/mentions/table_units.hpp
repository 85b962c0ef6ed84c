// Units and scales that a table's head gives to its cells.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/lexicon.hpp"
#include "mentions/mention.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// Gives the mentions that lie in table cells the unit and power of ten of their column: a bare
/// number under '€ mln' becomes money, one under '%' a percentage, a sum without scale of its own
/// under 'x miljoen' is multiplied. In a table without units whose head, caption or introduction
/// speaks of money (group `money-context` of the grammar), numbers with thousands groups are money.
/// A scale of money in the line before a table without units (group `table-scale`) holds for all of
/// it; a row whose label says so holds percentages.
/// `text` is the canonical text, `mentions` are ordered by begin.
void apply_table_units(std::string_view text, const Outline& outline, const Lexicon& lexicon,
                       std::vector<Mention>& mentions);

/// Writes a mention's normalized form anew from its type and value (number, percentage, money).
void normalize_amount(Mention& mention);

}  // namespace handvest
