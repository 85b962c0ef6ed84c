// What the opening and the closing of an agreement say: neighbourhoods, parties, signature, term.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// Somebody whom an agreement names as party or signatory at its start.
struct Party {
  std::string name;             ///< as printed, with titles; line ends as one blank
  std::string role;             ///< as printed; may be empty
  std::string side;             ///< "rijk", "stad", "overig"
  std::string organisation;     ///< standard name of the ministry or municipality; may be empty
  std::string organisation_id;  ///< TOOI identifier ("mnre1034", "gm0361"), where known
  std::string alias;            ///< what 'hierna te noemen' gives; may be empty
  Span span;                    ///< of the name
};

struct Signature {
  std::string place;               ///< empty when it is not said
  std::string date;                ///< EDTF; empty when it cannot be read
  std::vector<std::string> dates;  ///< all signing dates in the order of the text, each once
  std::optional<int> copies;       ///< 2 for 'in tweevoud'
  Span span;                       ///< the signing formula
};

struct Neighbourhood {
  std::string name;
  Span span;
};

struct Validity {
  std::string period;  ///< EDTF interval, "2008-03-01/2017-12-31"
  Span span;           ///< the sentence
};

struct Agreement {
  std::string charter;  ///< id; empty for a document that is itself one agreement
  std::vector<Neighbourhood> neighbourhoods;
  std::vector<Party> parties;
  std::optional<Signature> signature;
  std::optional<Validity> validity;
};

struct Agreements {
  std::vector<Agreement> agreements;  ///< one for each charter, in order
  std::vector<Warning> warnings;      ///< "damaged-date", "no-signature", "no-parties"
};

/// Reads every charter of the outline; a document without charters is read as one agreement when it
/// names parties or is signed. Never throws for any text; takes time linear in the text.
Agreements find_agreements(const SourceText& source, const Outline& outline,
                           const Mentions& mentions, const Grammar& grammar);

}  // namespace handvest
