// The worker process: one document after another, until its pipe closes.
#pragma once

#include <string>

#include "grammar/grammar.hpp"
#include "pipeline/batch/job.hpp"
#include "pipeline/batch/options.hpp"

namespace handvest::batch {

/// Reads, extracts and writes one input: every document of it to OUT/documents/KEY.json
/// (KEY/NAME.json for the documents of an archive). Errors become the result's code and reason.
JobResult process(const Job& job, const Grammar& grammar, const Options& options);

/// Serves jobs from `in`, answers on `out`, ends when `in` closes. Runs in a process of its own.
void serve(int in, int out, const Grammar& grammar, const Options& options);

}  // namespace handvest::batch
