#include "output/schema.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/output_file.hpp"

namespace handvest::cli {

void add_schema(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of the output");
  auto output = std::make_shared<std::string>("-");
  command->add_option("-o,--output", *output, "File to write; '-' is standard output");
  command->callback([output, &chosen] {
    chosen = [output] {
      write_output(*output, json_schema());
      return kSuccess;
    };
  });
}

}  // namespace handvest::cli
