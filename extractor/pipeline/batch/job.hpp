// What the run hands to a worker process, and what it hears back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace handvest::batch {

struct Job {
  std::string key;
  std::string path;
};

/// One document that was written.
struct Written {
  std::string name;    ///< of the document: its file name, or its name inside an archive
  std::string output;  ///< path below the output folder
  std::size_t charters = 0;
  std::size_t mentions = 0;
  std::size_t warnings = 0;
};

/// The code of a document that met --max-memory.
inline constexpr const char* kOutOfMemory = "out-of-memory";

struct JobResult {
  std::string key;
  std::string sha256;  ///< of the input file's bytes
  std::vector<Written> written;
  std::string
      code;  ///< empty when all went well; else a stable word, "damaged", "timeout", "crash"
  std::string reason;  ///< one sentence
  bool failed() const { return !code.empty(); }
};

/// Messages over a pipe: fields with their lengths before them, so that any byte can stand in a
/// name. Reading gives nullopt at the end of the stream.
bool send(int descriptor, const Job& job);
bool send(int descriptor, const JobResult& result);
std::optional<Job> receive_job(int descriptor);
std::optional<JobResult> receive_result(int descriptor);

}  // namespace handvest::batch
