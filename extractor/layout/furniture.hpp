// Page furniture: running heads and feet, page numbers, site navigation.
#pragma once

#include <string_view>

#include "layout/lines.hpp"
#include "layout/rules.hpp"

namespace handvest::layout {

/// Sets `furniture` on the lines that are page furniture. What is printed on every page is told by
/// how it repeats, never by its words: it stands at page edges, at a constant distance, or among
/// the blank lines of page ends in the midst of sentences. A block label repeats too, but it stands
/// where its section begins and breaks no sentence.
void mark_furniture(std::string_view text, Lines& lines, const LayoutRules& rules);

}  // namespace handvest::layout
