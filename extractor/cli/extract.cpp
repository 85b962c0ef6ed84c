#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

#include "cli/command.hpp"
#include "cli/heap.hpp"
#include "cli/input_options.hpp"
#include "cli/output_file.hpp"
#include "output/exporter.hpp"
#include "output/json.hpp"
#include "output/summary.hpp"
#include "pipeline/pipeline.hpp"
#include "source/read.hpp"

namespace handvest::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExamples = R"(Examples:
  handvest extract convenant.txt -o convenant.json      one document, with a summary on the screen
  handvest extract stcrt-2024-4561.xml | jq .targets    to standard output, for other programs
  curl … | handvest extract - --compact                 from standard input, JSON on one line
  handvest extract *.pdf -o results/                    several documents, one JSON file each
  handvest extract scan.pdf --text-out scan.txt         keep the text that the offsets speak of
  handvest extract *.txt --format sqlite,html -o out/   a database and pages to check by eye)";

struct ExtractArguments {
  std::vector<std::string> inputs;
  std::string output = "-";
  std::string text_out;
  std::string formats;
  InputOptions reading;
  bool compact = false;
  bool quiet = false;
};

/// Where the results go: standard output, one file, or a folder with a file for each document.
class Destination {
 public:
  explicit Destination(const ExtractArguments& arguments)
      : output_(arguments.output),
        style_{arguments.compact},
        folder_(arguments.inputs.size() > 1 || output_.ends_with('/') ||
                fs::is_directory(output_)) {}

  /// The path that was written; empty for standard output.
  std::string write(const Extraction& extraction) {
    if (output_ == "-") {
      // A second document on the same stream is told from the first by the line end alone.
      write_to("-", extraction);
      return {};
    }
    std::string path = folder_ ? next_in_folder(extraction.source.name) : claim_single();
    write_to(path, extraction);
    return path;
  }

 private:
  void write_to(const std::string& path, const Extraction& extraction) const {
    write_output(path, [&](const ByteSink& sink) { write_json(extraction, style_, sink); });
  }

  std::string claim_single() {
    if (!used_.insert(output_).second) {
      throw Error(ErrorCode::bad_command_line, {output_, 0, 0, 0},
                  "the input holds several documents; name a folder with -o");
    }
    return output_;
  }

  std::string next_in_folder(const std::string& name) {
    fs::create_directories(output_);
    const fs::path base = fs::path(output_) / fs::path(name == "-" ? "stdin" : name).filename();
    std::string path = base.string() + ".json";
    for (int number = 2; !used_.insert(path).second; ++number) {
      path = base.string() + "~" + std::to_string(number) + ".json";
    }
    return path;
  }

  std::string output_;
  JsonStyle style_;
  bool folder_;
  std::set<std::string> used_;
};

/// Writes each document where the arguments say: as JSON, or in other formats into a folder.
class Results {
 public:
  explicit Results(const ExtractArguments& arguments)
      : quiet_(arguments.quiet), formats_folder_(arguments.output), json_(arguments) {
    if (!arguments.formats.empty())
      exporter_.emplace(formats_of(arguments.formats), arguments.output);
  }

  void write(const Extraction& extraction) {
    if (!exporter_) return say(extraction, json_.write(extraction));
    Document document(to_json(extraction, {true}), extraction.source.name);
    document.attach_text(extraction.source.text);
    exporter_->add(document);
    say(extraction, formats_folder_);
  }

  void finish() {
    if (exporter_) exporter_->finish();
  }

 private:
  void say(const Extraction& extraction, const std::string& path) const {
    if (path.empty() || quiet_) return;
    std::cerr << summary(extraction) << "Written to " << path << "\n";
  }

  bool quiet_;
  std::string formats_folder_;
  Destination json_;
  std::optional<Exporter> exporter_;
};

/// Extracts inputs one after another, with what the command line gave for all of them.
class Extractor {
 public:
  explicit Extractor(const ExtractArguments& arguments)
      : arguments_(arguments),
        grammar_(grammar_of(arguments.reading)),
        records_(records_of(arguments.reading)),
        results_(arguments) {}

  void extract_from(const std::string& input) {
    const ReadLimits& limits = arguments_.reading.limits;
    auto documents = read_documents(read_bytes(input, limits), input, limits);
    records_.describe(documents, arguments_.inputs.size() == 1 && documents.size() == 1);
    for (auto& source : documents) {
      if (!arguments_.text_out.empty()) write_output(arguments_.text_out, source.text);
      last_.reset();
      last_ = extract(std::move(source), grammar_, arguments_.reading.extraction());
      results_.write(*last_);
    }
  }

  void finish() { results_.finish(); }

 private:
  const ExtractArguments& arguments_;
  Grammar grammar_;
  MetadataRecords records_;
  Results results_;
  std::optional<Extraction> last_;  ///< kept to the end, see main()
};

// Of the largest; those that have no size, or none that can be told, do not count.
std::uintmax_t size_of_inputs(const std::vector<std::string>& inputs) {
  std::uintmax_t largest = 0;
  for (const auto& input : inputs) {
    std::error_code no_size;
    const auto size = fs::file_size(input, no_size);
    if (!no_size) largest = std::max(largest, size);
  }
  return largest;
}

int run(const ExtractArguments& arguments, std::optional<Extractor>& extractor) {
  if (!arguments.text_out.empty() && arguments.inputs.size() > 1) {
    throw Error(ErrorCode::bad_command_line, {"--text-out", 0, 0, 0},
                "it keeps the text of one document; give one input with it");
  }
  if (!arguments.formats.empty() && arguments.output == "-") {
    throw Error(ErrorCode::bad_command_line, {"--format", 0, 0, 0},
                "its files need a folder; name one with -o");
  }
  expect_input(size_of_inputs(arguments.inputs));
  extractor.emplace(arguments);
  int code = kSuccess;
  for (const auto& input : arguments.inputs) {
    try {
      extractor->extract_from(input);
    } catch (const Error& error) {
      if (error.code() == ErrorCode::bad_command_line) throw;
      std::cerr << "handvest: " << error.what() << "\n";
      code = kSomeFailed;
    } catch (const std::exception& error) {
      std::cerr << "handvest: " << input << ": " << error.what() << "\n";
      code = kSomeFailed;
    }
  }
  extractor->finish();
  return code;
}

}  // namespace

void add_extract(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("extract", "Extract one or more documents into JSON");
  auto arguments = std::make_shared<ExtractArguments>();
  command->add_option("file", arguments->inputs, "Documents to read; '-' is standard input")
      ->required();
  command->add_option("-o,--output", arguments->output,
                      "File to write, or folder when there are several documents; '-' is standard "
                      "output (several documents: one after another)");
  command->add_option("--text-out", arguments->text_out,
                      "File for the canonical text that the offsets speak of");
  command->add_option("--format", arguments->formats,
                      "Other formats instead of JSON, with commas between them, into the folder "
                      "that -o names: " +
                          format_names());
  add_input_options(*command, arguments->reading);
  command->add_flag("--compact", arguments->compact, "Write the JSON on one line");
  command->add_flag("-q,--quiet", arguments->quiet, "Print no summary");
  command->footer(kExamples);
  command->callback([arguments, &chosen] {
    const auto extractor = std::make_shared<std::optional<Extractor>>();
    chosen = [arguments, extractor] { return run(*arguments, *extractor); };
  });
}

}  // namespace handvest::cli
