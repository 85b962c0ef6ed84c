// Runs the stages over one document.
#pragma once

#include <cstddef>
#include <string>

#include "grammar/grammar.hpp"
#include "mentions/mentions.hpp"
#include "output/extraction.hpp"

namespace handvest {

struct ExtractOptions {
  std::string profile;                       ///< forces a profile; empty lets the evidence choose
  std::size_t max_mentions = kMostMentions;  ///< a text with more is refused
};

/// source → layout → structure → mentions → meaning. A pure function of its arguments. Throws Error
/// only for a profile that the grammar does not have (bad_command_line), and for a text with more
/// mentions than allowed (too_large).
Extraction extract(SourceText source, const Grammar& grammar, const ExtractOptions& options = {});

}  // namespace handvest
