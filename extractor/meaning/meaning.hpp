// The fifth stage: what the agreements say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "mentions/mention.hpp"
#include "source/source_text.hpp"
#include "structure/outline.hpp"

namespace handvest {

/// Somebody whom a charter names as party or signatory at its start.
struct Party {
  std::string name;             ///< as printed, with titles
  std::string role;             ///< as printed; may be empty
  std::string side;             ///< "rijk", "stad", "overig"
  std::string organisation;     ///< standard name of the ministry or body; may be empty
  std::string organisation_id;  ///< TOOI identifier, where known
  std::string alias;            ///< 'hierna te noemen …'; may be empty
  Span span;
};

struct Signature {
  std::string place;
  std::string date;                ///< EDTF; empty when it cannot be read
  std::vector<std::string> dates;  ///< all signing dates, where there are several
  std::optional<int> copies;
  Span span;
};

struct Neighbourhood {
  std::string name;
  Span span;
};

struct Validity {
  std::string period;  ///< EDTF interval
  Span span;
};

/// What the opening and closing of one charter say.
struct Agreement {
  std::string charter;  ///< id
  std::vector<Neighbourhood> neighbourhoods;
  std::vector<Party> parties;
  std::optional<Signature> signature;
  std::optional<Validity> validity;
};

/// One end of a target.
struct TargetPoint {
  std::optional<Decimal> value;
  std::optional<Decimal> upper;  ///< high end where the value is a range
  std::string date;              ///< EDTF; may be empty
  std::string mention;           ///< id of the mention that it rests on; may be empty
  Qualifier qualifier = Qualifier::none;
};

struct Target {
  std::string id;  ///< "t" and the start of the target mention in code points
  std::string in;
  std::string indicator;
  Span indicator_span;
  std::string unit;       ///< "%", "pp", "number", "EUR", "grade", "%change"
  std::string direction;  ///< "up", "down", "keep"; empty when not said
  std::string place;      ///< neighbourhood; may be empty
  TargetPoint baseline;   ///< without value and date when there is none
  TargetPoint target;
  Span span;
  std::string rule;
};

struct Pledge {
  std::string id;  ///< "p" and the start of the money mention in code points
  std::string in;
  std::string payer;
  std::string side;  ///< "rijk", "stad", "overig"
  std::string beneficiary;
  std::string scope;  ///< "national" or "city"; empty when unknown
  Decimal amount;
  std::optional<Decimal> upper;
  std::string currency = "EUR";
  std::string period;  ///< EDTF; may be empty
  std::string purpose;
  std::string condition;
  Qualifier qualifier = Qualifier::none;
  std::string mention;
  Span span;
  std::string rule;
};

/// One item among near-identical ones in several charters.
struct ParallelMember {
  std::string charter;
  std::string in;
  Span span;
  double similarity = 1;                 ///< to the cluster's standard text, 0 to 1
  std::vector<std::string> differences;  ///< normalised values and names that only this one has
};

struct Parallel {
  std::string id;
  std::string text;  ///< the standard text: the member most like all others
  std::vector<ParallelMember> members;
};

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
