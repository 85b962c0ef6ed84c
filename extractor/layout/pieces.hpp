// From lines to pieces: what each line, or run of wrapped lines, is by its own look.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"
#include "layout/wrap.hpp"

namespace handvest::layout {

/// Makes a piece of each line, or of each run of lines that belong together by hard line ends:
/// furniture, footnote, list item or paragraph. Headings, tables, levels and joins come later. The
/// elements of the pieces are added to `elements`, which must not grow afterwards.
std::vector<Piece> make_pieces(std::string_view text, const Lines& lines, const Wrapped& wrapped,
                               const LayoutRules& rules, std::vector<Element>& elements);

}  // namespace handvest::layout
