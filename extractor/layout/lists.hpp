// Lists: which marks are marks, and how deep each item lies.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"

namespace handvest::layout {

/// Makes a paragraph again of what only looks like a list item: 'A. Jansen' is a name unless a 'B.'
/// follows or precedes.
void drop_initials(std::string_view text, std::vector<Piece>& pieces);

/// Sets the level of each list item from its indent and the style of its mark. Runs after headings
/// and joins are known, since these end or continue a list.
void set_levels(std::vector<Piece>& pieces);

}  // namespace handvest::layout
