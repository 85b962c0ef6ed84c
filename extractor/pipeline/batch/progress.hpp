// How far a run is.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>

#include "pipeline/batch/options.hpp"

namespace handvest::batch {

/// Shows documents, bytes, rate, time left and failures: as a line that is redrawn (bar), as a line
/// every few seconds (plain), as one JSON object a line (json), or not at all.
class Progress {
 public:
  Progress(std::ostream& out, ProgressStyle style, std::size_t documents, std::size_t bytes);

  /// Counts one finished input.
  void add(std::size_t bytes, bool failed);
  /// Shows the state when it is time to, or in any case with `always`.
  void show(bool always = false);
  /// Ends the redrawn line.
  void close();

  std::size_t done() const { return done_; }
  std::size_t failed() const { return failed_; }
  double seconds() const;

 private:
  std::string line() const;
  std::string json() const;
  double seconds_left() const;

  std::ostream& out_;
  ProgressStyle style_;
  std::size_t documents_;
  std::size_t bytes_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::size_t bytes_done_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point shown_;
};

/// "3 min 20 s", "1.4 MB": for people.
std::string readable_time(double seconds);
std::string readable_size(double bytes);

}  // namespace handvest::batch
