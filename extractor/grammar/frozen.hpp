// Automata that were made when the program was built, as tables inside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "grammar/byte_kinds.hpp"
#include "grammar/pair_starts.hpp"

namespace handvest {

/// A complete, minimal deterministic automaton. Each state steps like a model, of which all steps
/// are written down, but for those that it has slots for. The slots of all states overlap in one
/// array: a slot belongs to the state that it names. Steps and labels are those of LazyAutomaton.
class FrozenAutomaton {
 public:
  using StateId = std::uint16_t;
  static constexpr StateId kDead = 0;
  static constexpr StateId kStart = 1;

  /// In Row::slots: some expression ends here.
  static constexpr std::uint32_t kAccepts = 1U << 31U;

  struct Row {
    std::uint32_t slots;  ///< where they begin, and kAccepts
    std::uint32_t model;  ///< where its model's steps begin
  };
  struct Slot {
    std::uint16_t owner;  ///< 0: nobody's
    std::uint16_t next;
  };
  struct Tables {
    const std::uint8_t* class_of = nullptr;  ///< by byte
    const Row* rows = nullptr;               ///< by state
    const Slot* slots = nullptr;
    const StateId* models = nullptr;  ///< by class, model after model; the first never steps
    const std::uint32_t* label_begin = nullptr;  ///< by state; one more at the end
    const std::uint16_t* labels = nullptr;
  };

  explicit FrozenAutomaton(const Tables& tables) : tables_(tables) {}

  StateId step(StateId state, std::uint8_t byte) const {
    const std::size_t byte_class = tables_.class_of[byte];
    const Row row = tables_.rows[state];
    const Slot slot = tables_.slots[(row.slots & ~kAccepts) + byte_class];
    // Both are read and one is taken: which it will be cannot be foretold.
    const StateId next = tables_.models[row.model + byte_class];
    return slot.owner == state ? slot.next : next;
  }
  std::span<const std::uint16_t> labels(StateId state) const {
    return {tables_.labels + tables_.label_begin[state],
            tables_.labels + tables_.label_begin[state + 1U]};
  }
  bool accepts(StateId state) const { return (tables_.rows[state].slots & kAccepts) != 0; }
  bool can_begin(std::uint8_t byte) const { return step(kStart, byte) != kDead; }
  void forget_when_full() {}

 private:
  Tables tables_;
};

/// One state of a program that tells the named parts of a match. Of two ways the first is the one
/// that Perl's rules prefer.
struct PartState {
  enum class Kind : std::uint8_t {
    bytes,   ///< reads a byte from `first` to `last`
    letter,  ///< reads the ASCII letter `first` in either case
    set,     ///< reads a byte of the program's set of number `first`
    split,   ///< reads nothing; goes both ways
    mark,    ///< reads nothing; a part begins or ends here: see Automaton::State
    accept,  ///< the expression ends
  };

  /// As `begins`: the expression may end without reading, or the sets are too many.
  static constexpr std::uint8_t kAny = 0xFF;

  Kind kind;
  std::uint8_t first;
  std::uint8_t last;
  std::uint8_t begins;  ///< split, mark: number of the set of the bytes that can be read next
  std::uint16_t next;
  std::uint16_t other;  ///< split: the second way
};

/// A bit for each byte, the lowest of the first word for byte 0.
using PartSet = std::array<std::uint64_t, 4>;

/// The expression of one rule. Without names it has no states: there is nothing to tell.
struct PartProgram {
  std::span<const PartState> states;  ///< the first is the start
  std::span<const PartSet> sets;
  std::span<const char* const> names;  ///< of the parts, by number
};

constexpr std::size_t kBeginnings = std::size_t{1} << 16U;

/// A place in FrozenRules::beginnings, below kBeginnings. Several beginnings share one.
inline std::size_t beginning_of(std::uint8_t first, std::uint8_t second, std::uint8_t third) {
  const auto kind = [](std::uint8_t byte) -> std::size_t { return kind_of_byte(byte); };
  return kind(first) << 10U | (kind(second) & 31U) << 5U | (kind(third) & 31U);
}

/// Where a rule of a file without stage looks: its attribute `look`.
enum class CuePlace {
  before,  ///< its match ends where the text ends: the pattern ends in `$`
  after,   ///< its match begins where the text begins: the pattern begins with `^`
  within,  ///< its match lies anywhere in the text
  begin,   ///< its match begins where the text begins; the pattern need not say so
  whole,   ///< its match is the whole text
};

/// One rule with the attribute `look`. A label of its automaton tells which ends of the match must
/// be word boundaries.
struct FrozenCue {
  static constexpr std::uint16_t kLeftEdge = 1;
  static constexpr std::uint16_t kRightEdge = 2;

  const char* rule = nullptr;  ///< id
  CuePlace place = CuePlace::within;
  const bool* begins = nullptr;     ///< by byte: can a match begin, or end for `before`, with it?
  bool at_tokens = false;           ///< a match always begins where a token does: see TokenStarts
  std::span<const BytePair> pairs;  ///< place `within`: a match begins with one; none: unknown
  FrozenAutomaton::Tables tables;
  PartProgram parts;  ///< place `whole` only
};

/// All that a dispatcher needs of its rules' expressions.
struct FrozenRules {
  FrozenAutomaton::Tables at_edge;
  FrozenAutomaton::Tables inside;
  FrozenAutomaton::Tables before;
  FrozenAutomaton::Tables after;
  /// A bit for each beginning_of(): can a match at a word edge begin so? Most words are known by
  /// three bytes not to begin one.
  const std::uint8_t* beginnings = nullptr;
  std::span<const PartProgram> parts;  ///< by rule, in the order of RuleTable
};

/// All that is frozen of a grammar.
struct FrozenGrammar {
  FrozenRules mentions;                        ///< rules of the stage "mentions"
  std::span<const FrozenCue> cues;             ///< in the order of the files and of their rules
  std::span<const std::string_view> subjects;  ///< packed(), in the order of the files
  std::string_view version;                    ///< of the whole files
};

/// Of the built-in grammar; nullptr when the program was built without.
const FrozenGrammar* frozen_grammar();

}  // namespace handvest
