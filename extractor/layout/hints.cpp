#include "layout/hints.hpp"

#include <algorithm>
#include <string_view>

#include "layout/cells.hpp"
#include "text/lines.hpp"

namespace handvest::layout {
namespace {

bool says_what_it_is(HintKind kind) {
  switch (kind) {
    case HintKind::heading:
    case HintKind::title:
    case HintKind::list_item:
    case HintKind::footnote:
    case HintKind::furniture:
      return true;
    default:
      return false;
  }
}

// The innermost hint of a kind that matters here, for places that are asked in order.
class Covering {
 public:
  explicit Covering(const std::vector<Hint>& hints) : hints_(hints) {}

  const Hint* at(std::size_t offset) {
    for (; next_ < hints_.size() && hints_[next_].span.begin <= offset; ++next_) {
      if (says_what_it_is(hints_[next_].kind)) open_.push_back(&hints_[next_]);
    }
    while (!open_.empty() && open_.back()->span.end <= offset) open_.pop_back();
    return open_.empty() ? nullptr : open_.back();
  }

 private:
  const std::vector<Hint>& hints_;
  std::size_t next_ = 0;
  std::vector<const Hint*> open_;
};

void set_printed_marker(std::string_view text, Piece& piece, const std::string& marker) {
  Span& span = piece.element->spans.front();
  if (marker.empty() || !slice(text, span).starts_with(marker)) return;
  const Span rest = trimmed(text, {span.begin + marker.size(), span.end});
  if (rest.empty()) return;
  piece.element->marker = marker;
  piece.element->marker_span = {span.begin, span.begin + marker.size()};
  span = rest;
}

void make_item(std::string_view text, Piece& piece, const Hint& hint) {
  // Further lines of an item are paragraphs of their own.
  if (piece.element->begin() != hint.span.begin) return;
  if (piece.element->kind != ElementKind::list_item) set_printed_marker(text, piece, hint.marker);
  piece.element->kind = ElementKind::list_item;
  piece.element->level = std::max(hint.level, 1);
  piece.from_markup = true;
}

void make_note(std::string_view text, Piece& piece, const Hint& hint) {
  if (piece.element->begin() == hint.span.begin && piece.element->marker_span.empty()) {
    set_printed_marker(text, piece, hint.marker);
  }
  piece.element->kind = ElementKind::footnote;
  if (!hint.marker.empty()) piece.element->marker = hint.marker;
  piece.from_markup = true;
}

void apply(std::string_view text, Piece& piece, const Hint& hint) {
  switch (hint.kind) {
    case HintKind::heading:
    case HintKind::title:
      drop_marker(piece);
      piece.element->kind = ElementKind::heading;
      piece.element->level = std::max(hint.level, 1);
      piece.from_markup = true;
      break;
    case HintKind::list_item:
      make_item(text, piece, hint);
      break;
    case HintKind::footnote:
      make_note(text, piece, hint);
      break;
    default:
      drop_marker(piece);
      piece.element->kind = ElementKind::furniture;
      break;
  }
}

// The last piece that begins at or before `offset`; pieces.end() when none does.
std::vector<Piece>::iterator piece_at(std::vector<Piece>& pieces, std::size_t offset) {
  const auto after = std::upper_bound(
      pieces.begin(), pieces.end(), offset,
      [](std::size_t value, const Piece& piece) { return value < piece.element->begin(); });
  return after == pieces.begin() ? pieces.end() : after - 1;
}

void add_footnote_marks(const std::vector<Hint>& hints, std::vector<Piece>& pieces) {
  for (const Hint& hint : hints) {
    if (hint.kind != HintKind::footnote_mark || hint.span.empty()) continue;
    const auto piece = piece_at(pieces, hint.span.begin);
    if (piece == pieces.end()) continue;
    const auto& spans = piece->element->spans;
    const bool inside = std::any_of(spans.begin(), spans.end(),
                                    [&](const Span& span) { return span.contains(hint.span); });
    if (inside) piece->element->footnote_marks.push_back(hint.span);
  }
}

// --- tables -----------------------------------------------------------------------------------

void add_cell(std::string_view text, const Hint& hint, TableRow& row) {
  // Columns that a cell of a row above reaches into are kept as empty cells.
  constexpr std::size_t kMostColumns = 1000;
  const auto column = static_cast<std::size_t>(std::max(hint.column, 0));
  while (row.cells.size() < std::min(column, kMostColumns)) row.cells.emplace_back();
  TableCell cell;
  cell.span = trimmed(text, hint.span);
  cell.text = slice(text, cell.span);
  cell.row_span = std::max(hint.row_span, 1);
  cell.column_span = std::max(hint.column_span, 1);
  row.cells.push_back(std::move(cell));
}

// The rows of the table whose hint is `hints[i]`; `i` is left at the last hint inside it.
Table rows_of(std::string_view text, const std::vector<Hint>& hints, std::size_t& i) {
  Table table;
  const Span whole = hints[i].span;
  TableRow* row = nullptr;
  while (i + 1 < hints.size() && hints[i + 1].span.begin < whole.end) {
    const Hint& hint = hints[++i];
    if (hint.kind == HintKind::table_row) {
      auto& part = hint.header && table.rows.empty() ? table.header : table.rows;
      row = &part.emplace_back();
    } else if (hint.kind == HintKind::table_cell && row != nullptr) {
      add_cell(text, hint, *row);
    }
  }
  return table;
}

// The first of the pieces becomes the table; the others lose their spans to it.
void make_table(std::vector<Piece>::iterator first, std::vector<Piece>::iterator last,
                Table&& table) {
  drop_marker(*first);
  Element& element = *first->element;
  element.kind = ElementKind::table;
  element.level = 0;
  element.table = std::make_shared<const Table>(std::move(table));
  element.spans = {{element.spans.front().begin, (last - 1)->element->spans.back().end}};
  for (auto piece = first + 1; piece != last; ++piece) {
    const auto& marks = piece->element->footnote_marks;
    element.footnote_marks.insert(element.footnote_marks.end(), marks.begin(), marks.end());
    piece->element->spans.clear();
  }
  first->from_markup = true;
  first->several_lines = true;
}

}  // namespace

void apply_hints(const SourceText& source, std::vector<Piece>& pieces) {
  if (source.hints.empty()) return;
  Covering covering(source.hints);
  for (auto& piece : pieces) {
    if (const Hint* hint = covering.at(piece.element->begin())) apply(source.text, piece, *hint);
  }
  add_footnote_marks(source.hints, pieces);
}

void make_marked_tables(const SourceText& source, std::vector<Piece>& pieces,
                        const LayoutRules& rules) {
  if (source.hints.empty()) return;
  std::vector<std::size_t> begins;
  begins.reserve(pieces.size());
  for (const auto& piece : pieces) begins.push_back(piece.element->begin());
  const auto piece_from = [&](std::size_t offset) {
    return pieces.begin() +
           (std::lower_bound(begins.begin(), begins.end(), offset) - begins.begin());
  };
  for (std::size_t i = 0; i < source.hints.size(); ++i) {
    if (source.hints[i].kind != HintKind::table) continue;
    const Span whole = source.hints[i].span;
    Table table = rows_of(source.text, source.hints, i);
    const auto first = piece_from(whole.begin);
    const auto last = piece_from(whole.end);
    if (first == last || table.rows.size() + table.header.size() == 0) continue;
    complete_table(table, rules);
    make_table(first, last, std::move(table));
  }
  std::erase_if(pieces, [](const Piece& piece) { return piece.element->spans.empty(); });
}

}  // namespace handvest::layout
