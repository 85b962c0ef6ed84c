#include "layout/tables.hpp"

#include <algorithm>
#include <optional>

#include "layout/cells.hpp"
#include "layout/sentences.hpp"
#include "text/lines.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongestCaption = 200;  // code points

bool has_tab(std::string_view line) { return line.find('\t') != std::string_view::npos; }

std::size_t cells_of(std::string_view text, const Piece& piece) {
  const std::string_view raw = slice(text, piece.raw);
  return 1 + static_cast<std::size_t>(std::count(raw.begin(), raw.end(), '\t'));
}

// No table is that wide: a text whose line ends were lost.
bool is_too_wide(std::string_view text, const Piece& piece) {
  constexpr std::size_t kMostCells = 1000;
  return piece.raw.size() > kMostCells && cells_of(text, piece) > kMostCells;
}

// A line with a tab inside is a row; one with a tab at an end only may be one of a run.
enum class RowKind { none, weak, strong };

RowKind row_kind(std::string_view text, const Piece& piece) {
  const Element& element = *piece.element;
  if (element.kind != ElementKind::paragraph && element.kind != ElementKind::list_item) {
    return RowKind::none;
  }
  if (piece.from_markup || element.spans.size() > 1) return RowKind::none;
  if (!piece.tab || is_too_wide(text, piece)) return RowKind::none;
  const Span inner{element.begin(), element.spans.back().end};
  return has_tab(slice(text, inner)) ? RowKind::strong : RowKind::weak;
}

std::string cell_text(std::string_view cell) {
  if (cell.find('\n') == cell.npos && cell.find('\r') == cell.npos) return std::string(cell);
  std::string text;
  for (const char c : cell) {
    const bool space = c == '\n' || c == '\r';
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  return text;
}

TableRow row_of(std::string_view text, Span raw) {
  TableRow row;
  for (std::size_t begin = raw.begin; begin <= raw.end;) {
    const std::size_t end = std::min(text.find('\t', begin), raw.end);
    TableCell cell;
    cell.span = trimmed(text, {begin, end});
    cell.text = cell_text(slice(text, cell.span));
    row.cells.push_back(std::move(cell));
    begin = end + 1;
  }
  return row;
}

// --- runs of rows -----------------------------------------------------------------------------

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;  // one past the last row
  std::size_t rows = 0;
  std::size_t strong = 0;
};

class RunFinder {
 public:
  RunFinder(std::string_view text, const Lines& lines, const std::vector<Piece>& pieces)
      : text_(text), lines_(lines), pieces_(pieces) {}

  // The run that begins with piece `i`, which is a row.
  Run run_at(std::size_t i) const {
    Run run{i, i + 1, 1, strong(i) ? std::size_t{1} : 0};
    std::optional<std::size_t> gap;  // blank lines between the first two rows
    for (std::size_t k = i + 1; k < pieces_.size(); ++k) {
      if (is_furniture(pieces_[k])) continue;
      if (row_kind(text_, pieces_[k]) == RowKind::none) break;
      if (!follows(run.end - 1, k, gap)) break;
      if (!gap) gap = pieces_[k].blanks;
      run.end = k + 1;
      ++run.rows;
      if (strong(k)) ++run.strong;
    }
    return trimmed_run(run);
  }

 private:
  // A row whose first cells are empty.
  bool leading_tab(std::size_t i) const {
    const std::size_t begin = pieces_[i].raw.begin;
    return has_tab(text_.substr(begin, pieces_[i].element->begin() - begin));
  }

  bool strong(std::size_t i) const { return row_kind(text_, pieces_[i]) == RowKind::strong; }

  bool follows(std::size_t last, std::size_t k, const std::optional<std::size_t>& gap) const {
    const std::size_t blanks = pieces_[k].blanks;
    if (blanks == 0 && k == last + 1) return true;
    const bool same_width = cells_of(text_, pieces_[last]) == cells_of(text_, pieces_[k]);
    if (k > last + 1) return same_width;  // furniture stands between
    if (gap && *gap == 0) return same_width && lines_.wide_gap(blanks) && strong(last) && strong(k);
    return strong(last) && (strong(k) || leading_tab(k)) && blanks <= 3 * lines_.usual_gap;
  }

  // A line with tabs at its end only is no row unless it stands directly at one.
  Run trimmed_run(Run run) const {
    while (run.end > run.begin + 1 && !strong(run.end - 1) && pieces_[run.end - 1].blanks > 0 &&
           !leading_tab(run.end - 1)) {
      --run.end;
      --run.rows;
    }
    return run;
  }

  std::string_view text_;
  const Lines& lines_;
  const std::vector<Piece>& pieces_;
};

bool is_table(std::string_view text, const std::vector<Piece>& pieces, const Run& run) {
  constexpr std::size_t kOneRow = 3;
  if (run.strong == 0) return false;
  if (run.rows > 1) return true;
  return cells_of(text, pieces[run.begin]) >= kOneRow;
}

// --- captions ---------------------------------------------------------------------------------

bool names_a_table(std::string_view line, const LayoutRules& rules) {
  return rules.caption != nullptr && rules.caption->begins(line.substr(0, 100));
}

bool announces(const Piece& piece, std::string_view line, const LayoutRules& rules) {
  if (length_up_to(line, kLongestCaption + 1) > kLongestCaption) return false;
  if (piece.element->kind == ElementKind::heading || names_a_table(line, rules)) return true;
  const Ending ending = ending_of(line, rules);
  const bool item = piece.element->kind == ElementKind::list_item;
  return ending == Ending::colon || (item && ending == Ending::plain);
}

void take_caption(std::string_view text, const Lines& lines, const std::vector<Piece>& pieces,
                  const Run& run, Table& table, const LayoutRules& rules) {
  if (run.begin == 0 || lines.wide_gap(pieces[run.begin].blanks)) return;
  const Piece& before = pieces[run.begin - 1];
  if (before.element->spans.empty()) return;  // a row of another table
  switch (before.element->kind) {
    case ElementKind::paragraph:
    case ElementKind::list_item:
    case ElementKind::heading:
      break;
    default:
      return;
  }
  const std::string_view line = last_text(text, before);
  if (!announces(before, line, rules)) return;
  table.caption = cell_text(line);
  table.caption_span = before.element->spans.back();
}

// The first piece of the run becomes the table; the other rows lose their spans to it.
void make_table(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                const Run& run, const LayoutRules& rules) {
  Table table;
  SpanList spans;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Piece& piece = pieces[i];
    if (is_furniture(piece)) continue;
    table.rows.push_back(row_of(text, piece.raw));
    const Span span = {piece.element->begin(), piece.element->spans.back().end};
    if (!spans.empty() && !is_furniture(pieces[i - 1])) {
      spans.back().end = span.end;
    } else {
      spans.push_back(span);
    }
    if (i > run.begin) piece.element->spans.clear();
  }
  take_caption(text, lines, pieces, run, table, rules);
  complete_table(table, rules);
  Piece& piece = pieces[run.begin];
  drop_marker(piece);
  piece.element->kind = ElementKind::table;
  piece.element->spans = std::move(spans);
  piece.element->table = std::make_shared<const Table>(std::move(table));
  piece.several_lines = true;
}

bool short_line(std::string_view text, const Piece& piece) {
  constexpr std::size_t kLongestCell = 40;
  if (piece.tab || piece.element->kind != ElementKind::paragraph) return false;
  return length_up_to(first_text(text, piece), kLongestCell) < kLongestCell;
}

}  // namespace

void make_tables(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                 const LayoutRules& rules) {
  const RunFinder finder(text, lines, pieces);
  bool found = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (row_kind(text, pieces[i]) == RowKind::none) continue;
    const Run run = finder.run_at(i);
    if (!is_table(text, pieces, run)) continue;
    make_table(text, lines, pieces, run, rules);
    found = true;
    i = run.end - 1;
  }
  if (found) {
    std::erase_if(pieces, [](const Piece& piece) { return piece.element->spans.empty(); });
  }
}

std::vector<Warning> mark_flat_tables(std::string_view text, std::vector<Piece>& pieces,
                                      const LayoutRules& rules) {
  constexpr std::size_t kLeastCells = 8;
  std::vector<Warning> warnings;
  std::vector<std::size_t> run;
  std::size_t figures = 0;
  const auto close_run = [&] {
    if (run.size() >= kLeastCells && figures * 2 >= run.size()) {
      warnings.push_back({"flat-table",
                          "A table came out one cell a line; its rows and columns are not known.",
                          Span{pieces[run.front()].element->begin(),
                               pieces[run.back()].element->spans.back().end}});
      for (const std::size_t i : run) pieces[i].element->loose_cell = true;
    }
    run.clear();
    figures = 0;
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_furniture(pieces[i])) continue;
    if (!short_line(text, pieces[i])) {
      close_run();
      continue;
    }
    run.push_back(i);
    if (is_figure(first_text(text, pieces[i]), rules)) ++figures;
  }
  close_run();
  return warnings;
}

}  // namespace handvest::layout
