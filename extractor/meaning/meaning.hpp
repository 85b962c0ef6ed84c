// The fifth stage: what the agreements say.
#pragma once

#include <vector>

#include "grammar/grammar.hpp"
#include "meaning/agreement.hpp"
#include "meaning/parallels.hpp"
#include "meaning/pledges.hpp"
#include "meaning/targets.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

struct Meaning {
  std::vector<Agreement> agreements;
  std::vector<Target> targets;
  std::vector<Pledge> pledges;
  std::vector<Parallel> parallels;
  std::vector<Warning> warnings;
};

/// Reads what the outline and the mentions mean. Mentions must carry their ids and nodes (see
/// pipeline). Never throws for any text.
Meaning find_meaning(const SourceText& source, const Outline& outline, const Mentions& mentions,
                     const Grammar& grammar);

}  // namespace handvest
