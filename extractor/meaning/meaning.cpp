#include "meaning/meaning.hpp"

#include "meaning/reading/reading.hpp"

namespace handvest {

Meaning find_meaning(const SourceText& source, const Outline& outline, const Mentions& mentions,
                     const Grammar& grammar) {
  Meaning result;
  Agreements agreements = find_agreements(source, outline, mentions, grammar);
  result.agreements = std::move(agreements.agreements);
  result.warnings = std::move(agreements.warnings);
  const meaning::Reading reading(source, outline, mentions, grammar);
  result.parallels = find_parallels(reading);  // first, since it needs the most memory
  result.targets = find_targets(reading, result.agreements);
  result.pledges = find_pledges(reading);
  return result;
}

}  // namespace handvest
