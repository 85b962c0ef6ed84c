// What the matches of an automaton begin with: by it most places of a text are known to begin none.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/frozen.hpp"

namespace handvest {

/// FrozenRules::beginnings of an automaton over rules.
std::vector<std::uint8_t> beginnings(const FrozenAutomaton& automaton);

/// FrozenCue::pairs of an automaton; none when there are many, or a match may be of one byte.
std::vector<BytePair> beginning_pairs(const FrozenAutomaton& automaton);

}  // namespace handvest
