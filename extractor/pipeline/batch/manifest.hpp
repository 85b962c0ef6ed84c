// What a run was asked to do and what is done: a SQLite file beside the results.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "output/sqlite/database.hpp"
#include "pipeline/batch/inputs.hpp"
#include "pipeline/batch/job.hpp"
#include "pipeline/batch/options.hpp"

namespace handvest::batch {

enum class Status { pending, done, failed };

/// One input as the manifest knows it.
struct Record {
  std::string key;
  std::string path;
  std::size_t bytes = 0;
  Status status = Status::pending;
  std::string sha256;   ///< of the input's bytes when it was read
  std::string made_by;  ///< program version, grammar and profile that made its results
  std::string code;     ///< failed: why, as JobResult has it
  std::string reason;
  std::vector<Written> written;
};

/// The run as a whole.
struct RunFacts {
  Shard shard;
  std::size_t inputs_in_all = 0;  ///< over all shards
  std::string
      inputs_hash;  ///< of the keys of all shards' inputs, to tell that shards belong together
  std::set<std::string> formats;
};

/// The manifest OUT/manifest.sqlite. Tables: run(key, value), inputs(one row an input),
/// documents(one row a written document). Each finished input is one transaction, so a killed run
/// loses at most the inputs that it was busy with. Throws Error.
class Manifest {
 public:
  /// Opens or makes the manifest of `folder`.
  explicit Manifest(const std::string& folder);
  static bool exists(const std::string& folder);

  void set_facts(const RunFacts& facts);
  RunFacts facts() const;

  /// Adds inputs that are not in it yet, as pending.
  void add(const std::vector<Input>& inputs);
  /// Writes how an input ended.
  void record(const JobResult& result, const std::string& made_by);
  /// Writes a record as another manifest had it.
  void copy(const Record& record);
  /// All inputs in the order of their keys.
  void for_each(const std::function<void(const Record&)>& visit) const;
  /// Rewrites the file in the order of the keys, so that the same results give the same bytes
  /// whatever the order in which they came. The manifest cannot be used afterwards.
  void finish();

 private:
  std::vector<Written> written_of(const std::string& key) const;

  std::string path_;
  std::unique_ptr<Database> database_;
};

/// Name of a status as the manifest writes it.
const char* name_of(Status status);

}  // namespace handvest::batch
