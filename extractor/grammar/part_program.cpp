#include "grammar/part_program.hpp"

#include <algorithm>
#include <optional>

#include "grammar/automaton.hpp"

namespace handvest {
namespace {

using Kind = PartState::Kind;

// As an automaton's states, with links that reach further than those of a program.
struct Node {
  Kind kind = Kind::split;
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  std::uint32_t next = 0;
  std::uint32_t other = 0;

  bool reads() const { return kind == Kind::bytes || kind == Kind::letter; }
};

Node node_of(const Automaton::State& state) {
  switch (state.kind) {
    case Automaton::Kind::bytes:
      return {Kind::bytes, state.first, state.last, state.next, 0};
    case Automaton::Kind::letter:
      return {Kind::letter, state.first, state.last, state.next, 0};
    case Automaton::Kind::split:
      return {Kind::split, 0, 0, state.next, state.other};
    case Automaton::Kind::mark:
      return {Kind::mark, state.first, 0, state.next, 0};
    case Automaton::Kind::accept:
      break;
  }
  return {Kind::accept, 0, 0, 0, 0};
}

void add(PartSet& set, const Node& node) {
  const auto add_byte = [&](std::size_t byte) { set[byte / 64] |= std::uint64_t{1} << byte % 64; };
  for (std::size_t byte = node.first; byte <= node.last; ++byte) add_byte(byte);
  if (node.kind == Kind::letter) add_byte(node.first - 0x20U);
}

// Copies the nodes that can be reached, in the order in which they are met. A choice among bytes
// that all lead to the same node becomes one node with a set.
class ProgramWriter {
 public:
  ProgramWriter(const Automaton& automaton, OwnedPartProgram& owned) : owned_(owned) {
    for (const auto& state : automaton.states()) nodes_.push_back(node_of(state));
  }

  void write(std::uint32_t start) {
    number_of(start);
    // NOLINTNEXTLINE(modernize-loop-convert): more are met while these are written
    for (std::size_t i = 0; i < met_.size(); ++i) {
      Node node = nodes_[met_[i]];
      if (node.kind == Kind::split) node = merged(node);
      PartState state{node.kind, node.first, node.last, PartState::kNoSet, 0, 0};
      if (node.kind != Kind::accept) state.next = number_of(node.next);
      if (node.kind == Kind::split) state.other = number_of(node.other);
      owned_.states.push_back(state);
    }
    add_begins();
  }

 private:
  static constexpr std::uint32_t kUnmet = 0xFFFFFFFF;

  // What can be read from a state on.
  struct Begins {
    PartSet set{};
    bool may_end = false;  ///< without reading

    friend bool operator==(const Begins&, const Begins&) = default;
  };

  void add_begins() {
    std::vector<Begins> begins(owned_.states.size());
    // Links lead on, but for those of repeats: few rounds are needed.
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = begins.size(); i-- > 0;) {
        Begins now = begins_of(owned_.states[i], begins);
        if (now == begins[i]) continue;
        begins[i] = now;
        changed = true;
      }
    }
    for (std::size_t i = 0; i < begins.size(); ++i) {
      PartState& state = owned_.states[i];
      if (state.kind != Kind::split && state.kind != Kind::mark) continue;
      state.begins = set_number(begins[i].set).value_or(PartState::kNoSet);
      state.last = begins[i].may_end ? 1 : 0;
    }
    for (std::size_t i = 0; i < begins.size(); ++i) {
      if (owned_.states[i].kind == Kind::split) owned_.states[i].first = repeat_of(i, begins);
    }
  }

  // Number of the set of the bytes that lead from a split back to it, and nowhere else.
  std::uint8_t repeat_of(std::size_t split, const std::vector<Begins>& begins) {
    constexpr std::size_t kMost = 64;  // ways of a split: no repeat of few kinds of bytes has more
    PartSet back{};
    PartSet away{};
    std::vector<std::size_t> met{split};
    for (std::size_t i = 0; i < met.size(); ++i) {
      if (met.size() > kMost) return PartState::kNoSet;
      const PartState& state = owned_.states[met[i]];
      if (state.kind == Kind::split) {
        for (const std::size_t way : {state.next, state.other}) {
          if (std::find(met.begin(), met.end(), way) == met.end()) met.push_back(way);
        }
        continue;
      }
      PartSet& set = state.kind != Kind::mark && state.next == split ? back : away;
      for (std::size_t word = 0; word < set.size(); ++word) {
        set[word] |= begins[met[i]].set[word];
      }
    }
    for (std::size_t word = 0; word < back.size(); ++word) back[word] &= ~away[word];
    return back == PartSet{} ? PartState::kNoSet : set_number(back).value_or(PartState::kNoSet);
  }

  Begins begins_of(const PartState& state, const std::vector<Begins>& known) const {
    Begins begins;
    switch (state.kind) {
      case Kind::bytes:
      case Kind::letter:
        add(begins.set, {state.kind, state.first, state.last, 0, 0});
        break;
      case Kind::set:
        begins.set = owned_.sets[state.first];
        break;
      case Kind::split:
        begins = known[state.other];
        [[fallthrough]];
      case Kind::mark:
        for (std::size_t i = 0; i < begins.set.size(); ++i) {
          begins.set[i] |= known[state.next].set[i];
        }
        begins.may_end = begins.may_end || known[state.next].may_end;
        break;
      case Kind::accept:
        begins.may_end = true;
        break;
    }
    return begins;
  }

  std::uint16_t number_of(std::uint32_t node) {
    numbers_.resize(nodes_.size(), kUnmet);
    if (numbers_[node] == kUnmet) {
      if (met_.size() > 0xFFFF) throw SyntaxError("the pattern is too large", 0);
      numbers_[node] = static_cast<std::uint32_t>(met_.size());
      met_.push_back(node);
    }
    return static_cast<std::uint16_t>(numbers_[node]);
  }

  // The ways that begin the chain of splits, as far as they read one byte and lead to one node.
  Node merged(const Node& split) {
    const auto fits = [&](const Node& way) {
      return way.reads() && way.next == nodes_[split.next].next;
    };
    PartSet set{};
    std::size_t ways = 0;
    std::uint32_t rest = 0;
    const Node* at = &split;
    for (; at->kind == Kind::split && fits(nodes_[at->next]); at = &nodes_[rest]) {
      add(set, nodes_[at->next]);
      rest = at->other;
      ++ways;
    }
    const bool all = ways > 0 && fits(*at);
    if (all) add(set, *at);
    if (ways + (all ? 1 : 0) < 2) return split;
    const auto number = set_number(set);
    if (!number) return split;
    const Node reader{Kind::set, *number, 0, nodes_[split.next].next, 0};
    if (all) return reader;
    nodes_.push_back(reader);
    return {Kind::split, 0, 0, static_cast<std::uint32_t>(nodes_.size() - 1), rest};
  }

  std::optional<std::uint8_t> set_number(const PartSet& set) {
    const auto known = std::find(owned_.sets.begin(), owned_.sets.end(), set);
    const auto number = static_cast<std::size_t>(known - owned_.sets.begin());
    if (number >= PartState::kNoSet) return std::nullopt;
    if (known == owned_.sets.end()) owned_.sets.push_back(set);
    return static_cast<std::uint8_t>(number);
  }

  OwnedPartProgram& owned_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> numbers_;  ///< of the nodes, in the program
  std::vector<std::uint32_t> met_;      ///< nodes by number
};

}  // namespace

OwnedPartProgram part_program(const Pattern& pattern) {
  OwnedPartProgram owned;
  Automaton automaton;
  automaton.add(parse_expression(pattern.expression(), pattern.options()), 0);
  owned.names = automaton.part_names();
  if (owned.names.empty()) return owned;
  ProgramWriter(automaton, owned).write(automaton.starts().front());
  for (const auto& name : owned.names) owned.name_pointers.push_back(name.c_str());
  owned.program = {owned.states, owned.sets, owned.name_pointers};
  return owned;
}

}  // namespace handvest
