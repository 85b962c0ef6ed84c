#include "output/jsonl/jsonl.hpp"

#include <algorithm>
#include <array>

#include "output/json/writer.hpp"

namespace handvest {
namespace {

constexpr std::array<std::string_view, 3> kRecords = {"mention", "target", "pledge"};

void write_cell(JsonWriter& json, const Column& column, const std::string& value) {
  json.key(column.name);
  if (column.type == ColumnType::text) {
    json.value(value);
  } else {
    json.number(value);
  }
}

std::string line(const DataTable& table, const Row& row) {
  JsonWriter json(true);
  json.begin_object();
  json.field("record", table.record_name);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i]) write_cell(json, table.columns[i], *row[i]);
  }
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

std::string json_lines(const Tables& tables) {
  std::string lines;
  for (const auto& table : tables) {
    if (std::find(kRecords.begin(), kRecords.end(), table.record_name) == kRecords.end()) continue;
    for (const auto& row : table.rows) lines += line(table, row);
  }
  return lines;
}

}  // namespace handvest
