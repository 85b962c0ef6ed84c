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
  meaning::Organisations organisations{grammar};
};

Agreement read_agreement(const AgreementText& text, const Tools& tools,
                         std::vector<Warning>& warnings) {
  const Mentions& mentions = tools.mentions;
  const Grammar& grammar = tools.grammar;
  Agreement agreement;
  agreement.neighbourhoods = meaning::read_neighbourhoods(text, grammar);
  agreement.parties = meaning::read_parties(text, grammar, tools.organisations);
  agreement.signature = meaning::read_signature(text, mentions, grammar, warnings);
  agreement.validity = meaning::read_validity(text, mentions, grammar);
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

// A document that is itself one agreement, such as a convenant or a Regio Deal.
void add_single(Agreements& result, const std::string& plain, const Outline& outline,
                const Tools& tools) {
  const Span whole{0, plain.size()};
  const AgreementText text{plain, whole, {0, opening_end(outline.sections, whole)}, {}};
  Agreement agreement = read_agreement(text, tools, result.warnings);
  const bool signed_by_parties = !agreement.parties.empty() && agreement.signature.has_value();
  if (signed_by_parties) result.agreements.push_back(std::move(agreement));
}

}  // namespace

Agreements find_agreements(const SourceText& source, const Outline& outline,
                           const Mentions& mentions, const Grammar& grammar) {
  Agreements result;
  const std::string plain = meaning::plain_text(source, outline);
  const Tools tools{mentions, grammar};
  for (const Charter& charter : outline.charters) {
    const Span opening{charter.span.begin, opening_end(charter.sections, charter.span)};
    const AgreementText text{plain, charter.span, opening, charter.city};
    Agreement agreement = read_agreement(text, tools, result.warnings);
    agreement.charter = charter.id;
    warn_of_gaps(agreement, charter.city.name, charter.span, result.warnings);
    result.agreements.push_back(std::move(agreement));
  }
  if (outline.charters.empty()) add_single(result, plain, outline, tools);
  return result;
}

}  // namespace handvest
