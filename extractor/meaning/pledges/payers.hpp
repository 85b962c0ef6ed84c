// Who pays: ministries, municipalities, corporations, told by the grammar. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meaning/reading/rules.hpp"
#include "text/span.hpp"

namespace handvest::meaning {

struct Payer {
  Span at;           ///< in the text that was searched, with its preposition
  Span name;         ///< without
  std::string side;  ///< "rijk", "stad", "overig"
};

/// Everybody in `text` who may pay or be paid, in order. The city's name alone stands for its
/// municipality.
std::vector<Payer> find_payers(std::string_view text, const Grammar& grammar,
                               const std::string& city);

}  // namespace handvest::meaning
