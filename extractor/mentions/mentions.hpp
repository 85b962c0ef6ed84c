// The mentions stage.
#pragma once

#include "grammar/grammar.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// Finds every mention of the text. The outline tells which digits are list and section numbers or
/// footnote marks (Outline::marks), and which unit and scale a table's cells have. Never throws for
/// any text: a rule that fails costs one match and becomes a warning.
Mentions find_mentions(const SourceText& source, const Outline& outline, const Grammar& grammar);

}  // namespace handvest
