// What grammars/nl/layout.xml says, ready for use.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::layout {

/// A set of short strings that is asked with views.
class WordSet {
 public:
  void add(const std::string& word) {
    words_.insert(word);
    if (!word.empty()) firsts_[static_cast<unsigned char>(word.front())] = true;
  }
  /// Whether any of the strings begins with this byte: tells of most texts that they are none.
  bool may_begin(char first) const { return firsts_[static_cast<unsigned char>(first)]; }
  bool contains(std::string_view word) const {
    return !word.empty() && may_begin(word.front()) && words_.contains(word);
  }
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
  std::array<bool, 256> firsts_{};
};

/// What a word at the end of a text says of it.
enum class LastWord {
  any,           ///< nothing
  open,          ///< cannot end a sentence ('het', 'van')
  particle,      ///< a preposition, which may end one
  abbreviation,  ///< its stop ends no sentence
};

/// The words that say something at the end of a text.
class LastWords {
 public:
  /// A word that was added before keeps its kind.
  void add(const std::string& word, LastWord kind);
  /// `word` is in lower case.
  LastWord kind_of(const std::string& word) const;
  /// Bytes of the longest of them.
  std::size_t longest() const { return longest_; }

 private:
  std::unordered_map<std::string, LastWord> kinds_;
  std::size_t longest_ = 0;
};

/// Refers to the grammar, which must outlive it. A grammar without the subject gives empty sets and
/// null rules: then nothing is recognised by words.
struct LayoutRules {
  explicit LayoutRules(const Grammar& grammar);

  WordSet bullets;  ///< characters that mark a list item
  LastWords last_words;
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
