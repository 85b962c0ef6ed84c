// What the text of a word says about the line it begins or ends.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// `text` as it may stand within a line: runs of white space as one blank, none at the ends, no
/// control characters, and U+FFFD for what is no UTF-8.
std::string printable(std::string_view text);

/// A bullet, a dash, or a short number or letter with a point or bracket: "•", "-", "3.", "b)".
bool is_list_mark(std::string_view word);
/// A list mark that no sentence contains: "•".
bool is_bullet(std::string_view word);
/// The first letter is a small one, also behind a quotation mark or bracket.
bool begins_small(std::string_view word);
/// The last character closes a sentence or introduces a list: one of . : ; ! ?
bool ends_sentence(std::string_view word);
/// The last character is a hyphen (also U+00AD, U+2010 or U+00AC), behind a letter or digit.
bool ends_with_hyphen(std::string_view word);
/// `word` without the hyphen at its end.
std::string_view without_hyphen(std::string_view word);

/// How two words around a line end belong together.
enum class Joint {
  blank,         ///< two words
  hyphen_blank,  ///< 'woon-' and 'en': the hyphen stands for what follows later
  hyphen,        ///< 'sociaal-' and 'economisch', 'en/' and 'of': one word, written so
  none,          ///< 'verbe-' and 'tering': the hyphen was the line end's
};

/// The words of a document, to tell a hyphen of a line end from one of the word.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<PageContent>& pages);

  /// `first` ends a line and `second` begins the next.
  Joint joint(const Word& first, const Word& second) const;

 private:
  bool knows(const std::string& folded) const { return words_.contains(folded); }

  std::unordered_set<std::string> words_;
};

}  // namespace handvest::pages
