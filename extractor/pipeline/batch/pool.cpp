#include "pipeline/batch/pool.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <system_error>

#include "output/whole_file.hpp"
#include "pipeline/batch/worker.hpp"

namespace handvest::batch {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCanBoundMemory = false;  // AddressSanitizer reserves terabytes of address space
#else
constexpr bool kCanBoundMemory = true;
#endif

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error(errno, std::generic_category(), "a pipe to a worker cannot be made");
  }
  return ends;
}

void bound_memory(std::size_t megabytes) {
  if (!kCanBoundMemory || megabytes == 0) return;
  const rlim_t bytes = static_cast<rlim_t>(megabytes) << 20U;
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &limit);
}

// A worker dies with its run, leaves Ctrl-C to it, and writes no core files.
void become_worker(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGTERM, SIG_DFL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
}

std::string death_of(int status) {
  if (WIFSIGNALED(status)) {
    return std::string("the reader was ended by signal ") + std::to_string(WTERMSIG(status)) +
           " (" + ::strsignal(WTERMSIG(status)) + "); please report this document";
  }
  return "the reader ended with code " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

WorkerPool::WorkerPool(const Grammar& grammar, const Options& options)
    : grammar_(grammar), options_(options) {
  for (std::size_t i = 0; i < std::max<std::size_t>(options.jobs, 1); ++i)
    workers_.push_back(spawn());
}

WorkerPool::~WorkerPool() {
  for (auto& worker : workers_) {
    if (worker.process > 0 && worker.job) ::kill(worker.process, SIGKILL);
    retire(worker);
  }
}

Worker WorkerPool::spawn() {
  const auto jobs = make_pipe();
  const auto results = make_pipe();
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process < 0) {
    throw std::system_error(errno, std::generic_category(), "a worker process cannot be made");
  }
  if (process == 0) {
    become_worker(parent);
    bound_memory(options_.max_memory_mb);
    ::close(jobs[1]);
    ::close(results[0]);
    for (const auto& other : workers_) {
      if (other.process <= 0) continue;
      ::close(other.to);
      ::close(other.from);
    }
    serve(jobs[0], results[1], grammar_, options_);
    ::_exit(0);
  }
  ::close(jobs[0]);
  ::close(results[1]);
  return {process, jobs[1], results[0], std::nullopt, {}};
}

// Closes a worker's pipes and waits for its end.
void WorkerPool::retire(Worker& worker) {
  if (worker.process <= 0) return;
  ::close(worker.to);
  ::close(worker.from);
  ::waitpid(worker.process, nullptr, 0);
  if (worker.job) remove_partial_files(options_.out, worker.process);
  worker = {};
}

bool WorkerPool::has_idle() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return !worker.job; });
}

bool WorkerPool::is_busy() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return worker.job.has_value(); });
}

void WorkerPool::start(const Job& job) {
  const auto idle = std::find_if(workers_.begin(), workers_.end(),
                                 [](const Worker& worker) { return !worker.job; });
  send(idle->to, job);
  idle->job = job;
  idle->deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(options_.timeout_seconds));
}

int WorkerPool::milliseconds_to_deadline() const {
  auto nearest = Clock::time_point::max();
  for (const auto& worker : workers_) {
    if (worker.job) nearest = std::min(nearest, worker.deadline);
  }
  constexpr auto kTick = std::chrono::milliseconds(200);  // progress is shown at least so often
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(nearest - Clock::now());
  return static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), kTick).count());
}

JobResult WorkerPool::bury(Worker& worker, const std::string& code, const std::string& reason) {
  JobResult result;
  result.key = worker.job->key;
  result.code = code;
  result.reason = reason;
  replace(worker);
  return result;
}

void WorkerPool::replace(Worker& worker) {
  retire(worker);
  worker = spawn();
}

std::optional<JobResult> WorkerPool::result_of(Worker& worker) {
  if (auto result = receive_result(worker.from)) {
    worker.job.reset();
    // Its heap would keep what it once took.
    if (result->code == kOutOfMemory) replace(worker);
    return result;
  }
  int status = 0;
  ::waitpid(worker.process, &status, 0);
  return bury(worker, "crash", death_of(status));
}

std::vector<JobResult> WorkerPool::wait(int stop_descriptor) {
  std::vector<pollfd> watched = {{stop_descriptor, POLLIN, 0}};
  std::vector<Worker*> busy;
  for (auto& worker : workers_) {
    if (!worker.job) continue;
    watched.push_back({worker.from, POLLIN, 0});
    busy.push_back(&worker);
  }
  std::vector<JobResult> results;
  if (::poll(watched.data(), watched.size(), milliseconds_to_deadline()) < 0) return results;
  for (std::size_t i = 0; i < busy.size(); ++i) {
    if (watched[i + 1].revents != 0) {
      if (auto result = result_of(*busy[i])) results.push_back(std::move(*result));
    } else if (Clock::now() >= busy[i]->deadline) {
      ::kill(busy[i]->process, SIGKILL);
      results.push_back(
          bury(*busy[i], "timeout", "the document took longer than --timeout allows"));
    }
  }
  return results;
}

}  // namespace handvest::batch
