// A text as its words are read. Private to meaning.
#pragma once

#include <string>
#include <string_view>

namespace handvest::meaning {

/// Takes one text after the other, and makes no new memory for each.
class LowerText {
 public:
  /// How many zeros stand behind a text.
  static constexpr std::size_t kZerosBehind = 16;

  /// The text in lower case, 0 for each byte that is no letter and no digit. Of words that are not
  /// of ASCII alone what fold() makes of them; bytes beyond ASCII are letters. Lasts up to the next
  /// call.
  std::string_view of(std::string_view text);

 private:
  bool read(std::string_view text);

  std::string lower_;  // only grows
};

}  // namespace handvest::meaning
