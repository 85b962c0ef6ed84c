#include "pipeline/batch/run.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>

#include "output/whole_file.hpp"
#include "pipeline/batch/collect.hpp"
#include "pipeline/batch/inputs.hpp"
#include "pipeline/batch/manifest.hpp"
#include "pipeline/batch/pool.hpp"
#include "pipeline/batch/progress.hpp"
#include "pipeline/batch/stop_signal.hpp"
#include "source/read.hpp"
#include "source/sha256.hpp"
#include "text/diagnostic.hpp"

namespace handvest::batch {
namespace {

namespace fs = std::filesystem;

std::string maker(const Grammar& grammar, const Options& options) {
  return std::string("handvest ") + HANDVEST_VERSION + " " + grammar.version() +
         (options.profile.empty() ? "" : " " + options.profile) +
         (options.records.hash().empty() ? "" : " metadata " + options.records.hash());
}

std::string hash_of(const std::vector<Input>& inputs) {
  std::string keys;
  for (const auto& input : inputs) keys += input.key + "\n";
  return sha256_hex(keys);
}

// Round robin over the ordered list: every machine finds the same parts, of about the same size.
std::vector<Input> shard_of(const std::vector<Input>& inputs, const Shard& shard) {
  std::vector<Input> part;
  for (std::size_t i = shard.index - 1; i < inputs.size(); i += shard.count)
    part.push_back(inputs[i]);
  return part;
}

void prepare_folder(const Options& options) {
  if (Manifest::exists(options.out) && !options.resume && !options.retry_failed) {
    throw Error(
        ErrorCode::bad_command_line, {options.out, 0, 0, 0},
        "the folder holds an earlier run; go on with it with --resume, take its failures again "
        "with --retry-failed, or name another folder");
  }
  std::error_code failure;
  fs::create_directories(options.out, failure);
  if (failure) {
    throw Error(ErrorCode::cannot_write, {options.out, 0, 0, 0},
                "the folder cannot be made: " + failure.message());
  }
  remove_partial_files(options.out);
}

bool results_stand(const Record& record, const std::string& out) {
  return std::all_of(record.written.begin(), record.written.end(), [&](const Written& document) {
    return fs::exists(fs::path(out) / document.output);
  });
}

bool is_unchanged(const Record& record, const std::string& path, const ReadLimits& limits) {
  try {
    return sha256_hex(read_bytes(path, limits)) == record.sha256;
  } catch (const Error&) {
    return false;  // the worker will say what is wrong with it
  }
}

/// Decides which inputs still have to be read.
class Plan {
 public:
  Plan(const Manifest& manifest, const Options& options, std::string made_by)
      : options_(options), made_by_(std::move(made_by)) {
    manifest.for_each([this](const Record& record) { records_.emplace(record.key, record); });
  }

  bool is_to_do(const Input& input) const {
    const bool only_failures = options_.retry_failed && !options_.resume;
    const auto found = records_.find(input.key);
    if (found == records_.end()) return !only_failures;
    const Record& record = found->second;
    switch (record.status) {
      case Status::failed:
        return options_.retry_failed || !same_failure(record, input);
      case Status::pending:
        return !only_failures;
      case Status::done:
        return !only_failures && !still_stands(record, input);
    }
    return true;
  }

 private:
  bool still_stands(const Record& record, const Input& input) const {
    return record.made_by == made_by_ && results_stand(record, options_.out) &&
           is_unchanged(record, input.path, options_.limits);
  }

  // A failure stands until --retry-failed, unless the file or the program has changed since. A
  // worker that died could not tell the file's hash: its failure stands.
  bool same_failure(const Record& record, const Input& input) const {
    if (record.made_by != made_by_) return false;
    return record.sha256.empty() || is_unchanged(record, input.path, options_.limits);
  }

  const Options& options_;
  std::string made_by_;
  std::map<std::string, Record> records_;
};

std::size_t bytes_of(const std::deque<Input>& inputs) {
  std::size_t sum = 0;
  for (const auto& input : inputs) sum += input.bytes;
  return sum;
}

/// Feeds the workers until nothing is left or the run is stopped.
class Runner {
 public:
  Runner(const Options& options, const Grammar& grammar, Manifest& manifest,
         std::deque<Input> queue, std::ostream& out)
      : manifest_(manifest),
        made_by_(maker(grammar, options)),
        progress_(out, options.progress, queue.size(), bytes_of(queue)),
        queue_(std::move(queue)),
        pool_(grammar, options) {
    for (const auto& input : queue_) sizes_[input.key] = input.bytes;
  }

  /// False when a signal stopped the run.
  bool work() {
    progress_.show(true);
    while (!queue_.empty() || pool_.is_busy()) {
      if (stop_.received()) break;
      while (!queue_.empty() && pool_.has_idle()) start_next();
      for (const auto& result : pool_.wait(stop_.descriptor())) finish(result);
      progress_.show();
    }
    progress_.show(true);
    progress_.close();
    return queue_.empty() && !pool_.is_busy();
  }

  double seconds() const { return progress_.seconds(); }

 private:
  void start_next() {
    pool_.start({queue_.front().key, queue_.front().path});
    queue_.pop_front();
  }

  void finish(const JobResult& result) {
    manifest_.record(result, made_by_);
    progress_.add(sizes_[result.key], result.failed());
  }

  Manifest& manifest_;
  std::string made_by_;
  StopSignal stop_;  // before the workers, which undo it for themselves
  Progress progress_;
  std::deque<Input> queue_;
  std::map<std::string, std::size_t> sizes_;
  WorkerPool pool_;
};

RunFacts facts_of(const Options& options, const std::vector<Input>& all) {
  return {options.shard, all.size(), hash_of(all), options.formats};
}

}  // namespace

Summary run(const Options& options, const Grammar& grammar, std::ostream& progress) {
  const Inputs found = find_inputs(options.inputs);
  const std::vector<Input>& all = found.files;
  const std::vector<Input> inputs = shard_of(all, options.shard);
  prepare_folder(options);
  Manifest manifest(options.out);
  const Plan plan(manifest, options, maker(grammar, options));
  std::deque<Input> queue;
  std::copy_if(inputs.begin(), inputs.end(), std::back_inserter(queue),
               [&](const Input& input) { return plan.is_to_do(input); });
  manifest.set_facts(facts_of(options, all));
  manifest.add(inputs);

  Summary summary;
  summary.left_out = found.left_out;
  summary.skipped = inputs.size() - queue.size();
  Runner runner(options, grammar, manifest, std::move(queue), progress);
  summary.interrupted = !runner.work();
  summary.seconds = runner.seconds();
  count(manifest, summary);
  if (summary.interrupted) return summary;
  collect(manifest, options);
  manifest.finish();
  return summary;
}

}  // namespace handvest::batch
