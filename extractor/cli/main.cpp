#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "cli/command.hpp"
#include "cli/heap.hpp"
#include "text/diagnostic.hpp"

namespace {

// What the process holds goes back at once: to free a large document piece by piece takes longer
// than to read a small one.
[[noreturn]] void end_with(int code) {
  std::cout.flush();
  std::fflush(stdout);
  std::_Exit(code);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace handvest;
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe ends the output, it is no error
  cli::keep_freed_memory();
  CLI::App app{
      "Turns Dutch government agreements into data that can be checked against the source.",
      "handvest"};
  app.set_version_flag("--version", "handvest " HANDVEST_VERSION);
  app.require_subcommand(1);
  cli::Chosen chosen;
  cli::add_extract(app, chosen);
  cli::add_schema(app, chosen);
  cli::add_export(app, chosen);
  cli::add_batch(app, chosen);
  cli::add_merge(app, chosen);
  cli::add_grammar(app, chosen);
  cli::add_explain(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::kSuccess : cli::kUsage;
  }
  try {
    end_with(chosen());
  } catch (const Error& error) {
    std::cerr << "handvest: " << error.what() << "\n";
    return cli::kUsage;
  } catch (const std::exception& error) {
    std::cerr << "handvest: " << error.what() << "\n";
    return cli::kSomeFailed;
  }
}
