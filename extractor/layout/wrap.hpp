// Text with hard line ends: which lines go on in the next.
#pragma once

#include <string_view>
#include <vector>

#include "layout/lines.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Which lines go on from the line before them because the text was broken at a width.
struct Wrapped {
  std::vector<bool> continues;  ///< for each line
  bool cut = false;  ///< words were cut in two: the lines' texts follow each other without a blank
};

/// All false for a text whose lines are whole paragraphs; that is told from the lengths of the
/// lines: in wrapped text, and only there, the first word of a line would not have fitted on the
/// line before. Text that was cut without regard to words has lines of exactly one length.
Wrapped wrapped_lines(std::string_view text, const Lines& lines, const LayoutRules& rules);

}  // namespace handvest::layout
