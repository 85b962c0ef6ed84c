// Tables among the lines of a column, found by the white strips between their cells.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// Makes rows of the lines of each table: what is printed in one cell on several lines comes
/// together, every word knows the cells that end before it (Word::tabs_before), and lines of one
/// table share a number (Line::table), counted from `tables` + 1, which is moved on. A table is two
/// or more lines with wide gaps between cells, in a strip that stays white from its first line to
/// its last. Other lines stay as they are. `lines` from top to bottom.
void find_tables(std::vector<Line>& lines, int& tables);

}  // namespace handvest::pages
