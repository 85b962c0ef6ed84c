#include "grammar/automaton.hpp"

#include <algorithm>

#include "grammar/utf8_sequences.hpp"

namespace handvest {

namespace {
constexpr std::size_t kMaxAutomaton = 4U << 20U;
}

std::uint32_t Automaton::push(State state) {
  if (states_.size() > kMaxAutomaton) throw SyntaxError("the pattern is too large", 0);
  states_.push_back(state);
  return static_cast<std::uint32_t>(states_.size() - 1);
}

void Automaton::add(const Syntax& syntax, std::uint32_t label) {
  const std::uint32_t end = push({State::Kind::accept, 0, 0, label, kNone});
  starts_.push_back(build(syntax, end));
}

void Automaton::add_anywhere(const Syntax& syntax, std::uint32_t label) {
  add(syntax, label);
  const std::uint32_t skip = push({State::Kind::bytes, 0x00, 0xFF, kNone, kNone});
  const std::uint32_t loop = push({State::Kind::split, 0, 0, starts_.back(), skip});
  states_[skip].next = loop;
  starts_.back() = loop;
}

// Built from the end to the beginning: `next` is where the part that follows begins.
std::uint32_t Automaton::build(const Syntax& syntax, std::uint32_t next) {
  using Kind = Syntax::Kind;
  switch (syntax.kind) {
    case Kind::empty:
      return next;
    case Kind::set:
      return build_set(syntax, next);
    case Kind::sequence: {
      const auto& parts = syntax.children;
      if (direction_ == Direction::forward) {
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) next = build(*part, next);
      } else {
        for (const auto& part : parts) next = build(part, next);
      }
      return next;
    }
    case Kind::choice: {
      std::vector<std::uint32_t> ways;
      for (const auto& child : syntax.children) ways.push_back(build(child, next));
      return build_choice(ways);
    }
    case Kind::repeat:
      return build_repeat(syntax, next);
    case Kind::group:
      return build(syntax.children[0], next);
    case Kind::look:
      if (precision_ == Precision::superset) {
        return syntax.text == "(?>" ? build(syntax.children[0], next) : next;
      }
      throw SyntaxError(
          "lookaround cannot stand in this pattern; write <before>, <after>, "
          "<not-before> or <not-after> beside it",
          0);
    case Kind::assertion:
      if (precision_ == Precision::superset) return next;
      [[fallthrough]];
    case Kind::opaque:
      throw SyntaxError("'" + syntax.text + "' cannot stand in this pattern", 0);
  }
  return next;
}

std::uint32_t Automaton::build_choice(const std::vector<std::uint32_t>& ways) {
  if (ways.empty()) return push({State::Kind::bytes, 1, 0, kNone, kNone});
  std::uint32_t way = ways.back();
  for (std::size_t i = ways.size() - 1; i-- > 0;) {
    way = push({State::Kind::split, 0, 0, ways[i], way});
  }
  return way;
}

std::uint32_t Automaton::build_set(const Syntax& syntax, std::uint32_t next) {
  std::vector<std::uint32_t> ways;
  for (const auto& range : syntax.ranges) {
    if (range.last <= 0x7F) {
      ways.push_back(push({State::Kind::bytes, static_cast<std::uint8_t>(range.first),
                           static_cast<std::uint8_t>(range.last), next, kNone}));
      continue;
    }
    for (auto sequence : utf8_sequences(range)) {
      if (direction_ == Direction::backward) std::reverse(sequence.begin(), sequence.end());
      std::uint32_t way = next;
      for (std::size_t i = sequence.size(); i-- > 0;) {
        way = push({State::Kind::bytes, sequence[i].first, sequence[i].last, way, kNone});
      }
      ways.push_back(way);
    }
  }
  return build_choice(ways);
}

std::uint32_t Automaton::build_repeat(const Syntax& syntax, std::uint32_t next) {
  const Syntax& body = syntax.children[0];
  std::uint32_t at = next;
  if (syntax.max == Syntax::kUnbounded) {
    const std::uint32_t loop = push({State::Kind::split, 0, 0, next, next});
    const std::uint32_t inner = build(body, loop);
    states_[loop].next = inner;
    at = loop;
  } else {
    for (std::size_t i = syntax.min; i < syntax.max; ++i) {
      const std::uint32_t inner = build(body, at);
      at = push({State::Kind::split, 0, 0, inner, next});
    }
  }
  for (std::size_t i = 0; i < syntax.min; ++i) at = build(body, at);
  return at;
}

LazyAutomaton::LazyAutomaton(const Automaton& automaton) : automaton_(automaton) {
  classify();
  seen_.assign(automaton_.states_.size(), 0);
  reset();
}

// Bytes that no expression tells apart fall into one class: a short row for each state.
void LazyAutomaton::classify() {
  std::array<bool, 257> boundary{};
  for (const auto& state : automaton_.states_) {
    if (state.kind != Automaton::State::Kind::bytes || state.first > state.last) continue;
    boundary[state.first] = true;
    boundary[state.last + 1U] = true;
  }
  std::uint8_t current = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (byte > 0 && boundary[byte]) ++current;
    class_of_[byte] = current;
    example_of_[current] = static_cast<std::uint8_t>(byte);
  }
  classes_ = current + 1U;
}

void LazyAutomaton::reset() {
  transitions_.clear();
  members_.clear();
  labels_.clear();
  ids_.clear();
  intern({});
  ++generation_;
  States start;
  for (const std::uint32_t state : automaton_.starts_) close(state, start);
  std::sort(start.begin(), start.end());
  intern(std::move(start));
}

void LazyAutomaton::forget_when_full() {
  if (members_.size() > kMaxStates) reset();
}

// Follows the splits from `state`; keeps the states that read a byte or accept.
void LazyAutomaton::close(std::uint32_t state, States& into) {
  stack_.push_back(state);
  while (!stack_.empty()) {
    const std::uint32_t at = stack_.back();
    stack_.pop_back();
    if (at == Automaton::kNone || seen_[at] == generation_) continue;
    seen_[at] = generation_;
    const auto& node = automaton_.states_[at];
    if (node.kind == Automaton::State::Kind::split) {
      stack_.push_back(node.other);
      stack_.push_back(node.next);
    } else {
      into.push_back(at);
    }
  }
}

LazyAutomaton::StateId LazyAutomaton::intern(States states) {
  const auto [place, added] =
      ids_.emplace(std::move(states), static_cast<StateId>(members_.size()));
  if (!added) return place->second;
  const bool dead = place->first.empty() && !members_.empty();
  if (dead) return kDead;
  std::vector<std::uint32_t> labels;
  for (const std::uint32_t state : place->first) {
    const auto& node = automaton_.states_[state];
    if (node.kind == Automaton::State::Kind::accept) labels.push_back(node.next);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  labels_.push_back(std::move(labels));
  members_.push_back(place->first);
  transitions_.resize(transitions_.size() + classes_, members_.size() == 1 ? kDead : kUnknown);
  return place->second;
}

LazyAutomaton::StateId LazyAutomaton::make(StateId from, std::uint8_t byte_class) {
  const std::uint8_t byte = example_of_[byte_class];
  ++generation_;
  States next;
  for (const std::uint32_t state : members_[from]) {
    const auto& node = automaton_.states_[state];
    if (node.kind == Automaton::State::Kind::bytes && node.first <= byte && byte <= node.last) {
      close(node.next, next);
    }
  }
  std::sort(next.begin(), next.end());
  const StateId id = intern(std::move(next));
  transitions_[from * classes_ + byte_class] = id;
  return id;
}

}  // namespace handvest
