// Running heads, feet and page numbers, told by their return.
#pragma once

#include <cstddef>
#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// The lines of one page and its height.
struct PageLines {
  std::vector<Line> lines;
  double height = 0;
};

/// Sets Line::furniture of the lines that return at the same height on pages near each other, the
/// same but for their figures: the outermost lines of a page first, and inner ones only behind
/// them. A line that returns on distant pages only ('Inzet rijk' that begins a page now and then)
/// is text.
void find_furniture(std::vector<PageLines>& pages);

}  // namespace handvest::pages
