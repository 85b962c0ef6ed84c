// The text with everything that was found in it, to be checked by eye.
#pragma once

#include <string>

#include "output/document.hpp"

namespace handvest {

/// One self-contained HTML page without scripts: the outline on the left, the canonical text with
/// its mentions coloured by type in the middle, targets and pledges on the right, each a link to
/// its place. The document must have its text.
std::string write_html(const Document& document);

}  // namespace handvest
