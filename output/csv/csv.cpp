#include "output/csv/csv.hpp"

#include "text/decimal.hpp"

namespace handvest {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_row(std::string& out, const DataTable& table, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    if (!row[i]) continue;
    const bool text = table.columns[i].type == ColumnType::text;
    append_cell(out, text ? neutralised(*row[i]) : *row[i]);
  }
  out += kLineEnd;
}

}  // namespace

std::string neutralised(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  const bool formula =
      first != std::string_view::npos && kFormulaStarts.find(text[first]) != std::string_view::npos;
  const bool harmless = first == 0 && (text.size() == 1 || parse_decimal(text));
  return (formula && !harmless ? "'" : "") + std::string(text);
}

std::string csv_header(const DataTable& table) {
  std::string out;
  for (const auto& column : table.columns) {
    if (!out.empty()) out += ',';
    append_cell(out, column.name);
  }
  return out.append(kLineEnd);
}

std::string csv_rows(const DataTable& table) {
  std::string out;
  for (const auto& row : table.rows) append_row(out, table, row);
  return out;
}

}  // namespace handvest
