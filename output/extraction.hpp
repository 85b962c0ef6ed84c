// All that the pipeline knows of one document: what every writer writes.
#pragma once

#include <string>
#include <vector>

#include "meaning/meaning.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

struct Extraction {
  SourceText source;
  std::string grammar;  ///< Grammar::version()
  Outline outline;
  Mentions mentions;
  Meaning meaning;
  std::vector<Warning> warnings;  ///< of all stages, in the order of the text
};

}  // namespace handvest
