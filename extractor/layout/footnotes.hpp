// Footnotes that plain marks tell, and the marks in the running text.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Makes footnotes of lines that begin with a star or a bare figure, where the same mark stands in
/// the text or the table before. (Raised figures are told by their look already.)
void find_footnotes(std::string_view text, const Lines& lines, std::vector<Piece>& pieces);

/// Fills footnote_marks of paragraphs, list items, headings and tables: raised figures but for
/// units (m²), and the stars and bare figures whose footnotes were found.
void find_footnote_marks(std::string_view text, std::vector<Piece>& pieces,
                         const LayoutRules& rules);

}  // namespace handvest::layout
