// Where a rule matches, told by an automaton of its own.
#pragma once

#include <optional>
#include <string_view>

#include "grammar/frozen.hpp"
#include "text/span.hpp"

namespace handvest {

/// The first place in text[from, text.size()) where the rule of these tables matches, with the
/// longest match there. The text's ends count as line ends.
std::optional<Span> find_cue(const FrozenCue& cue, std::string_view text, std::size_t from = 0);

/// Whether a match may be empty.
inline bool accepts_nothing(const FrozenCue& cue) {
  return FrozenAutomaton(cue.tables).accepts(FrozenAutomaton::kStart);
}

/// Whether the first byte of the text, or the last for `before`, says that nothing can be found in
/// it: most texts are known by it.
inline bool cannot_match(const FrozenCue& cue, std::string_view text) {
  if (text.empty() || cue.place == CuePlace::within) return false;
  const char edge = cue.place == CuePlace::before ? text.back() : text.front();
  return !cue.begins[static_cast<std::uint8_t>(edge)] && !accepts_nothing(cue);
}

/// What find_cue() gives, quicker where cannot_match() tells that nothing can be found.
inline std::optional<Span> look_for(const FrozenCue& cue, std::string_view text,
                                    std::size_t from = 0) {
  return cannot_match(cue, text) ? std::nullopt : find_cue(cue, text, from);
}

}  // namespace handvest
