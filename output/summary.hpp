// What `handvest extract` tells a reader on the terminal.
#pragma once

#include <string>

#include "output/extraction.hpp"

namespace handvest {

/// A text for a terminal of 100 columns: how many cities, sections, blocks, mentions of each type,
/// targets, pledges and warnings were found, and a table of targets and pledged sums by city and
/// theme. Sums for the whole country and rows of totals are not added up; a sum that recurs counts
/// once. Ends with a line end. The same extraction gives the same bytes.
std::string summary(const Extraction& extraction);

}  // namespace handvest
