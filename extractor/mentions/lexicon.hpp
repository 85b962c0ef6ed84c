// What single words mean, as the grammar's entries say.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest {

/// `<entry group="month" value="02"><form>februari</form></entry>` as a table: the value of a word
/// of a group. Words are compared without case, accents and punctuation.
class Lexicon {
 public:
  explicit Lexicon(const Grammar& grammar);

  /// The value of `word` in `group`; nullptr when the grammar has none.
  const std::string* find(std::string_view group, std::string_view word) const;
  /// As find(), for the longest word of `group` that `text` begins with (both as key() has them).
  struct Prefix {
    const std::string* value = nullptr;
    std::size_t length = 0;  ///< bytes of `text`
  };
  Prefix longest_prefix(std::string_view group, std::string_view text) const;
  /// All words of a group as they are written, with their values.
  const std::vector<std::pair<std::string, std::string>>& words(std::string_view group) const;

  /// The form in which words are compared: lower case ASCII letters and digits, nothing else.
  static std::string key(std::string_view word);

 private:
  using Table = std::map<std::string, std::string, std::less<>>;
  struct Group {
    Table table;
    std::vector<std::pair<std::string, std::string>> words;
    std::size_t longest = 0;
  };

  void add(const std::vector<Entry>& entries);
  const Group* group(std::string_view name) const;

  std::map<std::string, Group, std::less<>> groups_;
};

}  // namespace handvest
