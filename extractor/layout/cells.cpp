#include "layout/cells.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kMostHeadRows = 3;
constexpr std::size_t kLongestHead = 400;  // bytes of a cell or caption searched for units

std::string_view without_signs(std::string_view cell) {
  constexpr std::string_view kSigns = "<>+-±~\"'(";
  for (CodePoint c = code_point_at(cell, 0); c.size > 0; c = code_point_at(cell, 0)) {
    const bool sign =
        c.value < 0x80 && kSigns.find(static_cast<char>(c.value)) != std::string_view::npos;
    const bool other = c.value == 0x20AC || c.value == 0x2013 || c.value == 0xB1 ||
                       c.value == 0x2264 || c.value == 0x2265 || is_blank(c.value);
    if (!sign && !other) break;
    cell.remove_prefix(c.size);
  }
  return cell;
}

std::size_t numeral_length(std::string_view cell) {
  std::size_t length = 0;
  while (length < cell.size() && (is_digit(static_cast<unsigned char>(cell[length])) ||
                                  (length > 0 && (cell[length] == '.' || cell[length] == ',')))) {
    ++length;
  }
  return length;
}

bool is_year(std::string_view cell) {
  return cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_empty(const TableCell& cell) { return cell.span.empty(); }

bool only_first_filled(const TableRow& row) {
  return row.cells.size() > 1 && !is_empty(row.cells.front()) &&
         std::all_of(row.cells.begin() + 1, row.cells.end(), is_empty);
}

bool has_figure(const TableRow& row, const LayoutRules& rules) {
  return row.cells.size() > 1 &&
         std::any_of(row.cells.begin() + 1, row.cells.end(),
                     [&](const TableCell& cell) { return is_figure(cell.text, rules); });
}

void take_caption_row(Table& table) {
  if (table.rows.size() < 2 || !only_first_filled(table.rows.front())) return;
  const TableCell& cell = table.rows.front().cells.front();
  table.caption = cell.text;
  table.caption_span = cell.span;
  table.rows.erase(table.rows.begin());
}

// Rows before the first figure are the head; in a table without figures the first row is, if it has
// no gap and there are columns enough for it to need one.
void take_head(Table& table, const LayoutRules& rules) {
  auto& rows = table.rows;
  const auto body = std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) {
    return has_figure(row, rules) || only_first_filled(row);
  });
  const bool figures = std::any_of(rows.begin(), rows.end(),
                                   [&](const TableRow& row) { return has_figure(row, rules); });
  auto end = body;
  if (!figures) {
    const bool full = !rows.empty() && rows.front().cells.size() > 2 && rows.size() > 1 &&
                      std::none_of(rows.front().cells.begin(), rows.front().cells.end(), is_empty);
    end = rows.begin() + (full ? 1 : 0);
  }
  if (static_cast<std::size_t>(end - rows.begin()) > kMostHeadRows) return;
  table.header.assign(rows.begin(), end);
  rows.erase(rows.begin(), end);
}

// --- units ------------------------------------------------------------------------------------

bool free_standing(std::string_view text, const Span& found) {
  const CodePoint before = code_point_before(text, found.begin);
  const CodePoint first = code_point_at(text, found.begin);
  return before.size == 0 || !is_letter(before.value) || !is_letter(first.value);
}

std::optional<Table::ColumnUnit> unit_in(std::string_view text, const LayoutRules& rules,
                                         bool caption) {
  text = text.substr(0, kLongestHead);
  for (const Rule* rule : rules.units) {
    if (caption && rule->attributes.contains("caption")) continue;
    const auto found = rule->find(text);
    if (!found || !free_standing(text, *found)) continue;
    const auto unit = rule->attributes.find("unit");
    const auto power = rule->attributes.find("power");
    return Table::ColumnUnit{unit == rule->attributes.end() ? "" : unit->second,
                             power == rule->attributes.end() ? 0 : std::stoi(power->second)};
  }
  return std::nullopt;
}

std::size_t width_of(const Table& table) {
  std::size_t width = 0;
  for (const auto* part : {&table.header, &table.rows}) {
    for (const auto& row : *part) width = std::max(width, row.cells.size());
  }
  return width;
}

bool mostly_euros(const Table& table, std::size_t column) {
  std::size_t filled = 0;
  std::size_t euros = 0;
  for (const auto& row : table.rows) {
    if (column >= row.cells.size() || is_empty(row.cells[column])) continue;
    ++filled;
    if (row.cells[column].text.starts_with("€")) ++euros;
  }
  return euros * 2 > filled;
}

void find_units(Table& table, const LayoutRules& rules) {
  auto whole = unit_in(table.caption, rules, true);
  if (!table.header.empty() && !table.header.front().cells.empty()) {
    // A unit in the head of the first column, which names the rows, is that of the figures.
    if (const auto corner = unit_in(table.header.front().cells.front().text, rules, true)) {
      whole = corner;
    }
  }
  table.columns.assign(width_of(table), {});
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    auto& unit = table.columns[column];
    if (whole) unit = *whole;
    for (const auto& row : table.header) {
      if (column >= row.cells.size()) continue;
      if (const auto own = unit_in(row.cells[column].text, rules, false)) unit = *own;
    }
    if (unit.unit.empty() && mostly_euros(table, column)) unit.unit = "EUR";
  }
}

// --- ditto marks ------------------------------------------------------------------------------

std::string_view first_token(std::string_view text) { return text.substr(0, text.find(' ')); }

// '"' alone stands for the cell above, '" 12 mln' for its sign or word only.
void resolve(TableCell& cell, const TableCell& above, const LayoutRules& rules) {
  const std::string_view mark = first_token(cell.text);
  if (!rules.ditto.contains(mark) || above.text.empty()) return;
  cell.ditto = true;
  if (mark.size() == cell.text.size()) {
    cell.text = above.text;
  } else {
    cell.text = std::string(first_token(above.text)) + cell.text.substr(mark.size());
  }
}

void resolve_dittos(Table& table, const LayoutRules& rules) {
  for (std::size_t row = 1; row < table.rows.size(); ++row) {
    auto& cells = table.rows[row].cells;
    const auto& above = table.rows[row - 1].cells;
    for (std::size_t column = 0; column < std::min(cells.size(), above.size()); ++column) {
      resolve(cells[column], above[column], rules);
    }
  }
}

}  // namespace

bool is_figure(std::string_view cell, const LayoutRules& rules) {
  const bool euro = cell.starts_with("€");
  std::string_view figure = without_signs(cell);
  const std::size_t length = numeral_length(figure);
  if (length == 0) return false;
  if (euro) return true;
  if (is_year(figure)) return false;
  figure.remove_prefix(length);
  while (!figure.empty() && is_blank(code_point_at(figure, 0).value)) {
    figure.remove_prefix(code_point_at(figure, 0).size);
  }
  if (figure.empty() || figure.front() == '%' || figure.front() == '*') return true;
  return rules.scale_words.contains(first_token(figure));
}

void complete_table(Table& table, const LayoutRules& rules) {
  take_caption_row(table);
  if (table.header.empty()) take_head(table, rules);
  find_units(table, rules);
  resolve_dittos(table, rules);
}

}  // namespace handvest::layout
