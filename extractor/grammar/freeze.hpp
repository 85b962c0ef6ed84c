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
  std::vector<FrozenAutomaton::Row> rows;
  std::vector<FrozenAutomaton::Slot> slots;
  std::vector<FrozenAutomaton::StateId> models;
  std::vector<std::uint32_t> label_begin;
  std::vector<std::uint16_t> labels;

  FrozenAutomaton::Tables view() const {
    return {class_of.data(), rows.data(),        slots.data(),
            models.data(),   label_begin.data(), labels.data()};
  }
};

/// nullopt when the automaton has more deterministic states than `most_states` (below 65000).
std::optional<OwnedTables> freeze(const Automaton& automaton, std::size_t most_states = 60000);

}  // namespace handvest
