#include "meaning/meaning.hpp"

namespace handvest {

Meaning find_meaning(const SourceText& source, const Outline& outline, const Mentions& mentions,
                     const Grammar& grammar) {
  Meaning meaning;
  Agreements agreements = find_agreements(source, outline, mentions, grammar);
  meaning.agreements = std::move(agreements.agreements);
  meaning.warnings = std::move(agreements.warnings);
  meaning.targets = find_targets(source, outline, mentions, meaning.agreements, grammar);
  meaning.pledges = find_pledges(source, outline, mentions, grammar);
  meaning.parallels = find_parallels(source, outline, mentions);
  return meaning;
}

}  // namespace handvest
