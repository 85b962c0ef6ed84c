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

/// Whether the first two bytes of the text, or the last for `before`, say that nothing can be found
/// in it: most texts are known by them.
inline bool cannot_match(const FrozenCue& cue, std::string_view text) {
  if (text.empty() || cue.place == CuePlace::within) return false;
  const bool backward = cue.place == CuePlace::before;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint8_t>(text[backward ? text.size() - 1 - i : i]);
  };
  return text.size() == 1 ? !cue.begins.has_first(byte(0)) : !cue.begins.has(byte(0), byte(1));
}

/// What find_cue() gives, quicker where cannot_match() tells that nothing can be found.
inline std::optional<Span> look_for(const FrozenCue& cue, std::string_view text,
                                    std::size_t from = 0) {
  return cannot_match(cue, text) ? std::nullopt : find_cue(cue, text, from);
}

}  // namespace handvest
