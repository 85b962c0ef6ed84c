// The layout stage.
#pragma once

#include "grammar/grammar.hpp"
#include "layout/element.hpp"
#include "source/source_text.hpp"

namespace handvest {

/// Divides the text into elements. Every non-blank character of the text lies in a span of exactly
/// one element or in an element's marker_span. Never throws for any text.
Layout find_layout(const SourceText& source, const Grammar& grammar);

}  // namespace handvest
