// What single words mean, as the grammar's entries say.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest {

/// The groups of words by which mentions are read; `half_word` is "half-word" in the grammar.
enum class WordGroup : std::uint8_t {
  currency,
  digit,
  duration,
  glyph,
  half_word,
  measure_qualifier,
  money_context,
  month,
  multiplier,
  ordinal,
  qualifier,
  rate,
  row_joint,
  row_opener,
  scale,
  season,
  step_joint,
  step_opener,
  table_scale,
  teen,
  ten,
  unit,
  whole_word
};

/// `<entry group="month" value="02"><form>februari</form></entry>` as a table: the value of a word
/// of a group. Words are compared without case, accents and punctuation.
class Lexicon {
 public:
  explicit Lexicon(const Grammar& grammar);

  /// The value of `word` in `group`; nullptr when the grammar has none.
  const std::string* find(WordGroup group, std::string_view word) const;
  /// As find(), for the longest word of `group` that `text` begins with (both as key() has them).
  struct Prefix {
    const std::string* value = nullptr;
    std::size_t length = 0;  ///< bytes of `text`
  };
  Prefix longest_prefix(WordGroup group, std::string_view text) const;
  /// All words of a group as they are written, with their values.
  const std::vector<std::pair<std::string, std::string>>& words(WordGroup group) const;

  /// The form in which words are compared: lower case ASCII letters and digits, nothing else.
  static std::string key(std::string_view word);

 private:
  using Table = std::map<std::string, std::string, std::less<>>;
  struct Group {
    Table table;
    std::vector<std::pair<std::string, std::string>> words;
    std::size_t longest = 0;
    std::uint32_t first_bytes = 0;  ///< a bit for the lower five bits of each word's first byte
  };

  void add(const std::vector<Entry>& entries);
  const Group& group(WordGroup name) const { return groups_[static_cast<std::size_t>(name)]; }

  std::array<Group, static_cast<std::size_t>(WordGroup::whole_word) + 1> groups_;
};

}  // namespace handvest
