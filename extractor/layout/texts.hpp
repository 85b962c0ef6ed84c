// The text of an element as it reads: line ends as blanks, broken words mended.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Sets `text` of every element. A word broken by a hyphen at a line's or part's end is mended the
/// way the text writes it elsewhere; the hyphen stays in compounds ('integratie-agenda') and before
/// 'en' ('sport- en').
void set_texts(std::string_view text, std::vector<Piece>& pieces, const LayoutRules& rules);

}  // namespace handvest::layout
