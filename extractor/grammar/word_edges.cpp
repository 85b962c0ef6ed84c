#include "grammar/word_edges.hpp"

#include <algorithm>

#include "grammar/code_ranges.hpp"

namespace handvest {
namespace {

enum class End { first, last };

EdgeKind kind_of(const Ranges& ranges) {
  const Ranges word = class_of('w');
  const auto inside = [&](const CodeRange& range) {
    return std::any_of(word.begin(), word.end(), [&](const CodeRange& letters) {
      return letters.first <= range.first && range.last <= letters.last;
    });
  };
  const auto outside = [&](const CodeRange& range) {
    return std::none_of(word.begin(), word.end(), [&](const CodeRange& letters) {
      return letters.first <= range.last && range.first <= letters.last;
    });
  };
  if (ranges.empty()) return EdgeKind::mixed;
  if (std::all_of(ranges.begin(), ranges.end(), inside)) return EdgeKind::word;
  return std::all_of(ranges.begin(), ranges.end(), outside) ? EdgeKind::other : EdgeKind::mixed;
}

bool may_be_empty(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  const auto empty = [](const Syntax& child) { return may_be_empty(child); };
  const auto& children = syntax.children;
  switch (syntax.kind) {
    case Kind::set:
      return false;
    case Kind::sequence:
      return std::all_of(children.begin(), children.end(), empty);
    case Kind::choice:
      return std::any_of(children.begin(), children.end(), empty);
    case Kind::repeat:
      return syntax.min == 0 || may_be_empty(children[0]);
    case Kind::group:
      return may_be_empty(children[0]);
    default:
      return true;
  }
}

EdgeKind edge_of(const Syntax& syntax, End end);

// Several in a row count where the outer ones may be left out.
EdgeKind edge_of_sequence(const std::vector<Syntax>& children, End end) {
  EdgeKind kind = EdgeKind::mixed;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Syntax& child = children[end == End::first ? i : children.size() - 1 - i];
    const EdgeKind next = edge_of(child, end);
    if (next == EdgeKind::mixed || (i > 0 && next != kind)) return EdgeKind::mixed;
    kind = next;
    if (!may_be_empty(child)) return kind;
  }
  return EdgeKind::mixed;
}

EdgeKind edge_of(const Syntax& syntax, End end) {
  using Kind = Syntax::Kind;
  switch (syntax.kind) {
    case Kind::set:
      return kind_of(syntax.ranges);
    case Kind::sequence:
      return edge_of_sequence(syntax.children, end);
    case Kind::choice: {
      const EdgeKind kind = edge_of(syntax.children.front(), end);
      const bool same = std::all_of(syntax.children.begin(), syntax.children.end(),
                                    [&](const Syntax& way) { return edge_of(way, end) == kind; });
      return same ? kind : EdgeKind::mixed;
    }
    case Kind::repeat:
    case Kind::group:
      return edge_of(syntax.children[0], end);
    default:
      return EdgeKind::mixed;
  }
}

}  // namespace

EdgeKind first_of(const Syntax& syntax) {
  return may_be_empty(syntax) ? EdgeKind::mixed : edge_of(syntax, End::first);
}

EdgeKind last_of(const Syntax& syntax) {
  return may_be_empty(syntax) ? EdgeKind::mixed : edge_of(syntax, End::last);
}

}  // namespace handvest
