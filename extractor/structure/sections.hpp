// Builds the tree of sections, blocks and items from the heads that were decided on.
#pragma once

#include <string>
#include <vector>

#include "structure/divide.hpp"
#include "structure/ids.hpp"
#include "structure/outline.hpp"

namespace handvest::structure {

/// What a charter or document holds.
struct Parts {
  std::vector<Item> content;  ///< in none of the sections
  std::vector<Section> sections;
  std::vector<Footnote> footnotes;
  std::vector<OutlineTable> tables;
};

/// Distributes the pieces [begin, end) over the sections and blocks that `heads` begin. Furniture
/// goes to `furniture`, texts and spans of elements go over into items. Ids of sections and blocks
/// begin with `prefix` and '/'; with an empty prefix they have neither. `ids` are those of the
/// whole document.
Parts build_sections(const Context& context, std::size_t begin, std::size_t end,
                     const std::vector<Head>& heads, const std::string& prefix, Ids& ids,
                     std::vector<Span>& furniture);

}  // namespace handvest::structure
