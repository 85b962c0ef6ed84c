// Makes the tables of a FrozenAutomaton: determinises, minimises and packs an automaton.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "grammar/automaton.hpp"
#include "grammar/frozen.hpp"

namespace handvest {

/// The tables with the memory that they lie in.
struct OwnedTables {
  std::array<std::uint8_t, 256> class_of{};
  std::vector<FrozenAutomaton::Slot> slots;
  std::vector<std::uint16_t> labels;
  FrozenAutomaton::StateId start = FrozenAutomaton::kDead;
  FrozenAutomaton::StateId accepting = FrozenAutomaton::kDead;

  FrozenAutomaton::Tables view() const {
    return {class_of.data(), slots.data(), labels.data(), start, accepting};
  }
};

/// nullopt when the automaton has more deterministic states than `most_states` (below 65000), or
/// more classes of bytes or slots than a slot can tell.
std::optional<OwnedTables> freeze(const Automaton& automaton, std::size_t most_states = 60000);

}  // namespace handvest
