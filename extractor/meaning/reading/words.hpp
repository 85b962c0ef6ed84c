// The words of a text as numbers. Private to meaning.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handvest::meaning {

using WordHash = std::uint32_t;

/// A word of letters and figures, without regard to case and diacritics.
struct HashedWord {
  static constexpr std::size_t kLong = 6;  ///< letters

  WordHash hash = 0;
  WordHash stem = 0;    ///< of a long word: 'conciërges' and 'conciërge' have one
  bool figure = false;  ///< begins with a digit
  bool is_long = false;
};

/// The words of `text` in its order, those of fold().
std::vector<HashedWord> words_of(std::string_view text);
/// The same into a vector that is used again and again.
void read_words(std::string_view text, std::vector<HashedWord>& words);

/// Do the words of `name` stand side by side in `words`? Never those of a name without any.
bool holds_words(const std::vector<HashedWord>& words, const std::vector<HashedWord>& name);

}  // namespace handvest::meaning
