// What the cells of a table say: heads, captions, units, ditto marks.
#pragma once

#include <string_view>

#include "layout/element.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// True for a cell that is a figure with its sign, unit or scale ('€ 2,5 mln', '34%'), but not for
/// a year or a number of things ('40 wijken').
bool is_figure(std::string_view cell, const LayoutRules& rules);

/// Parts caption, head and body of `table`, whose rows are all in `rows` unless the
/// markup told the head, resolves ditto marks and
/// finds the units of its columns. A caption that is set already is used for the units.
void complete_table(Table& table, const LayoutRules& rules);

}  // namespace handvest::layout
