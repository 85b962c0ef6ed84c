// Runs the stages over one document.
#pragma once

#include <string>

#include "grammar/grammar.hpp"
#include "output/extraction.hpp"

namespace handvest {

struct ExtractOptions {
  std::string profile;  ///< forces a profile; empty lets the evidence choose
};

/// source → layout → structure → mentions → meaning. A pure function of its arguments. Throws Error
/// only for a profile that the grammar does not have.
Extraction extract(SourceText source, const Grammar& grammar, const ExtractOptions& options = {});

}  // namespace handvest
