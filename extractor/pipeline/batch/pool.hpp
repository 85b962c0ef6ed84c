// Worker processes: forked once, fed one job at a time, replaced when they die.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "grammar/grammar.hpp"
#include "pipeline/batch/job.hpp"
#include "pipeline/batch/options.hpp"

namespace handvest::batch {

using Clock = std::chrono::steady_clock;

/// One worker process, seen from the run.
struct Worker {
  pid_t process = -1;
  int to = -1;             ///< jobs go here
  int from = -1;           ///< results come from here
  std::optional<Job> job;  ///< what it is busy with
  Clock::time_point deadline;
};

/// Owns the worker processes. The calling process must have one thread only, since workers are
/// forked. All workers are killed when the pool is destroyed, and by the kernel when the calling
/// process dies.
class WorkerPool {
 public:
  /// Starts options.jobs workers. Throws std::system_error when a process cannot be made.
  WorkerPool(const Grammar& grammar, const Options& options);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  bool has_idle() const;
  bool is_busy() const;
  /// Gives a job to an idle worker.
  void start(const Job& job);
  /// Waits at most until the first deadline, or until `stop_descriptor` becomes readable, and gives
  /// what came in: results, and failures (codes "timeout", "crash") of workers that hung or died.
  /// Those are replaced.
  std::vector<JobResult> wait(int stop_descriptor);

 private:
  Worker spawn();
  void retire(Worker& worker);
  void replace(Worker& worker);
  JobResult bury(Worker& worker, const std::string& code, const std::string& reason);
  std::optional<JobResult> result_of(Worker& worker);
  int milliseconds_to_deadline() const;

  const Grammar& grammar_;
  const Options& options_;
  std::vector<Worker> workers_;
};

}  // namespace handvest::batch
