// A batch run from its inputs to its last file.
#pragma once

#include <ostream>

#include "grammar/grammar.hpp"
#include "pipeline/batch/options.hpp"
#include "pipeline/batch/summary.hpp"

namespace handvest::batch {

/// Runs the batch. Results stand in options.out: documents/KEY.json, manifest.sqlite, failures.csv,
/// and what options.formats names. The process must have one thread. SIGINT and SIGTERM end the run
/// cleanly: what is done stays and can be resumed. Throws Error when nothing can be done at all (no
/// input, an output folder that holds another run).
Summary run(const Options& options, const Grammar& grammar, std::ostream& progress);

}  // namespace handvest::batch
