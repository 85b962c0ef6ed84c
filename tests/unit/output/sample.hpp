// A document with every field of the output set, over a text that is unkind to writers: characters
// outside the BMP, combining marks, tabs, quotes, spreadsheet formulas, control characters.
#pragma once

#include "output/extraction.hpp"

namespace handvest::test {

/// The document. The same on every call.
Extraction sample();

}  // namespace handvest::test
