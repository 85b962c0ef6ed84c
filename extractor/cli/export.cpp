#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "output/exporter.hpp"
#include "source/read.hpp"
#include "text/diagnostic.hpp"

namespace handvest::cli {
namespace {

struct ExportArguments {
  std::vector<std::string> inputs;
  std::string formats;
  std::string folder = ".";
  std::string text;
};

void export_one(const std::string& input, const ExportArguments& arguments, Exporter& exporter) {
  Document document(read_bytes(input), input);
  if (!arguments.text.empty()) document.attach_text(read_bytes(arguments.text));
  exporter.add(document);
}

int run(const ExportArguments& arguments) {
  const auto formats = formats_of(arguments.formats);
  if (!arguments.text.empty() && arguments.inputs.size() > 1) {
    throw Error(ErrorCode::bad_command_line, {"--text", 0, 0, 0},
                "it belongs to one document; give one JSON file with it");
  }
  Exporter exporter(formats, arguments.folder);
  int code = kSuccess;
  for (const auto& input : arguments.inputs) {
    try {
      export_one(input, arguments, exporter);
    } catch (const Error& error) {
      std::cerr << "handvest: " << error.what() << "\n";
      code = kSomeFailed;
    }
  }
  exporter.finish();
  return code;
}

}  // namespace

void add_export(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("export", "Write extracted JSON in other formats");
  auto arguments = std::make_shared<ExportArguments>();
  command->add_option("file", arguments->inputs, "JSON files that 'handvest extract' wrote")
      ->required();
  command
      ->add_option("--format", arguments->formats,
                   "Formats, with commas between them: " + format_names())
      ->required();
  command->add_option("-o,--output", arguments->folder, "Folder for the files; made if missing");
  command->add_option("--text", arguments->text,
                      "The canonical text (the source of plain text, what --text-out wrote of "
                      "other formats), for formats that quote it");
  command->callback([arguments, &chosen] { chosen = [arguments] { return run(*arguments); }; });
}

}  // namespace handvest::cli
