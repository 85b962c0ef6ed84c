// Files that hold the tables of any number of documents.
#pragma once

#include <memory>
#include <string>

#include "output/tables/tables.hpp"

namespace handvest {

/// Takes documents one at a time, keeps none of them in memory, and puts its files in place when it
/// is finished. Without finish() nothing has changed. Throws Error (cannot_write).
class TableSink {
 public:
  TableSink() = default;
  virtual ~TableSink() = default;
  TableSink(const TableSink&) = delete;
  TableSink& operator=(const TableSink&) = delete;

  virtual void add(const Tables& tables) = 0;
  virtual void finish() = 0;
};

/// TABLE.csv for every table and datapackage.json in `folder`, which must exist.
std::unique_ptr<TableSink> csv_sink(const std::string& folder);

/// One file of JSON Lines.
std::unique_ptr<TableSink> json_lines_sink(const std::string& path);

enum class Existing {
  replace,  ///< a database that is there is replaced as a whole
  extend,   ///< documents are added to it; those of the same key are replaced
};
/// One SQLite database.
std::unique_ptr<TableSink> sqlite_sink(const std::string& path, Existing existing);

}  // namespace handvest
