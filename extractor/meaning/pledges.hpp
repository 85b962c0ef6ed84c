// Pledges: sums of money that somebody commits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mention.hpp"
#include "text/span.hpp"

namespace handvest {

namespace meaning {
struct Reading;
}

struct Pledge {
  std::string id;           ///< "p" and the start of the money mention in code points
  std::string in;           ///< id of the node that holds it
  std::string payer;        ///< as printed, or the side's name when only the block tells it
  std::string side;         ///< "rijk", "stad", "overig"; empty when unknown
  std::string beneficiary;  ///< as printed; may be empty
  std::string scope;        ///< "national" or "city"; empty when unknown
  Decimal amount;
  std::optional<Decimal> upper;  ///< high end of a range
  std::string currency = "EUR";  ///< ISO 4217
  std::string rate;              ///< ISO 8601 duration that the sum recurs in ("P1Y"); may be empty
  std::string period;            ///< EDTF; may be empty
  std::string purpose;           ///< as printed; may be empty
  std::string condition;         ///< as printed, 'onder voorbehoud van …'; may be empty
  Qualifier qualifier = Qualifier::none;
  std::string mention;    ///< id of the money mention
  Span span;              ///< the money mention
  std::string_view rule;  ///< id of the grammar rule that made it; the program holds the text
};

/// Pledges in the order of the text, from sentences and from financing tables. Mentions must carry
/// their ids and nodes. Never throws for any text; takes time linear in the text.
std::vector<Pledge> find_pledges(const meaning::Reading& reading);

}  // namespace handvest
