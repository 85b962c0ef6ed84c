// With which bytes a match of an expression can begin.
#pragma once

#include <bitset>
#include <string_view>

#include "grammar/syntax.hpp"

namespace handvest {

/// Holds at least what the expression takes: assertions and lookaround are left out of account.
class FirstBytes {
 public:
  /// Every byte, and the empty match.
  FirstBytes() { bytes_.set(); }
  explicit FirstBytes(const Syntax& syntax);

  /// False when no match begins at `offset`, which is the cheapest way to know.
  bool may_begin(std::string_view text, std::size_t offset) const {
    if (empty_) return true;
    return offset < text.size() && bytes_[static_cast<unsigned char>(text[offset])];
  }

 private:
  void add(const Syntax& syntax);
  void add_set(const Syntax& set);
  void add_sequence(const Syntax& sequence);
  void add_choice(const Syntax& choice);

  std::bitset<256> bytes_;
  bool empty_ = true;  // what was added last may match no character
};

}  // namespace handvest
