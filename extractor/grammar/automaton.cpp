#include "grammar/automaton.hpp"

#include <algorithm>
#include <numeric>

#include "grammar/utf8_sequences.hpp"

namespace handvest {
namespace {

constexpr std::size_t kMaxStates = 4U << 20U;
constexpr std::size_t kMaxParts = 100;

// Is the set one ASCII letter in both cases?
bool is_letter_of_both_cases(const std::vector<CodeRange>& ranges) {
  return ranges.size() == 2 && ranges[0].first == ranges[0].last &&
         ranges[1].first == ranges[1].last && ranges[0].first >= 'A' && ranges[0].first <= 'Z' &&
         ranges[1].first == ranges[0].first + 0x20U;
}

}  // namespace

std::uint32_t Automaton::push(State state) {
  if (states_.size() > kMaxStates) throw SyntaxError("the pattern is too large", 0);
  states_.push_back(state);
  return static_cast<std::uint32_t>(states_.size() - 1);
}

void Automaton::add(const Syntax& syntax, std::uint32_t label) {
  const std::uint32_t end = push({Kind::accept, 0, 0, label, 0});
  starts_.push_back(build(syntax, end));
}

// Built from the end to the beginning: `next` is where the part that follows begins.
std::uint32_t Automaton::build(const Syntax& syntax, std::uint32_t next) {
  switch (syntax.kind) {
    case Syntax::Kind::empty:
      return next;
    case Syntax::Kind::set:
      return build_set(syntax, next);
    case Syntax::Kind::sequence:
      return build_sequence(syntax, next);
    case Syntax::Kind::choice: {
      std::vector<std::uint32_t> ways;
      for (const auto& child : syntax.children) ways.push_back(build(child, next));
      return build_choice(ways);
    }
    case Syntax::Kind::repeat:
      return build_repeat(syntax, next);
    case Syntax::Kind::group:
      return build_group(syntax, next);
    case Syntax::Kind::look:
      throw SyntaxError(
          "lookaround cannot stand in this pattern; write <before>, <after>, "
          "<not-before> or <not-after> beside it",
          0);
    case Syntax::Kind::assertion:
    case Syntax::Kind::opaque:
      throw SyntaxError("'" + syntax.text + "' cannot stand in this pattern", 0);
  }
  return next;
}

std::uint32_t Automaton::build_sequence(const Syntax& syntax, std::uint32_t next) {
  const auto& parts = syntax.children;
  if (direction_ == Direction::forward) {
    next =
        std::accumulate(parts.rbegin(), parts.rend(), next,
                        [&](std::uint32_t then, const Syntax& part) { return build(part, then); });
  } else {
    for (const auto& part : parts) next = build(part, next);
  }
  return next;
}

std::uint32_t Automaton::build_choice(const std::vector<std::uint32_t>& ways) {
  if (ways.empty()) return push({Kind::bytes, 1, 0, 0, 0});
  std::uint32_t way = ways.back();
  for (std::size_t i = ways.size() - 1; i-- > 0;) way = push({Kind::split, 0, 0, ways[i], way});
  return way;
}

std::uint32_t Automaton::build_set(const Syntax& syntax, std::uint32_t next) {
  if (is_letter_of_both_cases(syntax.ranges)) {
    const auto lower = static_cast<std::uint8_t>(syntax.ranges[1].first);
    return push({Kind::letter, lower, lower, next, 0});
  }
  std::vector<std::uint32_t> ways;
  for (const auto& range : syntax.ranges) {
    if (range.last <= 0x7F) {
      ways.push_back(push({Kind::bytes, static_cast<std::uint8_t>(range.first),
                           static_cast<std::uint8_t>(range.last), next, 0}));
      continue;
    }
    for (auto sequence : utf8_sequences(range)) {
      if (direction_ == Direction::backward) std::reverse(sequence.begin(), sequence.end());
      std::uint32_t way = next;
      for (std::size_t i = sequence.size(); i-- > 0;) {
        way = push({Kind::bytes, sequence[i].first, sequence[i].last, way, 0});
      }
      ways.push_back(way);
    }
  }
  return build_choice(ways);
}

std::uint32_t Automaton::build_repeat(const Syntax& syntax, std::uint32_t next) {
  const Syntax& body = syntax.children[0];
  const bool lazy = syntax.text == "?";
  const auto split = [&](std::uint32_t inner) {
    return lazy ? State{Kind::split, 0, 0, next, inner} : State{Kind::split, 0, 0, inner, next};
  };
  std::uint32_t at = next;
  if (syntax.max == Syntax::kUnbounded) {
    const std::uint32_t loop = push(split(next));
    const std::uint32_t inner = build(body, loop);
    states_[loop] = split(inner);
    at = loop;
  } else {
    for (std::size_t i = syntax.min; i < syntax.max; ++i) at = push(split(build(body, at)));
  }
  for (std::size_t i = 0; i < syntax.min; ++i) at = build(body, at);
  return at;
}

std::uint32_t Automaton::build_group(const Syntax& syntax, std::uint32_t next) {
  const Syntax& body = syntax.children[0];
  if (syntax.text.empty() || direction_ == Direction::backward) return build(body, next);
  const std::uint8_t part = part_number(syntax.text);
  const std::uint32_t end = push({Kind::mark, static_cast<std::uint8_t>(part + 1), 0, next, 0});
  return push({Kind::mark, part, 0, build(body, end), 0});
}

// Two times the number of the named part.
std::uint8_t Automaton::part_number(const std::string& name) {
  const auto known = std::find(part_names_.begin(), part_names_.end(), name);
  const auto number = known - part_names_.begin();
  if (known == part_names_.end()) part_names_.push_back(name);
  if (part_names_.size() > kMaxParts) throw SyntaxError("the pattern has too many named parts", 0);
  return static_cast<std::uint8_t>(2 * number);
}

}  // namespace handvest
