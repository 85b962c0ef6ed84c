// The mentions stage.
#pragma once

#include <cstddef>

#include "grammar/grammar.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// More than any document has of a size that is read: one for every 256 bytes of 256 MB.
constexpr std::size_t kMostMentions = 1'000'000;

/// Finds every mention of the text. The outline tells which digits are list and section numbers or
/// footnote marks (Outline::marks), and which unit and scale a table's cells have. A rule
/// that fails costs one match and becomes a warning. Throws Error (too_large) for a text with more
/// than `most` mentions, and for no other.
Mentions find_mentions(const SourceText& source, const Outline& outline, const Grammar& grammar,
                       std::size_t most = kMostMentions);

}  // namespace handvest
