// How a piece of text begins and ends: whether two pieces may be halves of one sentence.
#pragma once

#include <cstddef>
#include <string_view>

#include "layout/rules.hpp"

namespace handvest::layout {

enum class Ending {
  closed,        ///< a full stop, question or exclamation mark, or a semicolon
  abbreviation,  ///< a stop that belongs to an abbreviation
  colon,
  comma,
  hyphen,    ///< a word broken off
  open,      ///< a word that cannot end a sentence ('het', 'van')
  particle,  ///< a preposition, which may end one
  plain,     ///< any other word
};

enum class Beginning {
  lower,    ///< a lower-case letter
  upper,    ///< an upper-case letter
  figure,   ///< a digit
  amount,   ///< a currency sign
  bracket,  ///< an opening bracket before anything but a lower-case letter
  other,
};

/// How the text ends, closing brackets, quotes, emphasis and footnote marks left out of account.
Ending ending_of(std::string_view text, const LayoutRules& rules);
/// How the text begins, opening quotes, brackets and emphasis left out of account.
Beginning beginning_of(std::string_view text);

/// True for a web address and nothing else.
bool is_address(std::string_view text);

/// Code points of `text`, but at most `limit`: cheap for long texts.
std::size_t length_up_to(std::string_view text, std::size_t limit);

/// True when `before` breaks off in the midst of a sentence and `after` begins in the midst of one.
/// Short lines such as names and headings never do.
bool halves_of_one_sentence(std::string_view before, std::string_view after,
                            const LayoutRules& rules);

}  // namespace handvest::layout
