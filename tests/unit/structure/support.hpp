// What the tests of the structure stage share.
#pragma once

#include <string>
#include <vector>

#include "structure/structure.hpp"

namespace handvest::test {

/// The grammar of the program.
const Grammar& grammar();

/// The outline of a plain text by the program's grammar; `profile` forces one.
Outline outline_of(const std::string& text, const std::string& profile = {});

/// One line for each section and block, indented by depth: "1 Wonen [wonen]",
/// "- inzet stad: Inzet stad". Sections without number begin with their title.
std::vector<std::string> tree_of(const std::vector<Section>& sections);

/// A charter of the town of Meppel: title, parties and preamble, and then `body`.
std::string charter(const std::string& body);

/// Codes of the outline's warnings, in order.
std::vector<std::string> warnings_of(const Outline& outline);

}  // namespace handvest::test
