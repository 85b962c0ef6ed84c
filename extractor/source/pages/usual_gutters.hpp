// Columns that a single page does not prove.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// Where most pages of a document have their gutter at one place, divides the other pages there too
/// if nothing on them reaches over it: a page of short lines (a table of contents, names) does not
/// look like columns by itself. Furniture regions stay whole.
void apply_usual_gutters(std::vector<PageContent>& pages);

}  // namespace handvest::pages
