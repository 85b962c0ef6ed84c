#include "grammar/freeze.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "grammar/lazy_automaton.hpp"

namespace handvest {
namespace {

using StateId = LazyAutomaton::StateId;

// A complete automaton, a row of classes for each state.
struct Dense {
  std::size_t classes = 0;
  std::array<std::uint8_t, 256> class_of{};
  std::vector<StateId> next;
  std::vector<std::vector<std::uint16_t>> labels;

  std::size_t size() const { return labels.size(); }
  StateId& at(std::size_t state, std::size_t byte_class) {
    return next[state * classes + byte_class];
  }
  StateId at(std::size_t state, std::size_t byte_class) const {
    return next[state * classes + byte_class];
  }
};

std::optional<Dense> determinise(const Automaton& automaton, std::size_t most_states) {
  LazyAutomaton lazy(automaton);
  Dense dense;
  dense.classes = lazy.classes();
  for (std::size_t byte = 0; byte < 256; ++byte) {
    dense.class_of[byte] = lazy.class_of(static_cast<std::uint8_t>(byte));
  }
  for (std::size_t state = 0; state < lazy.size(); ++state) {
    if (lazy.size() > most_states) return std::nullopt;
    const auto id = static_cast<StateId>(state);
    for (std::size_t c = 0; c < dense.classes; ++c) {
      dense.next.push_back(lazy.step(id, lazy.example_of(c)));
    }
    const auto labels = lazy.labels(id);
    dense.labels.emplace_back(labels.begin(), labels.end());
  }
  return dense;
}

// Blocks of states that nothing tells apart (Moore's algorithm), numbered in the order of their
// first states, so that the dead state and the start keep their numbers.
std::vector<StateId> equivalent_blocks(const Dense& dense) {
  std::vector<StateId> block(dense.size());
  std::map<std::vector<std::uint16_t>, StateId> by_labels;
  // The start stays alone: its number is fixed.
  for (std::size_t state = 0; state < dense.size(); ++state) {
    auto key = dense.labels[state];
    if (state == LazyAutomaton::kStart) key.push_back(0xFFFF);
    block[state] =
        by_labels.emplace(std::move(key), static_cast<StateId>(by_labels.size())).first->second;
  }
  std::size_t count = by_labels.size();
  for (;;) {
    std::unordered_map<std::string, StateId> signatures;
    std::vector<StateId> finer(dense.size());
    for (std::size_t state = 0; state < dense.size(); ++state) {
      std::string signature(reinterpret_cast<const char*>(&block[state]), sizeof(StateId));
      for (std::size_t c = 0; c < dense.classes; ++c) {
        const StateId target = block[dense.at(state, c)];
        signature.append(reinterpret_cast<const char*>(&target), sizeof target);
      }
      finer[state] =
          signatures.emplace(std::move(signature), static_cast<StateId>(signatures.size()))
              .first->second;
    }
    block = std::move(finer);
    if (signatures.size() == count) return block;
    count = signatures.size();
  }
}

Dense minimised(const Dense& dense) {
  const std::vector<StateId> block = equivalent_blocks(dense);
  Dense result;
  result.classes = dense.classes;
  result.class_of = dense.class_of;
  for (std::size_t state = 0; state < dense.size(); ++state) {
    if (block[state] < result.size()) continue;
    result.labels.push_back(dense.labels[state]);
    for (std::size_t c = 0; c < dense.classes; ++c) {
      result.next.push_back(block[dense.at(state, c)]);
    }
  }
  return result;
}

// Classes that go the same way everywhere become one.
Dense with_fewer_classes(const Dense& dense) {
  std::map<std::vector<StateId>, std::size_t> columns;
  std::vector<std::size_t> column_of(dense.classes);
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < dense.classes; ++c) {
    std::vector<StateId> column;
    for (std::size_t state = 0; state < dense.size(); ++state) column.push_back(dense.at(state, c));
    const auto [place, added] = columns.emplace(std::move(column), columns.size());
    if (added) kept.push_back(c);
    column_of[c] = place->second;
  }
  Dense result;
  result.classes = kept.size();
  result.labels = dense.labels;
  for (std::size_t state = 0; state < dense.size(); ++state) {
    for (const std::size_t c : kept) result.next.push_back(dense.at(state, c));
  }
  for (std::size_t byte = 0; byte < 256; ++byte) {
    result.class_of[byte] = static_cast<std::uint8_t>(column_of[dense.class_of[byte]]);
  }
  return result;
}

// In how many classes two states step otherwise.
std::size_t difference(const Dense& dense, std::size_t a, std::size_t b) {
  std::size_t count = 0;
  for (std::size_t c = 0; c < dense.classes; ++c) count += dense.at(a, c) != dense.at(b, c) ? 1 : 0;
  return count;
}

// Which states' steps are written down whole, and which of these each other state is written like.
// A state becomes a model where the models that there are would not save it half of its slots, and
// where many bytes lead to itself: texts stay in it, and a look at a model costs.
class Models {
 public:
  explicit Models(const Dense& dense) : dense_(dense), like_(dense.size(), LazyAutomaton::kDead) {
    for (std::size_t state = 1; state < dense.size(); ++state) place(state);
  }

  /// The model of a state; the dead state, which steps nowhere, for those that are written whole.
  std::size_t of(std::size_t state) const { return like_[state]; }

 private:
  static constexpr std::size_t kLeastSlots = 16;
  static constexpr std::size_t kManyLoops = 8;
  static constexpr std::size_t kMost = 400;

  void place(std::size_t state) {
    const std::size_t slots = difference(dense_, state, LazyAutomaton::kDead);
    if (slots < kLeastSlots) return;
    std::size_t least = stays_in(state) ? 0 : slots / 2;
    for (const std::size_t model : models_) {
      const std::size_t unlike = difference(dense_, state, model);
      if (unlike >= least) continue;
      least = unlike;
      like_[state] = model;
    }
    if (like_[state] == LazyAutomaton::kDead && models_.size() < kMost) models_.push_back(state);
  }

  bool stays_in(std::size_t state) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < dense_.classes; ++c) count += dense_.at(state, c) == state ? 1 : 0;
    return count >= kManyLoops;
  }

  const Dense& dense_;
  std::vector<std::size_t> like_;
  std::vector<std::size_t> models_;
};

// Finds places for rows of slots, so that each fills gaps which others leave.
class Gaps {
 public:
  /// The first place at or behind `least` where the row's slots are free; they are taken then.
  std::size_t take(const std::vector<std::size_t>& row, std::size_t least) {
    while (first_free_ < taken_.size() && taken_[first_free_]) ++first_free_;
    std::size_t place = std::max(first_free_, least);
    while (!fits(row, place)) ++place;
    if (taken_.size() <= place + row.back()) taken_.resize(place + row.back() + 1, false);
    for (const std::size_t slot : row) taken_[place + slot] = true;
    return place;
  }

 private:
  bool fits(const std::vector<std::size_t>& row, std::size_t place) const {
    return std::none_of(row.begin(), row.end(), [&](std::size_t slot) {
      return place + slot < taken_.size() && taken_[place + slot];
    });
  }

  std::vector<bool> taken_ = {true};  // the dead state's place
  std::size_t first_free_ = 0;
};

// Lays the rows of slots over each other: those of states that accept come last, and else states
// that follow on each other lie side by side.
class Packer {
 public:
  explicit Packer(const Dense& dense)
      : dense_(dense), models_(dense), places_(dense.size(), FrozenAutomaton::kDead) {}

  OwnedTables pack() {
    OwnedTables tables;
    std::transform(dense_.class_of.begin(), dense_.class_of.end(), tables.class_of.begin(),
                   [](std::uint8_t c) { return static_cast<std::uint8_t>(slot_of(c)); });
    tables.accepting = find_places();
    tables.start = places_[LazyAutomaton::kStart];
    tables.slots.resize(slots_needed(), 0);
    for (std::size_t state = 1; state < dense_.size(); ++state) write(state, tables);
    return tables;
  }

 private:
  static std::size_t slot_of(std::size_t byte_class) {
    return byte_class + FrozenAutomaton::kFirstClass;
  }

  bool accepts(std::size_t state) const { return !dense_.labels[state].empty(); }

  // Gives the place from which on states accept.
  FrozenAutomaton::StateId find_places() {
    std::vector<std::size_t> order = in_depth();
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t state) { return !accepts(state); });
    Gaps gaps;
    FrozenAutomaton::StateId last = 0;
    FrozenAutomaton::StateId accepting = 0;
    for (const std::size_t state : order) {
      if (accepts(state) && accepting == 0) accepting = last + 1;
      places_[state] = static_cast<FrozenAutomaton::StateId>(gaps.take(slots(state), accepting));
      last = std::max(last, places_[state]);
    }
    return accepting == 0 ? last + 1 : accepting;
  }

  // All states but the dead one, each before those that it leads to, one way after the other.
  std::vector<std::size_t> in_depth() const {
    std::vector<bool> met(dense_.size(), false);
    std::vector<std::size_t> order;
    std::vector<std::size_t> pending = {LazyAutomaton::kStart};
    met[LazyAutomaton::kDead] = true;
    while (!pending.empty()) {
      const std::size_t state = pending.back();
      pending.pop_back();
      if (met[state]) continue;
      met[state] = true;
      order.push_back(state);
      for (std::size_t c = dense_.classes; c-- > 0;) pending.push_back(dense_.at(state, c));
    }
    return order;
  }

  // Which slots a state has.
  std::vector<std::size_t> slots(std::size_t state) const {
    std::vector<std::size_t> slots = {FrozenAutomaton::kModel};
    if (accepts(state)) slots.push_back(FrozenAutomaton::kLabels);
    for (std::size_t c = 0; c < dense_.classes; ++c) {
      if (is_own(state, c)) slots.push_back(slot_of(c));
    }
    return slots;
  }

  bool is_own(std::size_t state, std::size_t byte_class) const {
    return dense_.at(state, byte_class) != dense_.at(models_.of(state), byte_class);
  }

  // Every class of every state lies inside.
  std::size_t slots_needed() const {
    return *std::max_element(places_.begin(), places_.end()) + slot_of(dense_.classes);
  }

  void write(std::size_t state, OwnedTables& tables) {
    const auto put = [&](std::size_t slot, std::size_t held) {
      tables.slots[places_[state] + slot] = static_cast<FrozenAutomaton::Slot>(held << 8U | slot);
    };
    put(FrozenAutomaton::kModel, places_[models_.of(state)]);
    if (accepts(state)) put(FrozenAutomaton::kLabels, list_of(dense_.labels[state], tables.labels));
    for (std::size_t c = 0; c < dense_.classes; ++c) {
      if (is_own(state, c)) put(slot_of(c), places_[dense_.at(state, c)]);
    }
  }

  // Where the list stands; each is written once.
  std::size_t list_of(const std::vector<std::uint16_t>& labels, std::vector<std::uint16_t>& lists) {
    const auto [known, added] = lists_.emplace(labels, lists.size());
    if (added) {
      lists.push_back(static_cast<std::uint16_t>(labels.size()));
      lists.insert(lists.end(), labels.begin(), labels.end());
    }
    return known->second;
  }

  const Dense& dense_;
  Models models_;
  std::vector<FrozenAutomaton::StateId> places_;  ///< by state
  std::map<std::vector<std::uint16_t>, std::size_t> lists_;
};

}  // namespace

std::optional<OwnedTables> freeze(const Automaton& automaton, std::size_t most_states) {
  const auto complete = determinise(automaton, most_states);
  if (!complete) return std::nullopt;
  const Dense dense = with_fewer_classes(minimised(*complete));
  if (dense.classes + FrozenAutomaton::kFirstClass > 256) return std::nullopt;
  OwnedTables tables = Packer(dense).pack();
  if (tables.slots.size() > FrozenAutomaton::kMostHeld) return std::nullopt;
  return tables;
}

}  // namespace handvest
