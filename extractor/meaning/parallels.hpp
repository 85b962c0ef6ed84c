// Near-identical passages across the charters of one document: the standard text and what each
// city made of it.
#pragma once

#include <string>
#include <vector>

#include "text/span.hpp"

namespace handvest {

namespace meaning {
struct Reading;
}

/// One among near-identical passages of several charters: a whole item, or the sentences of it that
/// the others have too.
struct ParallelMember {
  std::string charter;  ///< id
  std::string in;       ///< id of the node that holds it
  Span span;
  /// Shared word pairs with the standard text, 0 to 1; low where the charter says the same in words
  /// of its own.
  double similarity = 1;
  std::vector<std::string> differences;  ///< normalised values and names that only this one has
  /// The charter speaks of the same in a sentence of its own, told by rare words that it shares:
  /// to be read before it is counted.
  bool own_words = false;
};

struct Parallel {
  std::string id;    ///< "x" and the start of the first member in code points; the pipeline sets it
  std::string text;  ///< the standard text: the member most like all others
  std::vector<ParallelMember> members;  ///< at most one for each charter, in the order of the text
};

/// Passages with members in at least two charters, most members first. Deterministic; takes time
/// about linear in the text.
std::vector<Parallel> find_parallels(const meaning::Reading& reading);

}  // namespace handvest
