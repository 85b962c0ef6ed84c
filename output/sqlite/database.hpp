// A thin owner of SQLite's handles: opening, statements with bound values, transactions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace handvest {

class Database;

/// A prepared statement. Parameters are numbered from 1, columns from 0. Must not outlive its
/// database.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, double number);
  Statement& bind_null(int parameter);

  /// True when a row is there to read. Throws Error.
  bool step();
  /// Runs a statement that gives no rows, and makes it ready for the next values.
  void run();
  void reset();

  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An open database. Every failure throws Error (cannot_write, or cannot_open from the constructor)
/// that names the file and gives SQLite's reason.
class Database {
 public:
  enum class Mode { create, read_only };
  Database(const std::string& path, Mode mode);

  const std::string& path() const { return path_; }
  /// Runs statements that give no rows.
  void execute(std::string_view sql) const;

 private:
  friend class Statement;
  [[noreturn]] void fail(std::string_view what) const;

  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// Rolled back unless commit() was called.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace handvest
