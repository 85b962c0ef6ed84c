// Joins what page ends, footnotes, furniture and tables broke.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Gives the second half of a broken paragraph or list item to its first half, as a further span.
/// Two pieces are halves of one when the first breaks off and the second begins in the midst of a
/// sentence; how sure that must be depends on what stands between them. Prefers to leave apart:
/// names, labels and headings are no halves, and a list item may end without a full stop.
void join_broken(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                 const LayoutRules& rules);

}  // namespace handvest::layout
