#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "pipeline/batch/merge.hpp"

namespace handvest::cli {
namespace {

struct MergeArguments {
  std::vector<std::string> shards;
  std::string out;
};

int run_merge(const MergeArguments& arguments) {
  const batch::Summary summary = batch::merge(arguments.shards, arguments.out);
  std::cerr << "Merged " << arguments.shards.size() << " shards: " << summary.done << " of "
            << summary.inputs << " files done (" << summary.documents << " documents), "
            << summary.failures.size() << " failed.\nThe results are in " << arguments.out << "\n";
  return summary.failures.empty() ? kSuccess : kSomeFailed;
}

}  // namespace

void add_merge(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("merge", "Bring the results of a run's shards together");
  auto arguments = std::make_shared<MergeArguments>();
  command->add_option("shard", arguments->shards, "Output folders of all shards of one batch run")
      ->required();
  command->add_option("--out", arguments->out, "Folder for the merged results")->required();
  command->callback(
      [arguments, &chosen] { chosen = [arguments] { return run_merge(*arguments); }; });
}

}  // namespace handvest::cli
