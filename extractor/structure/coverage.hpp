// How much of the text the outline accounts for.
#pragma once

#include <string_view>
#include <vector>

#include "structure/outline.hpp"
#include "structure/piece.hpp"

namespace handvest::structure {

/// Counts the text's characters that are not blank, those in furniture, and those in known
/// structure. `unknown` holds the pieces that lie outside every charter and section and that no
/// rule has read; neighbours are joined.
Coverage coverage_of(std::string_view text, const std::vector<Piece>& pieces,
                     const std::vector<bool>& unknown);

}  // namespace handvest::structure
