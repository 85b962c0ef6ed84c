#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "output/json.hpp"
#include "pipeline/pipeline.hpp"
#include "source/read.hpp"

namespace handvest::cli {
namespace {

struct ExtractArguments {
  std::vector<std::string> inputs;
  std::string output;
  std::string grammar;
  std::string profile;
  std::string text_out;
  bool compact = false;
};

Grammar grammar_of(const ExtractArguments& arguments) {
  return arguments.grammar.empty() ? builtin_grammar() : load_grammar(arguments.grammar);
}

void extract_one(const std::string& input, const ExtractArguments& arguments,
                 const Grammar& grammar) {
  for (auto& source : read_documents(read_bytes(input), input)) {
    if (!arguments.text_out.empty()) write_output(arguments.text_out, source.text);
    const Extraction extraction = extract(std::move(source), grammar, {arguments.profile});
    write_output(arguments.output.empty() ? "-" : arguments.output,
                 to_json(extraction, {arguments.compact}));
  }
}

int run(const ExtractArguments& arguments) {
  const Grammar grammar = grammar_of(arguments);
  int code = kSuccess;
  for (const auto& input : arguments.inputs) {
    try {
      extract_one(input, arguments, grammar);
    } catch (const Error& error) {
      std::cerr << "handvest: " << error.what() << "\n";
      code = kSomeFailed;
    }
  }
  return code;
}

}  // namespace

void add_extract(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("extract", "Extract one or more documents into JSON");
  auto arguments = std::make_shared<ExtractArguments>();
  command->add_option("file", arguments->inputs, "Documents to read; '-' is standard input")
      ->required();
  command->add_option("-o,--output", arguments->output, "File to write; '-' is standard output");
  command->add_option("--grammar", arguments->grammar,
                      "Folder of grammar files to use instead of the built-in ones");
  command->add_option("--profile", arguments->profile,
                      "Profile to use instead of the one that the evidence chooses");
  command->add_option("--text-out", arguments->text_out,
                      "File for the canonical text that the offsets speak of");
  command->add_flag("--compact", arguments->compact, "Write the JSON on one line");
  command->callback([arguments, &chosen] { chosen = [arguments] { return run(*arguments); }; });
}

}  // namespace handvest::cli
