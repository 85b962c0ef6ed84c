// The words of a text as numbers. Private to meaning.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "meaning/reading/lower_text.hpp"

namespace handvest::meaning {

using WordHash = std::uint32_t;

/// A word of letters and figures, without regard to case and diacritics.
struct HashedWord {
  static constexpr std::size_t kLong = 6;  ///< letters

  WordHash hash = 0;
  WordHash in_pairs = 0;   ///< the same, but that of a figure is 0 whatever it is
  std::uint32_t size = 0;  ///< bytes

  bool is_figure() const { return in_pairs == 0; }  ///< begins with a digit
  bool is_long() const { return size >= kLong; }
};

using HashedWords = std::vector<HashedWord>;
using WordView = std::span<const HashedWord>;

/// Reads one text after the other, and makes no new memory for each.
class WordReader {
 public:
  /// The words of `text` in its order, those of fold(). They last up to the next call.
  WordView read(std::string_view text);
  /// The stems of the long words among them, in their order: 'conciërges' and 'conciërge' have one.
  std::span<const WordHash> stems() const { return std::span(stems_).first(stem_count_); }

 private:
  LowerText lower_;
  HashedWords words_;            // only grows
  std::vector<WordHash> stems_;  // likewise
  std::size_t stem_count_ = 0;
};

/// The words of one text.
HashedWords words_of(std::string_view text);

/// Do the words of `name` stand side by side in `words`? Never those of a name without any.
bool holds_words(WordView words, WordView name);

}  // namespace handvest::meaning
