// What one batch run is asked to do.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "mentions/mentions.hpp"
#include "source/metadata_records.hpp"
#include "source/read.hpp"

namespace handvest::batch {

enum class ProgressStyle { bar, plain, json, none };

/// One part of a run that is spread over several machines: part `index` (from 1) of `count`.
struct Shard {
  std::size_t index = 1;
  std::size_t count = 1;
  bool operator==(const Shard&) const = default;
};

struct Options {
  std::vector<std::string>
      inputs;            ///< files, folders, glob patterns, '@LIST' or '-' (a list of paths)
  std::string out;       ///< folder of the results
  std::size_t jobs = 1;  ///< worker processes
  std::set<std::string> formats = {"json"};  ///< json, jsonl, csv, sqlite
  bool resume = false;
  bool retry_failed = false;
  double timeout_seconds = 300;      ///< for one input file
  std::size_t max_memory_mb = 4096;  ///< address space of one worker
  ProgressStyle progress = ProgressStyle::none;
  Shard shard;
  std::string profile;
  std::size_t max_mentions = kMostMentions;  ///< of one document; more fail it
  ReadLimits limits;
  MetadataRecords records;
};

}  // namespace handvest::batch
