// A table of contents as a check on what was found.
#pragma once

#include "structure/places.hpp"
#include "structure/survey.hpp"

namespace handvest::structure {

/// Compares every table of contents with the outline: cities and sections it names that were not
/// found ("toc-city-missing", "toc-section-missing"), and charters that it does not name
/// ("charter-not-in-toc"). A table that names cities speaks of charters, any other of sections.
void check_tocs(const std::vector<Toc>& tocs, const Places& places, Outline& outline);

}  // namespace handvest::structure
