#include "pipeline/batch/manifest.hpp"

#include <unistd.h>

#include <filesystem>
#include <sstream>

namespace handvest::batch {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS run (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inputs (
  key TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'done', 'failed')),
  sha256 TEXT NOT NULL,
  made_by TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  input TEXT NOT NULL REFERENCES inputs (key),
  output TEXT NOT NULL,
  name TEXT NOT NULL,
  charters INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  PRIMARY KEY (input, output)
) WITHOUT ROWID;
)sql";

std::string path_in(const std::string& folder) {
  return (fs::path(folder) / "manifest.sqlite").string();
}

Status status_of(const std::string& name) {
  if (name == "done") return Status::done;
  return name == "failed" ? Status::failed : Status::pending;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

std::set<std::string> split(const std::string& text) {
  std::set<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ',');) words.insert(word);
  return words;
}

std::int64_t to_sql(std::size_t number) { return static_cast<std::int64_t>(number); }

void write_record(const Database& database, const Record& record) {
  Statement put(
      database,
      "INSERT OR REPLACE INTO inputs (key, path, bytes, status, sha256, made_by, code, reason) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  put.bind(1, record.key).bind(2, record.path).bind(3, to_sql(record.bytes));
  put.bind(4, name_of(record.status)).bind(5, record.sha256).bind(6, record.made_by);
  put.bind(7, record.code).bind(8, record.reason).run();
  Statement(database, "DELETE FROM documents WHERE input = ?").bind(1, record.key).run();
  Statement add(database,
                "INSERT INTO documents (input, output, name, charters, mentions, warnings) "
                "VALUES (?, ?, ?, ?, ?, ?)");
  for (const auto& document : record.written) {
    add.bind(1, record.key).bind(2, document.output).bind(3, document.name);
    add.bind(4, to_sql(document.charters)).bind(5, to_sql(document.mentions));
    add.bind(6, to_sql(document.warnings)).run();
  }
}

}  // namespace

const char* name_of(Status status) {
  switch (status) {
    case Status::pending:
      return "pending";
    case Status::done:
      return "done";
    case Status::failed:
      return "failed";
  }
  return "";
}

Manifest::Manifest(const std::string& folder)
    : path_(path_in(folder)), database_(std::make_unique<Database>(path_, Database::Mode::create)) {
  database_->execute("PRAGMA journal_mode = WAL");
  database_->execute("PRAGMA synchronous = NORMAL");
  database_->execute(kSchema);
}

bool Manifest::exists(const std::string& folder) { return fs::exists(path_in(folder)); }

void Manifest::set_facts(const RunFacts& facts) {
  const std::map<std::string, std::string> values = {
      {"shard_index", std::to_string(facts.shard.index)},
      {"shard_count", std::to_string(facts.shard.count)},
      {"inputs_in_all", std::to_string(facts.inputs_in_all)},
      {"inputs_hash", facts.inputs_hash},
      {"formats", joined(facts.formats)}};
  Transaction transaction(*database_);
  Statement put(*database_, "INSERT OR REPLACE INTO run (key, value) VALUES (?, ?)");
  for (const auto& [key, value] : values) put.bind(1, key).bind(2, value).run();
  transaction.commit();
}

RunFacts Manifest::facts() const {
  std::map<std::string, std::string> values;
  Statement all(*database_, "SELECT key, value FROM run");
  while (all.step()) values[all.text(0)] = all.text(1);
  const auto number = [&](const char* key) {
    return static_cast<std::size_t>(std::strtoull(values[key].c_str(), nullptr, 10));
  };
  return {{number("shard_index"), number("shard_count")},
          number("inputs_in_all"),
          values["inputs_hash"],
          split(values["formats"])};
}

void Manifest::add(const std::vector<Input>& inputs) {
  Transaction transaction(*database_);
  Statement put(*database_,
                "INSERT INTO inputs (key, path, bytes, status, sha256, made_by, code, reason) "
                "VALUES (?, ?, ?, 'pending', '', '', '', '') "
                "ON CONFLICT (key) DO UPDATE SET path = excluded.path, bytes = excluded.bytes");
  for (const auto& input : inputs) {
    put.bind(1, input.key).bind(2, input.path).bind(3, to_sql(input.bytes)).run();
  }
  transaction.commit();
}

void Manifest::record(const JobResult& result, const std::string& made_by) {
  Statement known(*database_, "SELECT path, bytes FROM inputs WHERE key = ?");
  known.bind(1, result.key);
  Record record;
  record.key = result.key;
  if (known.step()) {
    record.path = known.text(0);
    record.bytes = static_cast<std::size_t>(known.number(1));
  }
  known.reset();
  record.status = result.failed() ? Status::failed : Status::done;
  record.sha256 = result.sha256;
  record.made_by = made_by;
  record.code = result.code;
  record.reason = result.reason;
  record.written = result.written;
  copy(record);
}

void Manifest::copy(const Record& record) {
  Transaction transaction(*database_);
  write_record(*database_, record);
  transaction.commit();
}

std::vector<Written> Manifest::written_of(const std::string& key) const {
  Statement all(*database_,
                "SELECT name, output, charters, mentions, warnings FROM documents WHERE input = ? "
                "ORDER BY output");
  all.bind(1, key);
  std::vector<Written> written;
  const auto count = [&](int column) { return static_cast<std::size_t>(all.number(column)); };
  while (all.step()) written.push_back({all.text(0), all.text(1), count(2), count(3), count(4)});
  return written;
}

void Manifest::for_each(const std::function<void(const Record&)>& visit) const {
  Statement all(
      *database_,
      "SELECT key, path, bytes, status, sha256, made_by, code, reason FROM inputs ORDER BY key");
  while (all.step()) {
    visit({all.text(0), all.text(1), static_cast<std::size_t>(all.number(2)),
           status_of(all.text(3)), all.text(4), all.text(5), all.text(6), all.text(7),
           written_of(all.text(0))});
  }
}

void Manifest::finish() {
  const std::string ordered = path_ + ".part-" + std::to_string(::getpid());
  {
    const Database target(ordered, Database::Mode::create);
    target.execute(kSchema);
    Transaction transaction(target);
    Statement put(target, "INSERT INTO run (key, value) VALUES (?, ?)");
    Statement facts(*database_, "SELECT key, value FROM run ORDER BY key");
    while (facts.step()) put.bind(1, facts.text(0)).bind(2, facts.text(1)).run();
    for_each([&](const Record& record) { write_record(target, record); });
    transaction.commit();
  }
  database_.reset();  // folds the write-ahead log into the old file
  fs::rename(ordered, path_);
}

}  // namespace handvest::batch
