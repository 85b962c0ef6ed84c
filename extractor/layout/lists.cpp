#include "layout/lists.hpp"

#include <algorithm>
#include <map>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kNear = 200;  // pieces between two marks of one list

// 'S. M. Dekker': another initial follows.
bool second_initial(std::string_view text) {
  const CodePoint first = code_point_at(text, 0);
  return is_upper(first.value) && first.size < text.size() && text[first.size] == '.';
}

bool ambiguous(const Piece& piece) {
  return piece.element->kind == ElementKind::list_item &&
         (piece.marker.kind == MarkerKind::capital ||
          (piece.marker.kind == MarkerKind::roman &&
           is_upper(static_cast<unsigned char>(piece.element->marker.front()))));
}

struct Level {
  std::size_t indent = 0;
  MarkerStyle style;
};

using Levels = std::vector<Level>;

bool holds(const Levels& levels, const Level& wanted) {
  return std::any_of(levels.begin(), levels.end(), [&](const Level& level) {
    return level.indent == wanted.indent && level.style == wanted.style;
  });
}

// Whether a mark of another style at the same indent begins a list inside the item before it.
bool opens_sublist(const Level& parent, const Level& item, bool gap) {
  return item.style.is_double() || !gap || parent.style.counts();
}

void place(Levels& levels, const Level& item, bool gap) {
  while (!levels.empty() && levels.back().indent > item.indent) levels.pop_back();
  if (holds(levels, item)) {
    while (levels.back().style != item.style || levels.back().indent != item.indent) {
      levels.pop_back();
    }
    return;
  }
  const bool same_indent = !levels.empty() && levels.back().indent == item.indent;
  if (same_indent && !opens_sublist(levels.back(), item, gap)) {
    while (!levels.empty() && levels.back().indent == item.indent) levels.pop_back();
  }
  levels.push_back(item);
}

bool ends_list(const Piece& piece) {
  switch (piece.element->kind) {
    case ElementKind::heading:
      return true;
    case ElementKind::paragraph:
      return piece.element->blank_before;
    default:
      return false;
  }
}

}  // namespace

void drop_initials(std::string_view text, std::vector<Piece>& pieces) {
  constexpr int kUnseen = -1;
  struct Seen {
    std::size_t at = 0;  // in `found`
    int ordinal = kUnseen;
  };
  std::map<MarkerStyle, Seen> last;
  std::vector<std::size_t> found;
  std::vector<bool> in_series;  // for each of them
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!ambiguous(pieces[i])) continue;
    Seen& before = last[pieces[i].marker.style];
    const bool follows = before.ordinal + 1 == pieces[i].marker.ordinal &&
                         before.ordinal != kUnseen && i - found[before.at] <= kNear;
    if (follows) in_series[before.at] = true;
    before = {found.size(), pieces[i].marker.ordinal};
    found.push_back(i);
    in_series.push_back(follows);
  }
  for (std::size_t k = 0; k < found.size(); ++k) {
    Piece& piece = pieces[found[k]];
    if (!in_series[k] || second_initial(first_text(text, piece))) drop_marker(piece);
  }
}

void set_levels(std::vector<Piece>& pieces) {
  Levels levels;
  for (auto& piece : pieces) {
    if (ends_list(piece)) levels.clear();
    if (piece.element->kind != ElementKind::list_item || piece.from_markup) continue;
    place(levels, {piece.indent, piece.marker.style}, piece.element->blank_before);
    piece.element->level = static_cast<int>(levels.size());
  }
}

}  // namespace handvest::layout
