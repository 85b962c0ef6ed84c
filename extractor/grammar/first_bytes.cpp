#include "grammar/first_bytes.hpp"

#include <algorithm>

namespace handvest {

FirstBytes::FirstBytes(const Syntax& syntax) { add(syntax); }

void FirstBytes::add(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  empty_ = true;
  switch (syntax.kind) {
    case Kind::set:
      add_set(syntax);
      break;
    case Kind::sequence:
      add_sequence(syntax);
      break;
    case Kind::choice:
      add_choice(syntax);
      break;
    case Kind::repeat:
      add(syntax.children[0]);
      empty_ = empty_ || syntax.min == 0;
      break;
    case Kind::group:
      add(syntax.children[0]);
      break;
    case Kind::look:
      if (syntax.text == "(?>") add(syntax.children[0]);
      break;
    case Kind::opaque:
      bytes_.set();
      break;
    case Kind::empty:
    case Kind::assertion:
      break;
  }
}

// Beyond ASCII it is not worth telling one byte from another.
void FirstBytes::add_set(const Syntax& set) {
  empty_ = false;
  for (const auto& range : set.ranges) {
    const auto last = std::min<std::uint32_t>(range.last, 0x7F);
    for (std::uint32_t byte = range.first; byte <= last; ++byte) bytes_.set(byte);
    for (std::size_t byte = 0x80; range.last > 0x7F && byte <= 0xFF; ++byte) bytes_.set(byte);
  }
}

void FirstBytes::add_sequence(const Syntax& sequence) {
  for (const auto& part : sequence.children) {
    add(part);
    if (!empty_) return;
  }
}

void FirstBytes::add_choice(const Syntax& choice) {
  bool empty = choice.children.empty();
  for (const auto& way : choice.children) {
    add(way);
    empty = empty || empty_;
  }
  empty_ = empty;
}

}  // namespace handvest
