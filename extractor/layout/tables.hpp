// Tables of tab-separated lines.
#pragma once

#include <string_view>
#include <vector>

#include "layout/piece.hpp"
#include "layout/rules.hpp"
#include "text/diagnostic.hpp"

namespace handvest::layout {

/// Makes one table of each run of lines with tabs between cells. Rows may have different numbers of
/// cells; furniture within a run is passed over.
void make_tables(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                 const LayoutRules& rules);

/// Marks the cells of tables that came out one cell a line, and warns: their rows cannot be told,
/// they stay paragraphs.
std::vector<Warning> mark_flat_tables(std::string_view text, std::vector<Piece>& pieces,
                                      const LayoutRules& rules);

}  // namespace handvest::layout
