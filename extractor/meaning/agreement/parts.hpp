// The readers of an agreement's parts. Each takes the plain text (see reading/plain.hpp) of one
// agreement; the spans that they give are those of the source. Private to meaning.
#pragma once

#include <string_view>
#include <vector>

#include "meaning/agreement.hpp"
#include "meaning/agreement/organisations.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// What every reader needs of one agreement.
struct AgreementText {
  std::string_view plain;   ///< of the agreement; offsets are into it unless it is said otherwise
  std::size_t begin = 0;    ///< of the agreement in the source
  std::size_t opening = 0;  ///< where the first section begins
  const City* city = nullptr;  ///< of a charter

  Span whole() const { return {0, plain.size()}; }
  Span source_of(Span span) const { return {begin + span.begin, begin + span.end}; }
};

// `rules` are those of the subject "agreement", and those of "parties" for read_parties().

/// Neighbourhoods of the subject line ('Betreffende de aanpak van …') and of the list under it.
std::vector<Neighbourhood> read_neighbourhoods(const AgreementText& text, const Rules& rules);

/// Parties from the begin of the agreement to the clause that closes their list, wherever in the
/// agreement the pages put it.
std::vector<Party> read_parties(const AgreementText& text, const Rules& rules,
                                Organisations& organisations);

/// The signing formula with place, dates and copies. A date that the OCR damaged and that has one
/// reading only is read, with a warning.
std::optional<Signature> read_signature(const AgreementText& text, const Mentions& mentions,
                                        const Rules& rules, std::vector<Warning>& warnings);

/// The clause that says from when to when the agreement holds.
std::optional<Validity> read_validity(const AgreementText& text, const Mentions& mentions,
                                      const Rules& rules);

/// Reads a date of digits whose separators the OCR mistook ('3.1.7.12008': each '1' that stands
/// alone, and the one glued to the year, is a slash). EDTF; empty when there is no or more than one
/// reading.
std::string read_damaged_date(std::string_view digits);

}  // namespace handvest::meaning
