// A document as tables of typed rows: what CSV, JSON Lines and SQLite write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/document.hpp"

namespace handvest {

enum class ColumnType {
  text,
  integer,
  number,  ///< an exact decimal
};

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  std::string description;
  bool key = false;        ///< part of the primary key
  bool repeated = false;   ///< can also be had by joining the table that `charter`, … refer to
  std::string references;  ///< name of the table whose key it holds (with "document"); may be empty
};

/// Values in plain notation: numbers as their digits with a decimal point. nullopt = absent.
using Row = std::vector<std::optional<std::string>>;

struct DataTable {
  std::string name;         ///< plural, "mentions"
  std::string record_name;  ///< singular, "mention"
  std::string description;
  std::vector<Column> columns;
  std::vector<Row> rows;  ///< each as long as `columns`
};

using Tables = std::vector<DataTable>;

/// All tables without rows: documents, charters, sections, blocks, items, footnotes, cells,
/// mentions, targets, pledges, parties, parallels, warnings. The first column of each is
/// "document".
Tables empty_tables();

/// The tables of one document, rows in the order of the text. Throws Error (damaged) where the JSON
/// has another type than the schema says.
Tables tables_of(const Document& document);

}  // namespace handvest
