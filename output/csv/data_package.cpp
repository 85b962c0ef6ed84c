#include "output/csv/csv.hpp"
#include "output/json/writer.hpp"

namespace handvest {
namespace {

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
  }
  return "any";
}

std::vector<std::string> key_of(const DataTable& table) {
  std::vector<std::string> key;
  for (const auto& column : table.columns) {
    if (column.key) key.push_back(column.name);
  }
  return key;
}

const DataTable* find(const Tables& tables, const std::string& name) {
  for (const auto& table : tables) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
  json.key(key);
  json.array(names, [&](const std::string& name) { json.value(name); });
}

void write_field(JsonWriter& json, const Column& column) {
  json.begin_object();
  json.field("name", column.name);
  json.field("type", type_name(column.type));
  json.field("description", column.description);
  json.end_object();
}

void write_references(JsonWriter& json, const Tables& tables, const DataTable& table) {
  json.key("foreignKeys");
  json.begin_array();
  for (const auto& column : table.columns) {
    const DataTable* target = find(tables, column.references);
    if (target == nullptr || (target == &table && column.key)) continue;
    const bool whole_key = key_of(*target).size() == 1;
    json.begin_object();
    write_names(
        json, "fields",
        whole_key ? std::vector{column.name} : std::vector<std::string>{"document", column.name});
    json.key("reference");
    json.begin_object();
    json.field("resource", target == &table ? std::string() : target->name);
    write_names(json, "fields", key_of(*target));
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_schema(JsonWriter& json, const Tables& tables, const DataTable& table) {
  json.key("schema");
  json.begin_object();
  json.key("fields");
  json.array(table.columns, [&](const Column& column) { write_field(json, column); });
  write_names(json, "missingValues", {""});
  write_names(json, "primaryKey", key_of(table));
  write_references(json, tables, table);
  json.end_object();
}

void write_resource(JsonWriter& json, const Tables& tables, const DataTable& table) {
  json.begin_object();
  json.field("profile", "tabular-data-resource");
  json.field("name", table.name);
  json.field("path", table.name + ".csv");
  json.field("title", table.description);
  json.field("format", "csv");
  json.field("mediatype", "text/csv");
  json.field("encoding", "utf-8");
  write_schema(json, tables, table);
  json.end_object();
}

}  // namespace

std::string data_package(const Tables& tables) {
  JsonWriter json(false);
  json.begin_object();
  json.field("profile", "tabular-data-package");
  json.field("name", "handvest");
  json.field("title", "What handvest read in these documents");
  json.field("description",
             "start and end count Unicode code points of the canonical text from 0, half open. A "
             "text that a spreadsheet would run as a formula has an apostrophe before it: take "
             "away one from what matches ^'+[=+\\-@\\t\\r\\n].");
  json.key("resources");
  json.array(tables, [&](const DataTable& table) { write_resource(json, tables, table); });
  json.end_object();
  return json.take() + "\n";
}

}  // namespace handvest
