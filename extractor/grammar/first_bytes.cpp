#include "grammar/first_bytes.hpp"

#include <algorithm>
#include <bit>

namespace handvest {

FirstBytes::FirstBytes() : first_kinds_(~Kinds{0}), alone_(~Kinds{0}) {
  first_.set();
  pairs_.fill(~Kinds{0});
}

FirstBytes FirstBytes::of(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  switch (syntax.kind) {
    case Kind::set:
      return of_set(syntax);
    case Kind::sequence:
      return of_sequence(syntax);
    case Kind::choice:
      return of_choice(syntax);
    case Kind::repeat:
      return of_repeat(syntax);
    case Kind::group:
      return of(syntax.children[0]);
    case Kind::look:
      return syntax.text == "(?>" ? of(syntax.children[0]) : FirstBytes(Nothing());
    case Kind::opaque:
      return {};
    case Kind::empty:
    case Kind::assertion:
      break;
  }
  return FirstBytes(Nothing());
}

// Beyond ASCII it is not worth telling one byte from another.
FirstBytes FirstBytes::of_set(const Syntax& set) {
  FirstBytes result{Nothing()};
  result.empty_ = false;
  for (const auto& range : set.ranges) {
    const auto last = std::min<std::uint32_t>(range.last, 0x7F);
    for (std::uint32_t byte = range.first; byte <= last; ++byte) {
      result.first_.set(byte);
      result.alone_ |= bit(kind_of_byte(static_cast<std::uint8_t>(byte)));
    }
    if (range.last <= 0x7F) continue;
    for (std::size_t byte = 0x80; byte <= 0xFF; ++byte) result.first_.set(byte);
    result.first_kinds_ = bit(kind_of_byte(0xFF));
  }
  result.add_pairs(result.first_kinds_, result.first_kinds_);
  result.first_kinds_ |= result.alone_;
  return result;
}

FirstBytes FirstBytes::of_sequence(const Syntax& sequence) {
  FirstBytes result{Nothing()};
  for (const auto& part : sequence.children) {
    result.follow_with(of(part));
    if (!result.empty_ && result.alone_ == 0) break;  // two bytes are known
  }
  return result;
}

FirstBytes FirstBytes::of_choice(const Syntax& choice) {
  FirstBytes result{Nothing()};
  result.empty_ = choice.children.empty();
  for (const auto& child : choice.children) {
    const FirstBytes way = of(child);
    result.empty_ = result.empty_ || way.empty_;
    result.or_else(way);
  }
  return result;
}

FirstBytes FirstBytes::of_repeat(const Syntax& repeat) {
  FirstBytes result = of(repeat.children[0]);
  if (repeat.max > 1) result.add_pairs(result.alone_, result.first_kinds_);
  result.empty_ = result.empty_ || repeat.min == 0;
  return result;
}

void FirstBytes::or_else(const FirstBytes& other) {
  first_ |= other.first_;
  first_kinds_ |= other.first_kinds_;
  alone_ |= other.alone_;
  for (std::size_t first = 0; first < kByteKinds; ++first) pairs_[first] |= other.pairs_[first];
}

void FirstBytes::follow_with(const FirstBytes& next) {
  add_pairs(alone_, next.first_kinds_);
  if (!next.empty_) alone_ = 0;
  if (empty_) or_else(next);
  empty_ = empty_ && next.empty_;
}

void FirstBytes::add_pairs(Kinds firsts, Kinds seconds) {
  for (; firsts != 0; firsts &= firsts - 1) {
    pairs_[static_cast<std::size_t>(std::countr_zero(firsts))] |= seconds;
  }
}

}  // namespace handvest
