// Who pays: ministries, municipalities, corporations, told by the grammar. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"
#include "text/span.hpp"

namespace handvest::meaning {

struct Payer {
  Span at;                ///< in the text that was searched, with its preposition
  Span name;              ///< without
  std::string_view side;  ///< "rijk", "stad", "overig"
};

/// Finds payers by the rules of the subject "pledges" that have a side.
class Payers {
 public:
  /// The grammar must outlive this and the payers.
  explicit Payers(const Grammar& grammar);

  /// Everybody in `text` who may pay or be paid, in order. The city's name alone stands for its
  /// municipality.
  std::vector<Payer> find(std::string_view text, std::string_view city) const;

 private:
  std::vector<const Rule*> rules_;
  const Rule* preposition_ = nullptr;
};

}  // namespace handvest::meaning
