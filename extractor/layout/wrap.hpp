// Text with hard line ends: which lines go on in the next.
#pragma once

#include <string_view>
#include <vector>

#include "layout/lines.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// For each line whether it goes on from the line before it because the text was wrapped at a
/// width. All false for a text whose lines are whole paragraphs; that is told from the lengths of
/// the lines: in wrapped text, and only there, the first word of a line would not have fitted on
/// the line before.
std::vector<bool> wrapped_lines(std::string_view text, const Lines& lines,
                                const LayoutRules& rules);

}  // namespace handvest::layout
