#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "pipeline/batch/progress.hpp"
#include "pipeline/batch/run.hpp"
#include "text/diagnostic.hpp"

namespace handvest::cli {
namespace {

struct BatchArguments {
  batch::Options options;
  InputOptions reading;
  std::string formats = "json";
  std::string progress;
  std::string shard;
};

[[noreturn]] void refuse(const std::string& sentence) {
  throw Error(ErrorCode::bad_command_line, {}, sentence);
}

std::set<std::string> table_formats_of(const std::string& list) {
  static const std::set<std::string> known = {"json", "jsonl", "csv", "sqlite"};
  std::set<std::string> formats;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    if (!known.contains(word))
      refuse("--format " + word + " is not known; use json, jsonl, csv or sqlite");
    formats.insert(word);
  }
  return formats;
}

batch::ProgressStyle style_of(const std::string& name) {
  if (name == "bar") return batch::ProgressStyle::bar;
  if (name == "plain") return batch::ProgressStyle::plain;
  if (name == "json") return batch::ProgressStyle::json;
  if (name == "none") return batch::ProgressStyle::none;
  return ::isatty(STDERR_FILENO) != 0 ? batch::ProgressStyle::bar : batch::ProgressStyle::plain;
}

batch::Shard shard_of(const std::string& text) {
  if (text.empty()) return {};
  batch::Shard shard{0, 0};
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    std::from_chars(text.data(), text.data() + slash, shard.index);
    std::from_chars(text.data() + slash + 1, text.data() + text.size(), shard.count);
  }
  if (shard.index < 1 || shard.index > shard.count) {
    refuse("--shard " + text + " is not of the form K/N with K from 1 to N, such as 2/4");
  }
  return shard;
}

void print(const batch::Summary& summary, const batch::Options& options) {
  std::cerr << summary.done << " of " << summary.inputs << " files done (" << summary.documents
            << " documents) in " << batch::readable_time(summary.seconds);
  if (summary.skipped > 0)
    std::cerr << "; " << summary.skipped << " were settled by an earlier run";
  std::cerr << ".\n";
  if (summary.left_out.count() > 0) {
    std::cerr << "Left out of the folders: " << summary.left_out.text()
              << "; name a file itself to have it read.\n";
  }
  for (const auto& failure : summary.failures) {
    std::cerr << "failed: " << failure.key << " [" << failure.code << "] " << failure.reason
              << "\n";
  }
  if (!summary.failures.empty()) {
    std::cerr << summary.failures.size() << " failed; they are listed in " << options.out
              << "/failures.csv, and --retry-failed takes them again.\n";
  }
  if (summary.interrupted) std::cerr << "Stopped before the end; go on with --resume.\n";
  std::cerr << "The results are in " << options.out << "\n";
}

int run_batch(BatchArguments arguments) {
  arguments.options.formats = table_formats_of(arguments.formats);
  arguments.options.progress = style_of(arguments.progress);
  arguments.options.shard = shard_of(arguments.shard);
  arguments.options.profile = arguments.reading.profile;
  arguments.options.max_mentions = arguments.reading.max_mentions;
  arguments.options.limits = arguments.reading.limits;
  arguments.options.records = records_of(arguments.reading);
  const Grammar grammar = grammar_of(arguments.reading);
  const batch::Summary summary = batch::run(arguments.options, grammar, std::cerr);
  print(summary, arguments.options);
  return summary.failures.empty() && !summary.interrupted ? kSuccess : kSomeFailed;
}

}  // namespace

void add_batch(CLI::App& app, Chosen& chosen) {
  auto* command =
      app.add_subcommand("batch", "Extract thousands of documents, in several processes");
  auto arguments = std::make_shared<BatchArguments>();
  batch::Options& options = arguments->options;
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command
      ->add_option(
          "input", options.inputs,
          "Files, folders, glob patterns, zips, '@LIST' (a file that lists paths) or '-' (a list "
          "from standard input). Of a folder, hidden files and what is plainly no document "
          "(handvest's own results, JSON, tables, databases, images …) are left out and counted; "
          "a file that is named is always read")
      ->required();
  command->add_option("--out", options.out, "Folder for the results")->required();
  command->add_option("--jobs", options.jobs, "Worker processes")->capture_default_str();
  command->add_option("--format", arguments->formats, "What to write: json,jsonl,csv,sqlite")
      ->capture_default_str();
  command->add_flag("--resume", options.resume, "Go on with the run in --out: skip what is done");
  command->add_flag("--retry-failed", options.retry_failed,
                    "Take only the failures of the run in --out");
  command->add_option("--timeout", options.timeout_seconds, "Seconds that one file may take")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command
      ->add_option("--max-memory", options.max_memory_mb,
                   "Megabytes that one worker may use; 0 = no bound")
      ->capture_default_str();
  command
      ->add_option("--progress", arguments->progress,
                   "bar, plain, json or none (default: bar on a terminal)")
      ->check(CLI::IsMember({"bar", "plain", "json", "none"}));
  command->add_option("--shard", arguments->shard,
                      "K/N: do only part K of N, for runs over several machines");
  add_input_options(*command, arguments->reading);
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_batch(*arguments); }; });
}

}  // namespace handvest::cli
