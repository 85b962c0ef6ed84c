#include "pipeline/batch/merge.hpp"

#include <filesystem>
#include <map>
#include <memory>

#include "pipeline/batch/collect.hpp"
#include "pipeline/batch/manifest.hpp"
#include "text/diagnostic.hpp"

namespace handvest::batch {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& folder, const std::string& sentence) {
  throw Error(ErrorCode::bad_command_line, {folder, 0, 0, 0}, sentence);
}

struct OpenShard {
  std::string folder;
  std::unique_ptr<Manifest> manifest;
  RunFacts facts;
};

std::vector<OpenShard> opened(const std::vector<std::string>& folders) {
  std::vector<OpenShard> shards;
  for (const auto& folder : folders) {
    if (!Manifest::exists(folder))
      refuse(folder, "the folder holds no results of 'handvest batch'");
    auto manifest = std::make_unique<Manifest>(folder);
    RunFacts facts = manifest->facts();
    shards.push_back({folder, std::move(manifest), std::move(facts)});
  }
  if (shards.empty()) refuse("", "name the output folders of the shards");
  return shards;
}

void check_same_run(const std::vector<OpenShard>& shards) {
  const RunFacts& first = shards.front().facts;
  for (const auto& shard : shards) {
    const bool same = shard.facts.inputs_hash == first.inputs_hash &&
                      shard.facts.shard.count == first.shard.count &&
                      shard.facts.formats == first.formats;
    if (!same) {
      refuse(shard.folder, "the shard is of another run than " + shards.front().folder +
                               ": its inputs, its number of shards or its formats differ");
    }
  }
}

void check_complete(const std::vector<OpenShard>& shards) {
  std::map<std::size_t, std::string> folders;
  for (const auto& shard : shards) {
    const auto [place, is_new] = folders.emplace(shard.facts.shard.index, shard.folder);
    if (!is_new) {
      refuse(shard.folder, "shard " + std::to_string(place->first) +
                               " stands there twice, also in " + place->second);
    }
  }
  const std::size_t count = shards.front().facts.shard.count;
  std::string missing;
  for (std::size_t index = 1; index <= count; ++index) {
    if (!folders.contains(index)) missing += (missing.empty() ? "" : ", ") + std::to_string(index);
  }
  if (!missing.empty()) {
    refuse("", "of " + std::to_string(count) + " shards these are missing: " + missing);
  }
}

void check_finished(const std::vector<OpenShard>& shards) {
  std::size_t inputs = 0;
  for (const auto& shard : shards) {
    std::size_t pending = 0;
    shard.manifest->for_each([&](const Record& record) {
      ++inputs;
      if (record.status == Status::pending) ++pending;
    });
    if (pending > 0) {
      refuse(shard.folder, std::to_string(pending) +
                               " files of the shard are still to do; run it again with --resume");
    }
  }
  if (inputs != shards.front().facts.inputs_in_all) {
    refuse("", "the shards hold " + std::to_string(inputs) + " files and should hold " +
                   std::to_string(shards.front().facts.inputs_in_all));
  }
}

// A hard link where the file system can, since results are never written in place.
void bring(const fs::path& from, const fs::path& to) {
  fs::create_directories(to.parent_path());
  std::error_code failure;
  fs::create_hard_link(from, to, failure);
  if (failure) fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

}  // namespace

Summary merge(const std::vector<std::string>& folders, const std::string& out) {
  const std::vector<OpenShard> shards = opened(folders);
  check_same_run(shards);
  check_complete(shards);
  check_finished(shards);
  if (Manifest::exists(out)) refuse(out, "the folder holds a run already; name another one");
  fs::create_directories(out);
  Manifest merged(out);
  const RunFacts& facts = shards.front().facts;
  merged.set_facts({{1, 1}, facts.inputs_in_all, facts.inputs_hash, facts.formats});
  for (const auto& shard : shards) {
    shard.manifest->for_each([&](const Record& record) {
      for (const auto& document : record.written) {
        bring(fs::path(shard.folder) / document.output, fs::path(out) / document.output);
      }
      merged.copy(record);
    });
  }
  Summary summary;
  count(merged, summary);
  Options options;
  options.out = out;
  options.formats = facts.formats;
  collect(merged, options);
  merged.finish();
  return summary;
}

}  // namespace handvest::batch
