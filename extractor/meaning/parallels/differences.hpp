// What one version of a text has that the standard text has not. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meaning/reading/passage.hpp"

namespace handvest::meaning {

/// Part of an item.
struct Extract {
  const Passage* passage = nullptr;
  Span at;  ///< in the passage
};

class Differences {
 public:
  /// The passage of the standard text must outlive this.
  explicit Differences(const Extract& standard);

  /// Normalised values, then names (words with a capital inside a sentence), of `member` that the
  /// standard text has not; each name once.
  std::vector<std::string> of(const Extract& member) const;

 private:
  // Of the standard text; lists are sorted.
  std::string_view text_;
  std::vector<std::string_view> values_;
  std::vector<std::string_view> names_;
};

}  // namespace handvest::meaning
