// Municipalities by name, from grammars/nl/places.xml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/grammar.hpp"
#include "structure/outline.hpp"

namespace handvest::structure {

/// Looks up municipalities by standard name and alternative forms, in any case and without regard
/// to diacritics.
class Places {
 public:
  /// Refers to the grammar, which must outlive it.
  explicit Places(const Grammar& grammar);

  /// The municipality that `name` names as a whole; nullopt when there is none.
  std::optional<City> named(std::string_view name) const;
  /// Municipalities whose names stand as whole words in `text`, first letter a capital, in order.
  std::vector<City> all_in(std::string_view text) const;

 private:
  void add(std::string_view name, const Entry& entry);

  std::unordered_map<std::string, const Entry*> by_name_;  ///< folded
  std::size_t most_words_ = 1;
};

}  // namespace handvest::structure
