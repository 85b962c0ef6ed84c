// Why a text gave the mentions that it gave.
#pragma once

#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "source/source_text.hpp"

namespace handvest {

/// One possible match that was looked at.
struct Explanation {
  const Rule* rule = nullptr;
  Span span;          ///< in the canonical text
  std::string value;  ///< normalised; empty when the rule yields no mention or found no value
  bool won = false;
  std::string reason;  ///< why it won or lost, in words
};

/// Every match that was possible in `range` (bytes of the canonical text), by place; at one place
/// the longest first. Looks at the rules alone: what the outline marks as a list number, and what a
/// table's head says, comes later.
std::vector<Explanation> explain_mentions(const SourceText& source, const Grammar& grammar,
                                          const Span& range);

}  // namespace handvest
