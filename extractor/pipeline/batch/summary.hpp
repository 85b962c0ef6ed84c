// What became of a run, for its closing lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source/non_documents.hpp"

namespace handvest::batch {

class Manifest;

/// One input that failed.
struct Failure {
  std::string key;
  std::string code;
  std::string reason;
};

struct Summary {
  std::size_t inputs = 0;
  std::size_t skipped = 0;  ///< done in an earlier run
  LeftOut left_out;         ///< files of folders that are no documents
  std::size_t done = 0;
  std::size_t documents = 0;  ///< written, over all inputs
  std::vector<Failure> failures;
  bool interrupted = false;
  double seconds = 0;
};

/// Adds what the manifest says of each input.
void count(const Manifest& manifest, Summary& summary);

}  // namespace handvest::batch
