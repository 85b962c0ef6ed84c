#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/plain.hpp"

namespace handvest {
namespace {

using meaning::AgreementText;

constexpr std::size_t kLongestOpening = 20000;  // bytes, where no section ends it

std::size_t opening_end(const std::vector<Section>& sections, Span span) {
  std::size_t end = std::min(span.end, span.begin + kLongestOpening);
  for (const Section& section : sections) {
    if (section.span.begin > span.begin) end = std::min(end, section.span.begin);
  }
  return end;
}

// What every agreement of a document is read with.
struct Tools {
  const Mentions& mentions;
  const Grammar& grammar;
  meaning::Rules rules{grammar, "agreement"};
  meaning::Rules party_rules{grammar, "parties"};
  meaning::Organisations organisations{grammar};
};

Agreement read_agreement(const AgreementText& text, Tools& tools, std::vector<Warning>& warnings) {
  const Mentions& mentions = tools.mentions;
  const meaning::Rules& rules = tools.rules;
  Agreement agreement;
  agreement.neighbourhoods = meaning::read_neighbourhoods(text, rules);
  agreement.parties = meaning::read_parties(text, tools.party_rules, tools.organisations);
  agreement.signature = meaning::read_signature(text, mentions, rules, warnings);
  agreement.validity = meaning::read_validity(text, mentions, rules);
  return agreement;
}

void warn_of_gaps(const Agreement& agreement, const std::string& who, Span span,
                  std::vector<Warning>& warnings) {
  const Span begin{span.begin, span.begin};
  if (agreement.parties.empty()) {
    warnings.push_back({"no-parties", "No parties were found in " + who + ".", begin});
  }
  if (!agreement.signature) {
    warnings.push_back({"no-signature", "No signing formula was found in " + who + ".", begin});
  }
}

std::size_t longest_of(const std::vector<Charter>& charters) {
  std::size_t longest = 0;
  for (const Charter& charter : charters) longest = std::max(longest, charter.span.size());
  return longest;
}

// A document that is itself one agreement, such as a convenant or a Regio Deal.
void add_single(Agreements& result, const std::string& plain, const Outline& outline,
                Tools& tools) {
  const AgreementText text{plain, 0, opening_end(outline.sections, {0, plain.size()}), nullptr};
  Agreement agreement = read_agreement(text, tools, result.warnings);
  const bool signed_by_parties = !agreement.parties.empty() && agreement.signature.has_value();
  if (signed_by_parties) result.agreements.push_back(std::move(agreement));
}

}  // namespace

Agreements find_agreements(const SourceText& source, const Outline& outline,
                           const Mentions& mentions, const Grammar& grammar) {
  Agreements result;
  const meaning::PlainText source_text(source, outline);
  std::string plain;  // of one agreement after the other
  plain.reserve(longest_of(outline.charters));
  Tools tools{mentions, grammar};
  for (const Charter& charter : outline.charters) {
    plain.clear();
    source_text.append(charter.span, plain);
    const std::size_t begin = charter.span.begin;
    const AgreementText text{plain, begin, opening_end(charter.sections, charter.span) - begin,
                             &charter.city};
    Agreement agreement = read_agreement(text, tools, result.warnings);
    agreement.charter = charter.id;
    warn_of_gaps(agreement, charter.city.name, charter.span, result.warnings);
    result.agreements.push_back(std::move(agreement));
  }
  if (!outline.charters.empty()) return result;
  source_text.append({0, source.text.size()}, plain);
  add_single(result, plain, outline, tools);
  return result;
}

}  // namespace handvest
