#include "grammar/freeze.hpp"

#include <algorithm>
#include <map>
#include <numeric>
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

// Which states' steps are written down whole, and which of these each state is written like. A
// state becomes a model where the models that there are would not save it half of its slots.
class Models {
 public:
  explicit Models(const Dense& dense) : dense_(dense), like_(dense.size(), LazyAutomaton::kDead) {
    for (std::size_t state = 1; state < dense.size(); ++state) place(state);
    drop_dear();
  }

  /// The model of a state; the dead state, which steps nowhere, for those without.
  std::size_t of(std::size_t state) const { return like_[state]; }
  /// The dead state first.
  const std::vector<std::size_t>& all() const { return models_; }

 private:
  static constexpr std::size_t kLeastSlots = 16;
  static constexpr std::size_t kMost = 400;

  void place(std::size_t state) {
    const std::size_t slots = difference(dense_, state, LazyAutomaton::kDead);
    if (slots < kLeastSlots) return;
    std::size_t least = slots / 2;
    for (const std::size_t model : models_) {
      const std::size_t unlike = difference(dense_, state, model);
      if (unlike >= least) continue;
      least = unlike;
      like_[state] = model;
    }
    if (like_[state] != LazyAutomaton::kDead || models_.size() >= kMost) return;
    models_.push_back(state);
    like_[state] = state;
  }

  // A model that only itself is like must be smaller than its slots, which are twice as large.
  void drop_dear() {
    std::vector<std::size_t> users(dense_.size(), 0);
    for (const std::size_t model : like_) ++users[model];
    std::erase_if(models_, [&](std::size_t model) {
      const std::size_t slots = difference(dense_, model, LazyAutomaton::kDead);
      if (model == LazyAutomaton::kDead || users[model] > 1) return false;
      if (dense_.classes <= 2 * slots) return false;
      like_[model] = LazyAutomaton::kDead;
      return true;
    });
  }

  const Dense& dense_;
  std::vector<std::size_t> like_;
  std::vector<std::size_t> models_ = {LazyAutomaton::kDead};
};

// Rows that most matches pass through: they come first, side by side.
constexpr std::size_t kBusyStates = 400;

// Lays the rows over each other where their filled slots leave room: busy rows, then the fullest.
class Packer {
 public:
  explicit Packer(const Dense& dense) : dense_(dense), models_(dense) {}

  void pack(OwnedTables& tables) {
    std::vector<std::size_t> order(dense_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rest =
        order.begin() + static_cast<std::ptrdiff_t>(std::min(kBusyStates, dense_.size()));
    std::stable_sort(rest, order.end(), [&](std::size_t a, std::size_t b) {
      return filled(a).size() > filled(b).size();
    });
    write_models(tables);
    for (const std::size_t state : order) {
      const auto classes = filled(state);
      const std::size_t row = place_for(classes);
      tables.rows[state].slots = static_cast<std::uint32_t>(row);
      for (const std::size_t c : classes) {
        slots_[row + c] = {static_cast<std::uint16_t>(state), dense_.at(state, c)};
      }
    }
    // Every class of every row lies inside.
    slots_.resize(slots_.size() + dense_.classes, {0, 0});
    tables.slots = std::move(slots_);
  }

 private:
  void write_models(OwnedTables& tables) const {
    std::vector<std::uint32_t> places(dense_.size(), 0);
    for (const std::size_t model : models_.all()) {
      places[model] = static_cast<std::uint32_t>(tables.models.size());
      for (std::size_t c = 0; c < dense_.classes; ++c) {
        tables.models.push_back(dense_.at(model, c));
      }
    }
    for (std::size_t state = 0; state < dense_.size(); ++state) {
      tables.rows.push_back({0, places[models_.of(state)]});
    }
  }

  // The classes in which the state is unlike its model.
  std::vector<std::size_t> filled(std::size_t state) const {
    std::vector<std::size_t> classes;
    for (std::size_t c = 0; c < dense_.classes; ++c) {
      if (dense_.at(state, c) != dense_.at(models_.of(state), c)) classes.push_back(c);
    }
    return classes;
  }

  std::size_t place_for(const std::vector<std::size_t>& classes) {
    if (classes.empty()) return 0;
    while (first_free_ < slots_.size() && slots_[first_free_].owner != 0) ++first_free_;
    std::size_t row = first_free_ > classes.front() ? first_free_ - classes.front() : 0;
    while (!fits(classes, row)) ++row;
    if (slots_.size() < row + dense_.classes) slots_.resize(row + dense_.classes, {0, 0});
    return row;
  }

  bool fits(const std::vector<std::size_t>& classes, std::size_t row) const {
    return std::none_of(classes.begin(), classes.end(), [&](std::size_t c) {
      return row + c < slots_.size() && slots_[row + c].owner != 0;
    });
  }

  const Dense& dense_;
  Models models_;
  std::vector<FrozenAutomaton::Slot> slots_;
  std::size_t first_free_ = 0;
};

}  // namespace

std::optional<OwnedTables> freeze(const Automaton& automaton, std::size_t most_states) {
  const auto complete = determinise(automaton, most_states);
  if (!complete) return std::nullopt;
  const Dense dense = with_fewer_classes(minimised(*complete));
  OwnedTables tables;
  tables.class_of = dense.class_of;
  Packer(dense).pack(tables);
  for (std::size_t state = 0; state < dense.size(); ++state) {
    if (!dense.labels[state].empty()) tables.rows[state].slots |= FrozenAutomaton::kAccepts;
  }
  tables.label_begin.push_back(0);
  for (const auto& labels : dense.labels) {
    tables.labels.insert(tables.labels.end(), labels.begin(), labels.end());
    tables.label_begin.push_back(static_cast<std::uint32_t>(tables.labels.size()));
  }
  return tables;
}

}  // namespace handvest
