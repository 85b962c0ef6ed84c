// Texts that are the same to the byte. Private to meaning.
#pragma once

#include <string_view>
#include <vector>

#include "meaning/parallels/numbers.hpp"

namespace handvest::meaning {

/// Numbers texts from 0 in the order in which they come. The texts must outlive it.
class KnownTexts {
 public:
  Number number_of(std::string_view text);
  std::size_t size() const { return texts_.size(); }

 private:
  void grow();

  static constexpr std::size_t kFirstSize = 1024;  // sizes are powers of two
  std::vector<std::string_view> texts_;
  std::vector<WordHash> hashes_;
  std::vector<Number> slots_ = std::vector<Number>(kFirstSize);  // one more than a text's number
};

}  // namespace handvest::meaning
