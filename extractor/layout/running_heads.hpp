// Running heads and feet of a text without known pages.
#pragma once

#include <string_view>
#include <vector>

#include "layout/lines.hpp"
#include "layout/repeats.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Sets `furniture` on repeated lines that stand at a constant distance from each other, or that
/// interrupt sentences and tables. Blank lines before them pass to the line after them.
void mark_running_heads(std::string_view text, const std::vector<Places>& repeats, Lines& found,
                        const LayoutRules& rules);

}  // namespace handvest::layout
