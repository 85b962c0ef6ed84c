#include "grammar/beginnings.hpp"

#include <set>
#include <utility>

namespace handvest {

std::vector<std::uint8_t> beginnings(const FrozenAutomaton& automaton) {
  std::vector<std::uint8_t> bits(kBeginnings / 8, 0);
  const auto each_byte = [](const auto& work) {
    for (unsigned byte = 0; byte < 256; ++byte) work(static_cast<std::uint8_t>(byte));
  };
  each_byte([&](std::uint8_t first) {
    const auto one = automaton.step(FrozenAutomaton::kStart, first);
    if (one == FrozenAutomaton::kDead) return;
    each_byte([&](std::uint8_t second) {
      const auto two = automaton.step(one, second);
      const bool ends = automaton.accepts(one) || automaton.accepts(two);
      if (two == FrozenAutomaton::kDead && !ends) return;
      each_byte([&](std::uint8_t third) {
        if (!ends && automaton.step(two, third) == FrozenAutomaton::kDead) return;
        const std::size_t place = beginning_of(first, second, third);
        bits[place / 8] = static_cast<std::uint8_t>(bits[place / 8] | 1U << place % 8);
      });
    });
  });
  return bits;
}

std::vector<BytePair> beginning_pairs(const FrozenAutomaton& automaton) {
  constexpr std::size_t kMost = 8;  // each costs a look at every byte
  std::set<std::pair<std::uint8_t, std::uint8_t>> pairs;
  for (unsigned first = 0; first < 256; ++first) {
    const auto one = automaton.step(FrozenAutomaton::kStart, static_cast<std::uint8_t>(first));
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
