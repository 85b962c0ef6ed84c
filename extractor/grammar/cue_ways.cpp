#include "grammar/cue_ways.hpp"

#include <algorithm>
#include <iterator>

namespace handvest {
namespace {

using Kind = Syntax::Kind;
using Nodes = std::vector<Syntax>;

bool is_assertion(const Syntax& syntax, std::string_view text) {
  return syntax.kind == Kind::assertion && syntax.text == text;
}

bool holds(const Syntax& syntax, bool (*what)(const Syntax&)) {
  return what(syntax) || std::any_of(syntax.children.begin(), syntax.children.end(),
                                     [&](const Syntax& child) { return holds(child, what); });
}

bool is_boundary(const Syntax& syntax) { return is_assertion(syntax, "\\b"); }
bool is_anchor(const Syntax& syntax) {
  return is_assertion(syntax, "^") || is_assertion(syntax, "$");
}

bool cannot_be_followed(const Syntax& syntax) {
  return syntax.kind == Kind::look || syntax.kind == Kind::opaque ||
         (syntax.kind == Kind::assertion && !is_anchor(syntax));
}

Syntax line_end() {
  Syntax set;
  set.kind = Kind::set;
  set.ranges = {{'\n', '\n'}};
  return set;
}

void anchors_to_line_ends(Syntax& syntax) {
  if (is_anchor(syntax)) syntax = line_end();
  for (Syntax& child : syntax.children) anchors_to_line_ends(child);
}

// The ways of a choice, each as a sequence.
std::vector<Nodes> ways_of(const Syntax& syntax) {
  if (syntax.kind == Kind::group) return ways_of(syntax.children[0]);
  if (syntax.kind == Kind::sequence) return {syntax.children};
  if (syntax.kind != Kind::choice) return {{syntax}};
  std::vector<Nodes> ways;
  for (const Syntax& child : syntax.children) {
    auto more = ways_of(child);
    std::move(more.begin(), more.end(), std::back_inserter(ways));
  }
  return ways;
}

bool is_divided(const Syntax& end) {
  return (end.kind == Kind::choice || end.kind == Kind::group) && holds(end, is_boundary);
}

// A choice at an end of which some ways have a boundary there makes several ways.
void add_divided(Nodes way, std::vector<Nodes>& ways) {
  if (way.empty()) return;
  if (is_divided(way.back())) {
    const Syntax last = std::move(way.back());
    way.pop_back();
    for (const Nodes& tail : ways_of(last)) {
      Nodes whole = way;
      whole.insert(whole.end(), tail.begin(), tail.end());
      add_divided(std::move(whole), ways);
    }
    return;
  }
  if (!is_divided(way.front())) return ways.push_back(std::move(way));
  for (Nodes head : ways_of(way.front())) {
    head.insert(head.end(), std::next(way.begin()), way.end());
    add_divided(std::move(head), ways);
  }
}

bool take_first(Nodes& nodes, std::string_view assertion) {
  if (nodes.empty() || !is_assertion(nodes.front(), assertion)) return false;
  nodes.erase(nodes.begin());
  return true;
}

bool take_last(Nodes& nodes, std::string_view assertion) {
  if (nodes.empty() || !is_assertion(nodes.back(), assertion)) return false;
  nodes.pop_back();
  return true;
}

std::optional<CueWay> cue_way(Nodes nodes, CuePlace place) {
  if (place == CuePlace::before && !take_last(nodes, "$")) return std::nullopt;
  if (place == CuePlace::after && !take_first(nodes, "^")) return std::nullopt;
  CueWay way;
  way.left_edge = place != CuePlace::after && take_first(nodes, "\\b");
  way.right_edge = place != CuePlace::before && take_last(nodes, "\\b");
  way.syntax.kind = Kind::sequence;
  way.syntax.children = std::move(nodes);
  if (holds(way.syntax, cannot_be_followed)) return std::nullopt;
  const bool bounded = way.left_edge || way.right_edge || holds(way.syntax, is_anchor);
  if (place == CuePlace::whole && bounded) return std::nullopt;
  anchors_to_line_ends(way.syntax);
  return way;
}

}  // namespace

std::optional<CuePlace> cue_place(std::string_view look) {
  if (look == "before") return CuePlace::before;
  if (look == "after") return CuePlace::after;
  if (look == "within") return CuePlace::within;
  if (look == "begin") return CuePlace::begin;
  if (look == "whole") return CuePlace::whole;
  return std::nullopt;
}

std::optional<std::vector<CueWay>> cue_ways(const Syntax& syntax, CuePlace place) {
  std::vector<Nodes> divided;
  for (Nodes& nodes : ways_of(syntax)) add_divided(std::move(nodes), divided);
  std::vector<CueWay> ways;
  for (Nodes& nodes : divided) {
    auto way = cue_way(std::move(nodes), place);
    if (!way) return std::nullopt;
    ways.push_back(std::move(*way));
  }
  return ways;
}

std::optional<Automaton> cue_automaton(const Syntax& syntax, CuePlace place) {
  const auto ways = cue_ways(syntax, place);
  if (!ways) return std::nullopt;
  const bool backward = place == CuePlace::before;
  Automaton automaton(backward ? Automaton::Direction::backward : Automaton::Direction::forward);
  for (const CueWay& way : *ways) {
    const std::uint32_t left = way.left_edge ? FrozenCue::kLeftEdge : 0;
    const std::uint32_t right = way.right_edge ? FrozenCue::kRightEdge : 0;
    automaton.add(way.syntax, left | right);
  }
  return automaton;
}

}  // namespace handvest
