// Automata that were made when the program was built, as tables inside it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "grammar/byte_kinds.hpp"

namespace handvest {

/// A complete, minimal deterministic automaton in one array of slots. A state is the place where
/// its slots begin; that for a byte stands as far behind as the byte's class says. The slots of all
/// states overlap: one belongs to a state when it names the class by which the state looks for it.
/// Where a state has none it steps like its model, another state. Labels are those of
/// LazyAutomaton.
class FrozenAutomaton {
 public:
  using StateId = std::uint32_t;
  static constexpr StateId kDead = 0;

  /// A class in the lowest byte, above it what the slot holds: the next state for a class of bytes.
  using Slot = std::uint32_t;
  static constexpr std::uint8_t kModel = 0;   ///< class of the slot with the model; kDead: no model
  static constexpr std::uint8_t kLabels = 1;  ///< the same with a place in `labels`, if it accepts
  static constexpr std::uint8_t kFirstClass = 2;  ///< of bytes
  static constexpr Slot kMostHeld = 0xFFFFFF;

  struct Tables {
    const std::uint8_t* class_of = nullptr;  ///< by byte
    const Slot* slots = nullptr;
    const std::uint16_t* labels = nullptr;  ///< lists, each behind its length
    StateId start = kDead;
    StateId accepting = kDead;  ///< all states from here on accept, and no others
  };

  explicit FrozenAutomaton(const Tables& tables) : tables_(tables) {}

  StateId start() const { return tables_.start; }
  StateId step(StateId state, std::uint8_t byte) const {
    const std::uint8_t byte_class = tables_.class_of[byte];
    const Slot slot = tables_.slots[state + byte_class];
    if (is_of(slot, byte_class)) return held_by(slot);
    const Slot of_model = tables_.slots[held_by(tables_.slots[state + kModel]) + byte_class];
    return is_of(of_model, byte_class) ? held_by(of_model) : kDead;
  }
  /// Of a state that accepts.
  std::span<const std::uint16_t> labels(StateId state) const {
    const std::uint16_t* const list = tables_.labels + held_by(tables_.slots[state + kLabels]);
    return {list + 1, *list};
  }
  /// Does some expression end here?
  bool accepts(StateId state) const { return state >= tables_.accepting; }
  bool can_begin(std::uint8_t byte) const { return step(start(), byte) != kDead; }
  void forget_when_full() {}

 private:
  static bool is_of(Slot slot, std::uint8_t its_class) {
    return static_cast<std::uint8_t>(slot) == its_class;
  }
  static Slot held_by(Slot slot) { return slot >> 8U; }

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

  /// Instead of a set's number: there is none, or the sets are too many.
  static constexpr std::uint8_t kNoSet = 0xFF;

  Kind kind;
  std::uint8_t first;   ///< split: set of the bytes that lead back to it and nowhere else
  std::uint8_t last;    ///< split, mark: 1 where the expression may end without reading, or 0
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

/// With which bytes the matches of an automaton begin, five at most: one look tells of most places
/// of a text that nothing begins there. Beginnings are of one group whose first byte has the same
/// lower seven bits and whose second is of the same kind (small letter, capital, other). Of each
/// group so many bytes are known that its beginnings are few. From the third byte on small letters
/// and capitals are the same.
struct FrozenBeginnings {
  static constexpr std::size_t kMostBytes = 5;
  static constexpr std::size_t kGroups = 512;
  static constexpr std::size_t kPlaces = std::size_t{1} << 16U;

  const std::uint8_t* unknown = nullptr;  ///< by group: how many bits of a word are not looked at
  const std::uint64_t* bits = nullptr;    ///< by place

  /// False when nothing begins at `at`, an offset inside the text.
  bool may_begin(std::string_view text, std::size_t at) const {
    std::uint64_t word = 0;
    if (text.size() - at < sizeof word) return true;
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::size_t place = place_of(word, unknown[group_of(word)]);
    return (bits[place / 64] >> place % 64 & 1U) != 0;
  }

  /// Of a word, the first byte of which is its lowest.
  static std::size_t group_of(std::uint64_t word) { return (word & 0x7FU) | (word >> 6U & 0x180U); }
  /// The place of the bit for a word's beginning. Several share one.
  static std::size_t place_of(std::uint64_t word, std::uint8_t unknown_bits) {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;
    return ((word | kCase) << unknown_bits) * kSpread >> 48U;
  }
  static constexpr std::uint64_t kCase = 0x2020202020200000U;

  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
};

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
  bool at_tokens = false;  ///< a match always begins where a token does: see TokenStarts
  FrozenAutomaton::Tables tables;
  FrozenAutomaton::StateId begun = FrozenAutomaton::kDead;  ///< behind a line end: the text's begin
  KindPairs begins;                 ///< with what a match begins, or ends for `before`
  std::span<const BytePair> pairs;  ///< place `within`: a match begins with one; none: unknown
  PartProgram parts;                ///< place `whole` only
};

/// All that a dispatcher needs of its rules' expressions.
struct FrozenRules {
  FrozenAutomaton::Tables at_edge;
  FrozenAutomaton::Tables inside;
  FrozenAutomaton::Tables before;
  FrozenAutomaton::Tables after;
  FrozenBeginnings beginnings;  ///< of all rules
  /// By context, a bit for each kind of byte: can such a byte stand between it and the match?
  const std::uint64_t* context_kinds = nullptr;
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
