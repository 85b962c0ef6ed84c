// Texts that are the same to the byte. Private to meaning.
#pragma once

#include <string_view>
#include <vector>

#include "meaning/parallels/numbers.hpp"

namespace handvest::meaning {

/// Numbers texts from 0 in the order in which they come. The texts must outlive it.
class KnownTexts {
 public:
  /// `most`: about how many will come, so that it need not grow for them.
  explicit KnownTexts(std::size_t most = 0);

  Number number_of(std::string_view text);
  std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    WordHash hash = 0;
    Number next = 0;  // one more than the text's number; 0 where there is none
  };

  void grow();

  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  // as many as a power of two
};

}  // namespace handvest::meaning
