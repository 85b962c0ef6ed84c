// What stands beside a mention and says how exact it is and how often it recurs.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/lexicon.hpp"
#include "mentions/mention.hpp"

namespace handvest {

/// The words of the grammar's groups `qualifier` ('circa', 'ten minste'), `measure-qualifier`
/// ('onder de', which qualifies '24 jaar' but not '40 wijken') and `rate` ('per jaar'), ready to be
/// looked for before and behind a mention. Refers to the lexicon.
class ContextWords {
 public:
  explicit ContextWords(const Lexicon& lexicon);

  /// The qualifier of an amount of this type that ends just before `begin`; none where there is
  /// none.
  Qualifier qualifier_before(std::string_view text, std::size_t begin, MentionType type) const;
  /// The ISO 8601 duration in which an amount recurs: a word just behind or before it; or empty.
  std::string rate_beside(std::string_view text, const Span& span) const;

 private:
  struct Word {
    std::string form;  ///< lower case
    std::string value;
  };
  using ByByte = std::array<std::vector<Word>, 256>;
  /// Words by their last byte, longer ones first.
  using BySuffix = ByByte;

  static BySuffix by_suffix(const std::vector<std::pair<std::string, std::string>>& words);
  static const std::string* ending_at(const BySuffix& words, std::string_view text,
                                      std::size_t end);

  BySuffix qualifiers_;
  BySuffix measure_qualifiers_;
  BySuffix rates_before_;
  ByByte rates_;  ///< by their first byte
};

}  // namespace handvest
