// A deterministic automaton that is made as texts need it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "grammar/automaton.hpp"

namespace handvest {

/// A deterministic view of an Automaton, made state by state. Not shared between threads. Refers to
/// the automaton, which must outlive it. Memory is bounded: beyond kMaxStates it forgets what it
/// made and starts over.
class LazyAutomaton {
 public:
  using StateId = std::uint16_t;
  static constexpr StateId kDead = 0;
  static constexpr StateId kStart = 1;
  static constexpr std::size_t kMaxStates = 20000;

  explicit LazyAutomaton(const Automaton& automaton);

  StateId start() const { return kStart; }
  StateId step(StateId state, std::uint8_t byte) {
    const std::size_t place = state * classes_ + class_of_[byte];
    return transitions_[place] != kUnknown ? transitions_[place] : make(state, class_of_[byte]);
  }
  /// Labels of the expressions that end in this state, ascending.
  std::span<const std::uint16_t> labels(StateId state) const {
    return std::span(labels_).subspan(label_begin_[state],
                                      label_begin_[state + 1U] - label_begin_[state]);
  }
  bool accepts(StateId state) const { return label_begin_[state] != label_begin_[state + 1U]; }
  /// Bytes that a match can begin with.
  bool can_begin(std::uint8_t byte) { return step(kStart, byte) != kDead; }
  /// Makes room when the cache is full. Only between two runs: it renumbers the states.
  void forget_when_full() {
    if (size() > kMaxStates) reset();
  }

  /// Number of states made so far, the dead one included.
  std::size_t size() const { return label_begin_.size() - 1; }
  /// Bytes that no expression tells apart are of one class.
  std::size_t classes() const { return classes_; }
  std::uint8_t class_of(std::uint8_t byte) const { return class_of_[byte]; }
  /// One byte of a class.
  std::uint8_t example_of(std::size_t byte_class) const { return example_of_[byte_class]; }

 private:
  static constexpr StateId kUnknown = 0xFFFF;
  using Members = std::vector<std::uint32_t>;

  StateId make(StateId from, std::uint8_t byte_class);
  StateId intern(Members& members);
  std::span<const std::uint32_t> members_of(StateId state) const;
  void reset();
  void classify();
  void close(std::uint32_t state, Members& into);

  const Automaton& automaton_;
  std::array<std::uint8_t, 256> class_of_{};
  std::array<std::uint8_t, 256> example_of_{};
  std::size_t classes_ = 0;
  std::vector<StateId> transitions_;
  std::vector<std::uint32_t> members_;  ///< of all states, one state after the other
  std::vector<std::uint32_t> member_begin_;
  std::vector<std::uint16_t> labels_;
  std::vector<std::uint32_t> label_begin_;
  std::unordered_multimap<std::uint64_t, StateId> ids_;  ///< by a hash of the members
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> stack_;
  std::uint32_t generation_ = 0;
};

}  // namespace handvest
