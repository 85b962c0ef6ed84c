// The structure stage.
#pragma once

#include <string>
#include <string_view>

#include "grammar/grammar.hpp"
#include "layout/layout.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// Draws the outline of a document, to which the layout's texts go over. `profile` forces a profile
/// by its id; empty lets the evidence choose. Throws Error (bad_command_line) for a profile that
/// the grammar does not have; never for any text.
Outline find_structure(const SourceText& source, Layout layout, const Grammar& grammar,
                       const std::string& profile = {});

/// Id of the innermost block, section or charter that holds byte `offset`; empty when none does.
/// The bytes are the outline's.
std::string_view node_at(const Outline& outline, std::size_t offset);

}  // namespace handvest
