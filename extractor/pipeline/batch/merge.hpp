// The results of a run's shards brought together.
#pragma once

#include <string>
#include <vector>

#include "pipeline/batch/summary.hpp"

namespace handvest::batch {

/// Merges the output folders of all shards of one run into `out`, which then is what a single run
/// would have written. Throws Error (bad_command_line) that says what is wrong when a shard is
/// missing, stands there twice, belongs to another run or is not finished, or when `out` holds a
/// run already; then nothing is written.
Summary merge(const std::vector<std::string>& shards, const std::string& out);

}  // namespace handvest::batch
