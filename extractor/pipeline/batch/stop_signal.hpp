// Ctrl-C as something to wait for.
#pragma once

#include <csignal>

namespace handvest::batch {

/// While it lives, SIGINT and SIGTERM no longer end the process: they make descriptor() readable.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  int descriptor() const { return descriptor_; }
  bool received() const;

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

}  // namespace handvest::batch
