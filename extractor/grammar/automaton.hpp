// Finite automata over UTF-8 bytes: many expressions at once, in one pass and without backtracking.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "grammar/syntax.hpp"

namespace handvest {

/// A nondeterministic automaton (Thompson's construction) of several expressions. Immutable once
/// every expression was added; shared between threads.
class Automaton {
 public:
  enum class Direction { forward, backward };

  enum class Precision {
    exact,
    superset,  ///< lookaround and assertions always hold: takes at least what the expression takes
  };

  explicit Automaton(Direction direction = Direction::forward,
                     Precision precision = Precision::exact)
      : direction_(direction), precision_(precision) {}

  /// Adds an expression; reaching its end reports `label`. Throws SyntaxError for what a finite
  /// automaton cannot do (lookaround, back references, word boundaries).
  void add(const Syntax& syntax, std::uint32_t label);
  /// As add(), but a match may begin at any byte.
  void add_anywhere(const Syntax& syntax, std::uint32_t label);

  std::size_t size() const { return states_.size(); }

 private:
  friend class LazyAutomaton;

  struct State {
    enum class Kind : std::uint8_t { bytes, split, accept };
    Kind kind = Kind::split;
    std::uint8_t first = 0;
    std::uint8_t last = 0;
    std::uint32_t next = 0;   ///< bytes: where to; split: first way; accept: label
    std::uint32_t other = 0;  ///< split: second way
  };

  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  std::uint32_t push(State state);
  std::uint32_t build(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_set(const Syntax& syntax, std::uint32_t next);
  std::uint32_t build_choice(const std::vector<std::uint32_t>& ways);
  std::uint32_t build_repeat(const Syntax& syntax, std::uint32_t next);

  Direction direction_;
  Precision precision_;
  std::vector<State> states_;
  std::vector<std::uint32_t> starts_;
};

/// A deterministic view of an Automaton, made state by state as texts need it. Not shared between
/// threads. Refers to the automaton, which must outlive it. Memory is bounded: beyond kMaxStates
/// it forgets what it made and starts over.
class LazyAutomaton {
 public:
  using StateId = std::uint32_t;
  static constexpr StateId kDead = 0;
  static constexpr StateId kStart = 1;

  explicit LazyAutomaton(const Automaton& automaton);

  StateId step(StateId state, std::uint8_t byte) {
    const StateId next = transitions_[state * classes_ + class_of_[byte]];
    return next != kUnknown ? next : make(state, class_of_[byte]);
  }
  /// Labels of the expressions that end in this state, ascending.
  const std::vector<std::uint32_t>& labels(StateId state) const { return labels_[state]; }
  bool accepts(StateId state) const { return !labels_[state].empty(); }
  /// Number of states made so far.
  std::size_t size() const { return members_.size(); }
  /// Bytes that a match can begin with.
  bool can_begin(std::uint8_t byte) { return step(kStart, byte) != kDead; }
  /// Makes room when the cache is full. Only between two runs: it renumbers the states.
  void forget_when_full();

 private:
  static constexpr StateId kUnknown = 0xFFFFFFFFU;
  static constexpr std::size_t kMaxStates = 20000;
  using States = std::vector<std::uint32_t>;

  StateId make(StateId from, std::uint8_t byte_class);
  StateId intern(States states);
  void reset();
  void classify();
  void close(std::uint32_t state, States& into);

  const Automaton& automaton_;
  std::array<std::uint8_t, 256> class_of_{};
  std::array<std::uint8_t, 256> example_of_{};  ///< one byte of each class
  std::size_t classes_ = 0;
  std::vector<StateId> transitions_;
  std::vector<States> members_;
  std::vector<std::vector<std::uint32_t>> labels_;
  std::map<States, StateId> ids_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t generation_ = 0;
};

}  // namespace handvest
