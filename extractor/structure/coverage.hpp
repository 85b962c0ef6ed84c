// How much of the text the outline accounts for.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "structure/outline.hpp"
#include "structure/piece.hpp"

namespace handvest::structure {

/// Characters of each piece that are not blank.
std::vector<std::size_t> visible_characters(std::string_view text,
                                            const std::vector<Piece>& pieces);

/// Counts the text's characters that are not blank, those in furniture, and those in known
/// structure, by those of each piece. `unknown` holds the pieces that lie outside every charter and
/// section and that no rule has read; neighbours are joined.
Coverage coverage_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& characters,
                     const std::vector<bool>& unknown);

}  // namespace handvest::structure
