#include "grammar/prefilter.hpp"

#include <mutex>

#include "grammar/automaton.hpp"
#include "grammar/syntax.hpp"

namespace handvest {
namespace {

// Beyond these an automaton costs more than it saves.
constexpr std::size_t kMaxNodes = 20000;
constexpr std::size_t kMaxStates = 400;

}  // namespace

struct Prefilter::State {
  Automaton automaton{Automaton::Direction::forward, Automaton::Precision::superset};
  std::unique_ptr<LazyAutomaton> lazy;  ///< none: every text may match
  std::mutex mutex;
};

Prefilter::Prefilter(const Syntax& syntax) : state_(std::make_unique<State>()) {
  try {
    state_->automaton.add_anywhere(syntax, 0);
  } catch (const SyntaxError&) {
    return;  // back references and flags: no automaton is known to take enough
  }
  if (state_->automaton.size() <= kMaxNodes) {
    state_->lazy = std::make_unique<LazyAutomaton>(state_->automaton);
  }
}

Prefilter::~Prefilter() = default;

bool Prefilter::may_match(std::string_view text) const {
  const std::unique_lock lock(state_->mutex, std::try_to_lock);
  if (!lock.owns_lock() || !state_->lazy) return true;
  LazyAutomaton& automaton = *state_->lazy;
  auto state = LazyAutomaton::kStart;
  if (automaton.accepts(state)) return true;
  for (const char byte : text) {
    state = automaton.step(state, static_cast<std::uint8_t>(byte));
    if (automaton.accepts(state)) return true;
  }
  if (automaton.size() > kMaxStates) state_->lazy.reset();
  return false;
}

}  // namespace handvest
