// Printed order against the order of the numbers.
#pragma once

#include <vector>

#include "structure/outline.hpp"

namespace handvest::structure {

/// Where the numbers of neighbouring sections go back ('8, 13, 1, 2'), gives all of them their
/// logical place (`order`) and adds the warning "scrambled-order"; the printed order stays.
/// Sections without a number go with the numbered one that follows them, and behind the last with
/// the one before. Numbers left out become the warning "missing-numbers". Sub-sections are treated
/// alike.
void check_order(std::vector<Section>& sections, std::vector<Warning>& warnings);

}  // namespace handvest::structure
