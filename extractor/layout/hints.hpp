// What the source's markup says, laid over what the lines look like.
#pragma once

#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"
#include "source/source_text.hpp"

namespace handvest::layout {

/// Makes headings, list items, footnotes and furniture of the pieces that the markup says are so,
/// with the levels and marks that it gives, and notes the footnote marks it knows. What the markup
/// is silent about, or calls a paragraph, is left to its look.
void apply_hints(const SourceText& source, std::vector<Piece>& pieces);

/// Makes one table of the pieces in each table of the markup, with its rows, cells and spans.
void make_marked_tables(const SourceText& source, std::vector<Piece>& pieces,
                        const LayoutRules& rules);

}  // namespace handvest::layout
