// With which bytes a match of an expression can begin.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammar/byte_kinds.hpp"
#include "grammar/syntax.hpp"

namespace handvest {

/// The first two bytes of all matches. Holds at least what the expression takes: assertions and
/// lookaround are left out of account, and second bytes are known by their kind.
class FirstBytes {
 public:
  /// Every byte, and the empty match.
  FirstBytes();
  explicit FirstBytes(const Syntax& syntax) : FirstBytes(of(syntax)) {}

  /// False when no match begins with this byte.
  bool may_begin_with(std::uint8_t byte) const { return empty_ || first_[byte]; }

  /// False when no match begins at `offset`, which is the cheapest way to know.
  bool may_begin(std::string_view text, std::size_t offset) const {
    if (empty_) return true;
    if (offset >= text.size()) return false;
    const auto first = static_cast<unsigned char>(text[offset]);
    if (!first_[first]) return false;
    const std::uint8_t kind = kind_of_byte(first);
    if ((alone_ & bit(kind)) != 0) return true;
    return offset + 1 < text.size() &&
           (pairs_[kind] & bit(kind_of_byte(static_cast<unsigned char>(text[offset + 1])))) != 0;
  }

 private:
  using Kinds = std::uint64_t;  ///< a bit for each kind of byte

  struct Nothing {};
  explicit FirstBytes(Nothing) {}

  static constexpr Kinds bit(std::uint8_t kind) { return Kinds{1} << kind; }
  static FirstBytes of(const Syntax& syntax);
  static FirstBytes of_set(const Syntax& set);
  static FirstBytes of_sequence(const Syntax& sequence);
  static FirstBytes of_choice(const Syntax& choice);
  static FirstBytes of_repeat(const Syntax& repeat);
  void or_else(const FirstBytes& other);
  void follow_with(const FirstBytes& next);
  void add_pairs(Kinds firsts, Kinds seconds);

  bool empty_ = true;                      ///< a match may be empty
  std::bitset<256> first_;                 ///< bytes
  Kinds first_kinds_ = 0;                  ///< of these
  Kinds alone_ = 0;                        ///< of matches of one byte
  std::array<Kinds, kByteKinds> pairs_{};  ///< second bytes, by the first
};

}  // namespace handvest
