#include "grammar/lazy_automaton.hpp"

#include <algorithm>

namespace handvest {
namespace {

std::uint64_t hash_of(std::span<const std::uint32_t> members) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::uint32_t member : members) hash = (hash ^ member) * 0x100000001b3U;
  return hash;
}

}  // namespace

LazyAutomaton::LazyAutomaton(const Automaton& automaton) : automaton_(automaton) {
  classify();
  seen_.assign(automaton_.states().size(), 0);
  reset();
}

void LazyAutomaton::classify() {
  std::array<bool, 257> boundary{};
  const auto add = [&](std::size_t first, std::size_t last) {
    boundary[first] = true;
    boundary[last + 1U] = true;
  };
  for (const auto& state : automaton_.states()) {
    if (state.kind == Automaton::Kind::bytes && state.first <= state.last) {
      add(state.first, state.last);
    } else if (state.kind == Automaton::Kind::letter) {
      add(state.first, state.first);
      add(state.first - 0x20U, state.first - 0x20U);
    }
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
  member_begin_.assign(1, 0);
  labels_.clear();
  label_begin_.assign(1, 0);
  ids_.clear();
  Members states;
  intern(states);
  std::fill(transitions_.begin(), transitions_.end(), kDead);
  ++generation_;
  for (const std::uint32_t state : automaton_.starts()) close(state, states);
  // The start has a state of its own, even where it is dead from the beginning.
  if (intern(states) == kDead) {
    member_begin_.push_back(0);
    label_begin_.push_back(0);
    transitions_.resize(2 * classes_, kDead);
  }
}

// Follows the splits from `state`; keeps the states that read a byte or accept.
void LazyAutomaton::close(std::uint32_t state, Members& into) {
  stack_.push_back(state);
  while (!stack_.empty()) {
    const std::uint32_t at = stack_.back();
    stack_.pop_back();
    if (seen_[at] == generation_) continue;
    seen_[at] = generation_;
    const auto& node = automaton_.states()[at];
    if (node.kind == Automaton::Kind::split) {
      stack_.push_back(node.other);
      stack_.push_back(node.next);
    } else if (node.kind == Automaton::Kind::mark) {
      stack_.push_back(node.next);
    } else {
      into.push_back(at);
    }
  }
}

std::span<const std::uint32_t> LazyAutomaton::members_of(StateId state) const {
  return std::span(members_).subspan(member_begin_[state],
                                     member_begin_[state + 1U] - member_begin_[state]);
}

LazyAutomaton::StateId LazyAutomaton::intern(Members& members) {
  std::sort(members.begin(), members.end());
  const std::uint64_t hash = hash_of(members);
  const auto [first, last] = ids_.equal_range(hash);
  for (auto known = first; known != last; ++known) {
    if (std::ranges::equal(members_of(known->second), members)) return known->second;
  }
  const auto id = static_cast<StateId>(size());
  ids_.emplace(hash, id);
  const auto first_label = static_cast<std::ptrdiff_t>(labels_.size());
  for (const std::uint32_t state : members) {
    const auto& node = automaton_.states()[state];
    if (node.kind == Automaton::Kind::accept) {
      labels_.push_back(static_cast<std::uint16_t>(node.next));
    }
  }
  std::sort(labels_.begin() + first_label, labels_.end());
  labels_.erase(std::unique(labels_.begin() + first_label, labels_.end()), labels_.end());
  label_begin_.push_back(static_cast<std::uint32_t>(labels_.size()));
  members_.insert(members_.end(), members.begin(), members.end());
  member_begin_.push_back(static_cast<std::uint32_t>(members_.size()));
  transitions_.resize(transitions_.size() + classes_, kUnknown);
  return id;
}

LazyAutomaton::StateId LazyAutomaton::make(StateId from, std::uint8_t byte_class) {
  const std::uint8_t byte = example_of_[byte_class];
  ++generation_;
  Members next;
  for (const std::uint32_t state : members_of(from)) {
    const auto& node = automaton_.states()[state];
    if (node.reads(byte)) close(node.next, next);
  }
  const StateId id = intern(next);
  transitions_[static_cast<std::size_t>(from) * classes_ + byte_class] = id;
  return id;
}

}  // namespace handvest
