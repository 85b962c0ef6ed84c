// Lines that may be headings or labels.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Makes heading candidates of short lines set apart: no sentence, blank lines around or the text
/// that they head directly after them. A numbered one is a candidate where it does not stand in a
/// list; its number goes back into its text.
void mark_headings(std::string_view text, std::vector<Piece>& pieces, const LayoutRules& rules);

}  // namespace handvest::layout
