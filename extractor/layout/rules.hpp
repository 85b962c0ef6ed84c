// What grammars/nl/layout.xml says, ready for use.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::layout {

/// A set of short strings that is asked with views.
class WordSet {
 public:
  void add(const std::string& word) { words_.insert(word); }
  bool contains(std::string_view word) const { return words_.contains(word); }
  bool empty() const { return words_.empty(); }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };

  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

/// Refers to the grammar, which must outlive it. A grammar without the subject gives empty sets and
/// null rules: then nothing is recognised by words.
struct LayoutRules {
  explicit LayoutRules(const Grammar& grammar);

  WordSet bullets;         ///< characters that mark a list item
  WordSet open_words;      ///< words that cannot end a sentence
  WordSet particles;       ///< words that may end one
  WordSet abbreviations;   ///< whose stop ends no sentence
  WordSet suspension;      ///< words after a suspended hyphen
  WordSet footnote_words;  ///< with which a note says that it is one
  WordSet raised_units;    ///< units that carry a raised figure
  WordSet ditto;           ///< marks that stand for the cell above
  WordSet scale_words;     ///< units and scales after a figure in a cell
  const Rule* navigation = nullptr;
  const Rule* field = nullptr;
  const Rule* page_number = nullptr;
  const Rule* caption = nullptr;
  std::vector<const Rule*> units;  ///< in the grammar's order
};

}  // namespace handvest::layout
