// The ways in which a rule's pattern can match, as an automaton follows them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/automaton.hpp"
#include "grammar/frozen.hpp"
#include "grammar/syntax.hpp"

namespace handvest {

/// One way. The text's ends, where the pattern names them, are line ends of its own.
struct CueWay {
  Syntax syntax;            ///< without anchors and without the word boundaries at its ends
  bool left_edge = false;   ///< a match begins at a word boundary
  bool right_edge = false;  ///< and ends at one
};

/// What the attribute `look` says; nullopt for other words.
std::optional<CuePlace> cue_place(std::string_view look);

/// nullopt when an automaton cannot follow the pattern so: it looks around, knows a word boundary
/// in its midst, or lacks the anchor.
std::optional<std::vector<CueWay>> cue_ways(const Syntax& syntax, CuePlace place);

/// The automaton of FrozenCue for such a pattern.
std::optional<Automaton> cue_automaton(const Syntax& syntax, CuePlace place);

}  // namespace handvest
