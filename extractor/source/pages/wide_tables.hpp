// Tables that reach over the gutter between two columns.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// For each of `lines`, from top to bottom, whether it is a cell of a table that reaches over the
/// gutter from `left` to `right`. The gutter may well be white there too: what shows the table are
/// rows with several cells, the cells of a row at one height, and white above and below them in
/// both columns.
std::vector<bool> cells_of_wide_tables(const std::vector<Line>& lines, double left, double right);

}  // namespace handvest::pages
