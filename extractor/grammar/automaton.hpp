// Finite automata over UTF-8 bytes: many expressions at once, in one pass and without backtracking.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/syntax.hpp"

namespace handvest {

/// A nondeterministic automaton (Thompson's construction) of several expressions. Immutable once
/// every expression was added; shared between threads.
class Automaton {
 public:
  enum class Direction { forward, backward };

  /// What a state does. Of a split's two ways the first is the one that Perl's rules prefer.
  enum class Kind : std::uint8_t {
    bytes,   ///< reads a byte from `first` to `last`
    letter,  ///< reads the ASCII letter `first` in either case
    split,   ///< reads nothing; goes both ways
    mark,    ///< reads nothing; a named part begins or ends here (see part_names())
    accept,  ///< an expression ends; `next` is its label
  };
  struct State {
    Kind kind = Kind::split;
    std::uint8_t first = 0;  ///< mark: two times the part's number, one more where it ends
    std::uint8_t last = 0;
    std::uint32_t next = 0;
    std::uint32_t other = 0;  ///< split: the second way

    bool reads(std::uint8_t byte) const {
      if (kind == Kind::bytes) return first <= byte && byte <= last;
      return kind == Kind::letter && (byte | 0x20U) == first;
    }
  };

  explicit Automaton(Direction direction = Direction::forward) : direction_(direction) {}

  /// Adds an expression; reaching its end reports `label`. Throws SyntaxError for what a finite
  /// automaton cannot do (lookaround, back references, word boundaries).
  void add(const Syntax& syntax, std::uint32_t label);

  const std::vector<State>& states() const { return states_; }
  /// Where each expression begins.
  const std::vector<std::uint32_t>& starts() const { return starts_; }
  /// Names of the named parts, by number. A name may stand several times in an expression.
  const std::vector<std::string>& part_names() const { return part_names_; }

 private:
  std::uint32_t push(State state);
  std::uint32_t build(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_sequence(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_set(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_choice(const std::vector<std::uint32_t>& ways);
  std::uint32_t build_repeat(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_group(const Syntax& syntax, std::uint32_t next);
  std::uint8_t part_number(const std::string& name);

  Direction direction_;
  std::vector<State> states_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::string> part_names_;
};

}  // namespace handvest
