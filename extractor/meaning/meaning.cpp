#include "meaning/meaning.hpp"

namespace handvest {

Meaning find_meaning(const SourceText& source, const Outline& outline, const Mentions& mentions,
                     const Grammar& grammar) {
  Meaning meaning;
  Agreements agreements = find_agreements(source, outline, mentions, grammar);
  meaning.agreements = std::move(agreements.agreements);
  meaning.warnings = std::move(agreements.warnings);
  return meaning;
}

}  // namespace handvest
