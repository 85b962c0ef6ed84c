// The words of a text as numbers. Private to meaning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handvest::meaning {

using WordHash = std::uint32_t;

/// A word of letters and figures, without regard to case and diacritics.
struct HashedWord {
  static constexpr std::size_t kLong = 6;  ///< letters

  // Made in its place: a copy would have to wait until its parts are written.
  HashedWord(WordHash of_word, WordHash of_pairs, WordHash of_stem)
      : hash(of_word), in_pairs(of_pairs), stem(of_stem) {}

  WordHash hash = 0;
  WordHash in_pairs = 0;  ///< the same, but that of a figure is 0 whatever it is
  WordHash stem = 0;      ///< 'conciërges' and 'conciërge' have one; 0 where it is no long word

  bool is_figure() const { return in_pairs == 0; }  ///< begins with a digit
  bool is_long() const { return stem != 0; }
};

using HashedWords = std::vector<HashedWord>;

/// Reads one text after the other, and makes no new memory for each.
class WordReader {
 public:
  /// The words of `text` in its order, those of fold(). They last up to the next call.
  const HashedWords& read(std::string_view text);

 private:
  void add_words(std::string_view lower, std::string_view as_printed);
  void add_folded(std::string_view token);

  std::string lower_;
  HashedWords words_;
};

/// The words of one text.
HashedWords words_of(std::string_view text);

/// Do the words of `name` stand side by side in `words`? Never those of a name without any.
bool holds_words(const HashedWords& words, const HashedWords& name);

}  // namespace handvest::meaning
