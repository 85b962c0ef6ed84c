// What the matches of an automaton begin with: by it most places of a text are known to begin none.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "grammar/frozen.hpp"

namespace handvest {

/// FrozenBeginnings with the memory that they lie in.
struct OwnedBeginnings {
  std::array<std::uint8_t, FrozenBeginnings::kGroups> unknown{};
  std::vector<std::uint64_t> bits;

  FrozenBeginnings view() const { return {unknown.data(), bits.data()}; }
};

OwnedBeginnings beginnings(const FrozenAutomaton& automaton);

/// FrozenCue::begins of an automaton: every pair for matches that may be shorter.
KindPairs beginning_kinds(const FrozenAutomaton& automaton);

/// FrozenCue::pairs of an automaton; none when there are many, or a match may be of one byte.
std::vector<BytePair> beginning_pairs(const FrozenAutomaton& automaton);

}  // namespace handvest
