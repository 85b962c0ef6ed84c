#include "grammar/beginnings.hpp"

#include <map>
#include <set>
#include <utility>

namespace handvest {
namespace {

using StateId = FrozenAutomaton::StateId;

// Behind a match anything may follow.
constexpr StateId kAnything = 0xFFFFFFFF;

// Beginnings of one length as words, with the states that they lead to.
using Ways = std::set<std::pair<std::uint64_t, StateId>>;
using Words = std::set<std::uint64_t>;

// A group of more would fill the table for little.
constexpr std::size_t kMostOfGroup = 40;

template <typename Work>
void each_byte(const Work& work) {
  for (unsigned byte = 0; byte < 256; ++byte) work(static_cast<std::uint8_t>(byte));
}

StateId step(const FrozenAutomaton& automaton, StateId state, std::uint8_t byte) {
  return state == kAnything || automaton.accepts(state) ? kAnything : automaton.step(state, byte);
}

Words words_of(const Ways& ways) {
  Words words;
  for (const auto& [word, state] : ways) words.insert(word);
  return words;
}

// All beginnings of two bytes, by group.
std::map<std::size_t, Ways> pairs_of(const FrozenAutomaton& automaton) {
  std::map<std::size_t, Ways> groups;
  each_byte([&](std::uint8_t first) {
    const StateId one = automaton.step(automaton.start(), first);
    if (one == FrozenAutomaton::kDead) return;
    each_byte([&](std::uint8_t second) {
      const StateId two = step(automaton, one, second);
      const std::uint64_t word = first | std::uint64_t{second} << 8U;
      if (two != FrozenAutomaton::kDead) {
        groups[FrozenBeginnings::group_of(word)].emplace(word, two);
      }
    });
  });
  return groups;
}

// Those of `size` bytes with one more.
Ways longer(const FrozenAutomaton& automaton, const Ways& ways, std::size_t size) {
  Ways result;
  for (const auto& [word, state] : ways) {
    each_byte([&, word = word, state = state](std::uint8_t byte) {
      const StateId next = step(automaton, state, byte);
      const auto folded = byte | (FrozenBeginnings::kCase >> 8U * size & 0xFFU);
      if (next != FrozenAutomaton::kDead) result.emplace(word | folded << 8U * size, next);
    });
  }
  return result;
}

// Takes as many bytes of a group's beginnings as leave them few.
void add_group(const FrozenAutomaton& automaton, std::size_t group, Ways ways,
               OwnedBeginnings& result) {
  Words words;
  for (const auto& [word, state] : ways) words.insert(word & 0xFFU);
  std::size_t known = 1;
  for (std::size_t size = 2; size <= FrozenBeginnings::kMostBytes; ++size) {
    if (size > 2) ways = longer(automaton, ways, size - 1);
    Words more = words_of(ways);
    if (more.size() > kMostOfGroup) break;
    words = std::move(more);
    known = size;
  }
  const auto unknown = static_cast<std::uint8_t>(8 * (sizeof(std::uint64_t) - known));
  result.unknown[group] = unknown;
  for (const std::uint64_t word : words) {
    const std::size_t place = FrozenBeginnings::place_of(word, unknown);
    result.bits[place / 64] |= std::uint64_t{1} << place % 64;
  }
}

}  // namespace

OwnedBeginnings beginnings(const FrozenAutomaton& automaton) {
  OwnedBeginnings result;
  result.bits.assign(FrozenBeginnings::kPlaces / 64, 0);
  // Where nothing begins two bytes are looked at: no group has such a place.
  result.unknown.fill(8 * (sizeof(std::uint64_t) - 2));
  for (auto& [group, ways] : pairs_of(automaton)) {
    add_group(automaton, group, std::move(ways), result);
  }
  return result;
}

KindPairs beginning_kinds(const FrozenAutomaton& automaton) {
  KindPairs pairs;
  if (automaton.accepts(automaton.start())) {
    pairs.seconds.fill(~std::uint32_t{0});
    return pairs;
  }
  each_byte([&](std::uint8_t first) {
    const StateId one = automaton.step(automaton.start(), first);
    if (one == FrozenAutomaton::kDead) return;
    each_byte([&](std::uint8_t second) {
      if (step(automaton, one, second) != FrozenAutomaton::kDead) pairs.add(first, second);
    });
  });
  return pairs;
}

std::vector<BytePair> beginning_pairs(const FrozenAutomaton& automaton) {
  constexpr std::size_t kMost = 8;  // each costs a look at every byte
  std::set<std::pair<std::uint8_t, std::uint8_t>> pairs;
  for (unsigned first = 0; first < 256; ++first) {
    const auto one = automaton.step(automaton.start(), static_cast<std::uint8_t>(first));
    if (automaton.accepts(one)) return {};
    for (unsigned second = 0; second < 256; ++second) {
      const auto two = automaton.step(one, static_cast<std::uint8_t>(second));
      if (two == FrozenAutomaton::kDead) continue;
      pairs.emplace(first | BytePair::kCase, second | BytePair::kCase);
    }
  }
  if (pairs.size() > kMost) return {};
  std::vector<BytePair> result;
  result.reserve(pairs.size());
  for (const auto& [first, second] : pairs) result.push_back({first, second});
  return result;
}

}  // namespace handvest
