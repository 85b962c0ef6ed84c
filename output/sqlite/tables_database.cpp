#include "output/sqlite/tables_database.hpp"

#include <charconv>

#include "output/embedded.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

constexpr std::int64_t kApplication = 0x68766573;  // "hves"
constexpr std::int64_t kVersion = 1;               // of the tables

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "TEXT";
    case ColumnType::integer:
      return "INTEGER";
    case ColumnType::number:
      return "NUMERIC";
  }
  return "BLOB";
}

/// Joins what `write` gives for each stored column that `choose` takes.
template <typename Choose, typename Write>
std::string list(const DataTable& table, Choose choose, Write write) {
  std::string joined;
  for (const auto& column : table.columns) {
    if (column.repeated || !choose(column)) continue;
    if (!joined.empty()) joined += ", ";
    joined += write(column);
  }
  return joined;
}

bool every(const Column&) { return true; }
bool is_key(const Column& column) { return column.key; }
std::string name_of(const Column& column) { return quoted(column.name); }

/// Columns of the key that a reference to `table` names.
std::string key_of(const Tables& tables, std::string_view table) {
  for (const auto& each : tables) {
    if (each.name == table) return list(each, is_key, name_of);
  }
  return {};
}

std::string foreign_keys(const Tables& tables, const DataTable& table) {
  std::string clauses;
  for (const auto& column : table.columns) {
    if (column.references.empty() || column.repeated) continue;
    if (column.key && column.references == table.name) continue;
    const std::string own =
        column.name == "document" ? quoted("document") : "\"document\", " + quoted(column.name);
    clauses += ",\n  FOREIGN KEY (" + own + ") REFERENCES " + quoted(column.references) + " (" +
               key_of(tables, column.references) + ")";
  }
  return clauses;
}

// items has a number of its own, to which the full-text index refers.
std::string create_statement(const Tables& tables, const DataTable& table) {
  const std::string columns = list(table, every, [](const Column& column) {
    return "\n  " + quoted(column.name) + " " + type_name(column.type) +
           (column.key ? " NOT NULL" : "");
  });
  const std::string number = table.name == "items" ? "\n  \"number\" INTEGER PRIMARY KEY," : "";
  const std::string key = list(table, is_key, name_of);
  return "CREATE TABLE " + quoted(table.name) + " (" + number + columns + ",\n  " +
         (number.empty() ? "PRIMARY KEY" : "UNIQUE") + " (" + key + ")" +
         foreign_keys(tables, table) + "\n);\n";
}

std::string index_statements(const DataTable& table) {
  std::string statements;
  for (const auto& column : table.columns) {
    if (column.references.empty() || column.repeated || column.name == "document") continue;
    statements += "CREATE INDEX " + quoted(table.name + "_by_" + column.name) + " ON " +
                  quoted(table.name) + " (\"document\", " + quoted(column.name) + ");\n";
  }
  return statements;
}

std::int64_t pragma(const Database& database, const std::string& name) {
  Statement statement(database, "PRAGMA " + name);
  return statement.step() ? statement.number(0) : 0;
}

bool is_empty(const Database& database) {
  Statement statement(database, "SELECT count(*) FROM sqlite_master");
  return statement.step() && statement.number(0) == 0;
}

void bind(Statement& statement, int parameter, const Column& column,
          const std::optional<std::string>& value) {
  if (!value) {
    statement.bind_null(parameter);
    return;
  }
  std::int64_t integer = 0;
  const char* const end = value->data() + value->size();
  if (column.type != ColumnType::text && std::from_chars(value->data(), end, integer).ptr == end) {
    statement.bind(parameter, integer);
  } else {
    statement.bind(parameter, *value);  // NUMERIC columns make the nearest number of digits
  }
}

std::string insert_statement(const DataTable& table) {
  return "INSERT INTO " + quoted(table.name) + " (" + list(table, every, name_of) + ") VALUES (" +
         list(table, every, [](const Column&) { return std::string("?"); }) + ")";
}

void insert_rows(const Database& database, const DataTable& table) {
  Statement insert(database, insert_statement(table));
  for (const auto& row : table.rows) {
    int parameter = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!table.columns[i].repeated) bind(insert, ++parameter, table.columns[i], row[i]);
    }
    insert.run();
  }
}

void remove_document(const Database& database, const DataTable& table, const std::string& key) {
  Statement remove(database, "DELETE FROM " + quoted(table.name) + " WHERE \"document\" = ?");
  remove.bind(1, key);
  remove.run();
}

}  // namespace

void create_tables(const Database& database) {
  if (is_empty(database)) {
    const Tables tables = empty_tables();
    std::string statements;
    for (const auto& table : tables) statements += create_statement(tables, table);
    for (const auto& table : tables) statements += index_statements(table);
    database.execute(statements);
    database.execute(output_file("views.sql"));
    database.execute("PRAGMA application_id = " + std::to_string(kApplication));
    database.execute("PRAGMA user_version = " + std::to_string(kVersion));
  } else if (pragma(database, "application_id") != kApplication ||
             pragma(database, "user_version") != kVersion) {
    throw Error(ErrorCode::cannot_write, {database.path(), 0, 0, 0},
                "this database is not handvest's or of another version; give another name");
  }
}

void add_tables(const Database& database, const Tables& tables) {
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    remove_document(database, *table, *tables.front().rows.front().front());
  }
  for (const auto& table : tables) insert_rows(database, table);
}

}  // namespace handvest
