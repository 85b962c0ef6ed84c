#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

#include "cli/command.hpp"
#include "mentions/check.hpp"

namespace handvest::cli {
namespace {

struct SubjectCount {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::size_t counterexamples = 0;
  std::size_t problems = 0;
};

void print_table(const std::vector<RuleReport>& reports) {
  std::map<std::string, SubjectCount> counts;
  for (const auto& report : reports) {
    SubjectCount& count = counts[report.rule->file];
    ++count.rules;
    count.examples += report.rule->examples.size();
    count.counterexamples += report.rule->counterexamples.size();
    count.problems += report.problems.size();
  }
  std::cout << std::left << std::setw(28) << "file" << std::right << std::setw(7) << "rules"
            << std::setw(10) << "examples" << std::setw(18) << "counter-examples" << std::setw(10)
            << "problems"
            << "\n";
  for (const auto& [file, count] : counts) {
    std::cout << std::left << std::setw(28) << file << std::right << std::setw(7) << count.rules
              << std::setw(10) << count.examples << std::setw(18) << count.counterexamples
              << std::setw(10) << count.problems << "\n";
  }
}

int check(const std::string& folder) {
  const Grammar grammar = folder.empty() ? builtin_grammar() : load_grammar(folder);
  const auto reports = check_grammar(grammar);
  print_table(reports);
  std::size_t problems = 0;
  for (const auto& report : reports) {
    for (const auto& problem : report.problems) {
      if (problems++ == 0) std::cout << "\n";
      std::cout << report.rule->file << ":" << report.rule->line << ": " << report.rule->id << " "
                << problem << "\n";
    }
  }
  std::cout << "\n"
            << (problems == 0 ? "The grammar is sound." : "The grammar is at fault.") << "\n";
  return problems == 0 ? kSuccess : kUsage;
}

}  // namespace

void add_grammar(CLI::App& app, Chosen& chosen) {
  auto* const command = app.add_subcommand("grammar", "Work on the grammar");
  command->require_subcommand(1);
  auto* const sub = command->add_subcommand(
      "check",
      "Runs all examples and counter-examples and looks for ambiguous and dangerous rules");
  auto folder = std::make_shared<std::string>();
  sub->add_option("DIR", *folder, "Folder of grammar files (default: the grammar in the program)")
      ->check(CLI::ExistingDirectory);
  sub->footer(
      "Examples:\n"
      "  handvest grammar check                the grammar that was built in\n"
      "  handvest grammar check grammars/nl    a grammar that is being written\n\n"
      "Exit codes: 0 the grammar is sound, 2 it is not.");
  sub->callback([&chosen, folder] { chosen = [folder] { return check(*folder); }; });
}

}  // namespace handvest::cli
