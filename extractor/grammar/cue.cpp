#include "grammar/cue.hpp"

#include "grammar/dispatcher.hpp"
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
    StateId state = FrozenAutomaton::kStart;
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
    StateId state = FrozenAutomaton::kStart;
    for (std::size_t at = 0; at < text_.size() && state != FrozenAutomaton::kDead; ++at) {
      state = automaton_.step(state, byte_at(at));
    }
    return automaton_.accepts(state) ? std::optional(Span{0, text_.size()}) : std::nullopt;
  }

  // The longest match that begins at `begin`.
  std::optional<Span> at(std::size_t begin) const { return go_on(FrozenAutomaton::kStart, begin); }

  // The same for patterns that name the text's begin.
  std::optional<Span> at_begin() const {
    const StateId state = automaton_.step(FrozenAutomaton::kStart, kLineEnd);
    return state == FrozenAutomaton::kDead ? std::nullopt : go_on(state, 0);
  }

  std::optional<Span> within(std::size_t from) const {
    if (from == 0) {
      if (const auto found = at_begin()) return found;
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
    return cue_.begins[byte_at(begin)] && !dies_soon(begin);
  }

  // Most places where a match can begin are given up at the second byte.
  bool dies_soon(std::size_t begin) const {
    if (begin + 1 >= text_.size()) return false;
    const StateId state = automaton_.step(FrozenAutomaton::kStart, byte_at(begin));
    return !automaton_.accepts(state) &&
           automaton_.step(state, byte_at(begin + 1)) == FrozenAutomaton::kDead;
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
    if (!automaton_.accepts(state)) return;
    for (const std::uint16_t edges : automaton_.labels(state)) {
      const bool left = (edges & FrozenCue::kLeftEdge) == 0 || is_boundary(span.begin);
      const bool right = (edges & FrozenCue::kRightEdge) == 0 || is_boundary(span.end);
      if (left && right) found = span;
    }
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
