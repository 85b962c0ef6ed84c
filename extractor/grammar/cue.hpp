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

}  // namespace handvest
