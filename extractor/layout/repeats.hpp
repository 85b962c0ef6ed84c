// Lines that a text repeats.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/lines.hpp"

namespace handvest::layout {

using Places = std::vector<std::size_t>;  ///< indexes into Lines::lines, rising

constexpr std::size_t kLeastRepeats = 3;  ///< times that something is printed to be on every page

/// The places of each short line that stands at least twice, figures left out of account: running
/// heads differ from page to page in their figures only. Ordered by first place.
std::vector<Places> repeated_lines(std::string_view text, const std::vector<Line>& lines);

}  // namespace handvest::layout
