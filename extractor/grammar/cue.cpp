#include "grammar/cue.hpp"

#include <algorithm>

#include "grammar/dispatcher.hpp"
#include "grammar/pair_starts.hpp"
#include "grammar/token_starts.hpp"

namespace handvest {
namespace {

using StateId = FrozenAutomaton::StateId;

constexpr std::uint8_t kLineEnd = '\n';

class Run {
 public:
  Run(const FrozenCue& cue, std::string_view text)
      : cue_(cue), automaton_(cue.tables), text_(text) {}

  // The longest match that ends with the text.
  std::optional<Span> before() const {
    std::optional<Span> found;
    StateId state = automaton_.start();
    keep({text_.size(), text_.size()}, state, found);
    for (std::size_t at = text_.size(); at-- > 0;) {
      state = automaton_.step(state, byte_at(at));
      if (state == FrozenAutomaton::kDead) return found;
      keep({at, text_.size()}, state, found);
    }
    keep({0, text_.size()}, automaton_.step(state, kLineEnd), found);
    return found;
  }

  std::optional<Span> whole() const {
    StateId state = automaton_.start();
    for (std::size_t at = 0; at < text_.size() && state != FrozenAutomaton::kDead; ++at) {
      state = automaton_.step(state, byte_at(at));
    }
    return automaton_.accepts(state) ? std::optional(Span{0, text_.size()}) : std::nullopt;
  }

  // The longest match that begins at `begin`.
  std::optional<Span> at(std::size_t begin) const { return go_on(automaton_.start(), begin); }

  std::optional<Span> within(std::size_t from) const {
    if (from == 0 && cue_.begun != FrozenAutomaton::kDead) {
      if (const auto found = go_on(cue_.begun, 0)) return found;
    }
    if (!cue_.pairs.empty()) return at_pairs(from);
    return cue_.at_tokens ? at_tokens(from) : anywhere(from);
  }

 private:
  std::uint8_t byte_at(std::size_t at) const { return static_cast<std::uint8_t>(text_[at]); }

  // Most rules begin with few pairs of bytes, which few places have.
  std::optional<Span> at_pairs(std::size_t from) const {
    PairStarts starts(text_, from, PairMarks(cue_.pairs));
    for (std::size_t begin = starts.next(); begin < text_.size(); begin = starts.next()) {
      if (const auto found = at(begin)) return found;
    }
    return std::nullopt;
  }

  std::optional<Span> anywhere(std::size_t from) const {
    for (std::size_t begin = from; begin < text_.size(); ++begin) {
      if (!may_begin(begin)) continue;
      if (const auto found = at(begin)) return found;
    }
    return std::nullopt;
  }

  // Most bytes begin no word.
  std::optional<Span> at_tokens(std::size_t from) const {
    TokenStarts starts(text_, from);
    for (std::size_t begin = starts.next(); begin < text_.size(); begin = starts.next()) {
      if (!may_begin(begin)) continue;
      if (const auto found = at(begin)) return found;
    }
    return std::nullopt;
  }

  bool may_begin(std::size_t begin) const {
    return begin + 1 < text_.size() ? cue_.begins.has(byte_at(begin), byte_at(begin + 1))
                                    : cue_.begins.has_first(byte_at(begin));
  }

  std::optional<Span> go_on(StateId state, std::size_t begin) const {
    std::optional<Span> found;
    keep({begin, begin}, state, found);
    for (std::size_t at = begin; at < text_.size();) {
      state = automaton_.step(state, byte_at(at));
      if (state == FrozenAutomaton::kDead) return found;
      keep({begin, ++at}, state, found);
    }
    keep({begin, text_.size()}, automaton_.step(state, kLineEnd), found);
    return found;
  }

  void keep(Span span, StateId state, std::optional<Span>& found) const {
    if (automaton_.accepts(state) && has_edges(span, state)) found = span;
  }

  // Few states accept: apart from the others, so that steps are quick.
  [[gnu::noinline]] bool has_edges(Span span, StateId state) const {
    const auto labels = automaton_.labels(state);
    return std::any_of(labels.begin(), labels.end(), [&](std::uint16_t edges) {
      const bool left = (edges & FrozenCue::kLeftEdge) == 0 || is_boundary(span.begin);
      return left && ((edges & FrozenCue::kRightEdge) == 0 || is_boundary(span.end));
    });
  }

  bool is_boundary(std::size_t offset) const {
    return word_ends_at(text_, offset) != word_begins_at(text_, offset);
  }

  const FrozenCue& cue_;
  FrozenAutomaton automaton_;
  std::string_view text_;
};

}  // namespace

std::optional<Span> find_cue(const FrozenCue& cue, std::string_view text, std::size_t from) {
  const Run run(cue, text);
  switch (cue.place) {
    case CuePlace::before:
      return run.before();
    case CuePlace::whole:
      return from == 0 ? run.whole() : std::nullopt;
    case CuePlace::after:
    case CuePlace::begin:
      return from == 0 ? run.at(0) : std::nullopt;
    case CuePlace::within:
      return run.within(from);
  }
  return std::nullopt;
}

}  // namespace handvest
