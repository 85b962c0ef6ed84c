// A batch run from its inputs to its last file.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "pipeline/batch/options.hpp"

namespace handvest::batch {

/// One input that failed.
struct Failure {
  std::string key;
  std::string code;
  std::string reason;
};

struct Summary {
  std::size_t inputs = 0;
  std::size_t skipped = 0;  ///< done in an earlier run
  std::size_t done = 0;
  std::size_t documents = 0;  ///< written, over all inputs
  std::vector<Failure> failures;
  bool interrupted = false;
  double seconds = 0;
};

/// Runs the batch. Results stand in options.out: documents/KEY.json, manifest.sqlite, failures.csv,
/// and what options.formats names. The process must have one thread. SIGINT and SIGTERM end the run
/// cleanly: what is done stays and can be resumed. Throws Error when nothing can be done at all (no
/// input, an output folder that holds another run).
Summary run(const Options& options, const Grammar& grammar, std::ostream& progress);

}  // namespace handvest::batch
