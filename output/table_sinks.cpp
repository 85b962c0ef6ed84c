#include "output/table_sinks.hpp"

#include <filesystem>

#include "output/csv/csv.hpp"
#include "output/jsonl/jsonl.hpp"
#include "output/sqlite/tables_database.hpp"
#include "output/whole_file.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

namespace fs = std::filesystem;

class CsvSink final : public TableSink {
 public:
  explicit CsvSink(const std::string& folder)
      : package_((fs::path(folder) / "datapackage.json").string()) {
    const Tables tables = empty_tables();
    package_.append(data_package(tables));
    for (const auto& table : tables) {
      files_.push_back(
          std::make_unique<WholeFile>((fs::path(folder) / (table.name + ".csv")).string()));
      files_.back()->append(csv_header(table));
    }
  }

  void add(const Tables& tables) override {
    for (std::size_t i = 0; i < tables.size(); ++i) files_[i]->append(csv_rows(tables[i]));
  }

  void finish() override {
    for (auto& file : files_) file->finish();
    package_.finish();
  }

 private:
  WholeFile package_;
  std::vector<std::unique_ptr<WholeFile>> files_;  // as empty_tables() has them
};

class JsonLinesSink final : public TableSink {
 public:
  explicit JsonLinesSink(const std::string& path) : file_(path) {}
  void add(const Tables& tables) override { file_.append(json_lines(tables)); }
  void finish() override { file_.finish(); }

 private:
  WholeFile file_;
};

/// Adds to a database in place, in one transaction.
class ExtendedDatabase final : public TableSink {
 public:
  explicit ExtendedDatabase(const std::string& path)
      : database_(path, Database::Mode::create), transaction_(database_) {
    create_tables(database_);
  }
  void add(const Tables& tables) override { add_tables(database_, tables); }
  void finish() override { transaction_.commit(); }

 private:
  Database database_;
  Transaction transaction_;
};

/// Makes a database under a temporary name and renames it.
class NewDatabase final : public TableSink {
 public:
  explicit NewDatabase(const std::string& path) : path_(path), temporary_(partial_name(path)) {
    remove_temporary();
    database_ = std::make_unique<Database>(temporary_, Database::Mode::create);
    // The file counts for nothing before it is renamed: no journal is needed.
    database_->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    transaction_ = std::make_unique<Transaction>(*database_);
    create_tables(*database_);
  }
  ~NewDatabase() override {
    transaction_.reset();
    database_.reset();
    remove_temporary();
  }
  NewDatabase(const NewDatabase&) = delete;
  NewDatabase& operator=(const NewDatabase&) = delete;

  void add(const Tables& tables) override { add_tables(*database_, tables); }

  void finish() override {
    transaction_->commit();
    transaction_.reset();
    database_.reset();
    std::error_code failure;
    fs::rename(temporary_, path_, failure);
    if (!failure) return;
    throw Error(ErrorCode::cannot_write, {path_, 0, 0, 0},
                "the output cannot be written: " + failure.message());
  }

 private:
  void remove_temporary() const {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }

  std::string path_;
  std::string temporary_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Transaction> transaction_;
};

}  // namespace

std::unique_ptr<TableSink> csv_sink(const std::string& folder) {
  return std::make_unique<CsvSink>(folder);
}

std::unique_ptr<TableSink> json_lines_sink(const std::string& path) {
  return std::make_unique<JsonLinesSink>(path);
}

std::unique_ptr<TableSink> sqlite_sink(const std::string& path, Existing existing) {
  if (existing == Existing::extend && fs::exists(path)) {
    return std::make_unique<ExtendedDatabase>(path);
  }
  return std::make_unique<NewDatabase>(path);
}

}  // namespace handvest
