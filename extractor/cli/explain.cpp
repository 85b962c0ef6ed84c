#include "mentions/explain.hpp"

#include <CLI/CLI.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "pipeline/pipeline.hpp"
#include "source/read.hpp"
#include "text/code_points.hpp"
#include "text/lines.hpp"

namespace handvest::cli {
namespace {

struct ExplainArguments {
  std::string input;
  InputOptions reading;
  std::size_t line = 0;
};

std::string in_one_line(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return result;
}

// Code points from the line's begin; 0 for what begins before it.
std::size_t column_of(std::string_view text, const Span& line, std::size_t place) {
  return place < line.begin ? 0 : count_code_points(slice(text, {line.begin, place}));
}

void print_attempts(const SourceText& source, const Grammar& grammar, const Span& line) {
  std::size_t place = static_cast<std::size_t>(-1);
  for (const auto& attempt : explain_mentions(source, grammar, line)) {
    if (attempt.span.begin != place) {
      place = attempt.span.begin;
      std::cout << "\nat column " << 1 + column_of(source.text, line, place) << "\n";
    }
    std::cout << (attempt.won ? "  * " : "    ") << std::left << std::setw(28) << attempt.rule->id
              << " '" << in_one_line(slice(source.text, attempt.span)) << "'";
    if (!attempt.value.empty()) std::cout << " = " << attempt.value;
    std::cout << "\n      " << attempt.reason << "\n";
  }
}

void print_result(const Extraction& extraction, const Span& line) {
  std::cout << "\nin the output:\n";
  for (const auto& mention : extraction.mentions.mentions) {
    if (!line.overlaps(mention.span)) continue;
    std::cout << "  " << mention.id << "  " << name_of(mention.type) << "  " << mention.normalized
              << "  '" << in_one_line(slice(extraction.source.text, mention.span)) << "'\n";
  }
}

int explain(const ExplainArguments& arguments) {
  const Grammar grammar = grammar_of(arguments.reading);
  const ReadLimits& limits = arguments.reading.limits;
  auto documents = read_documents(read_bytes(arguments.input, limits), arguments.input, limits);
  const LineIndex lines(documents.front().text);
  if (arguments.line < 1 || arguments.line > lines.count()) {
    throw Error(
        ErrorCode::bad_command_line, {arguments.input, 0, 0, 0},
        "the text has lines 1 to " + std::to_string(lines.count()) + "; choose one of them");
  }
  const Span line = lines.line(arguments.line);
  std::cout << arguments.line << ": " << slice(documents.front().text, line) << "\n";
  print_attempts(documents.front(), grammar, line);
  print_result(extract(std::move(documents.front()), grammar, arguments.reading.extraction()),
               line);
  return kSuccess;
}

}  // namespace

void add_explain(CLI::App& app, Chosen& chosen) {
  auto* const command =
      app.add_subcommand("explain", "Shows why a line gave the mentions that it gave");
  auto arguments = std::make_shared<ExplainArguments>();
  command->add_option("FILE", arguments->input, "Document")->required();
  command->add_option("--line", arguments->line, "Line of the text, from 1")->required();
  add_input_options(*command, arguments->reading);
  command->footer(
      "Prints which rules began where in the line, what each found, its value, and why one won "
      "(*).\n"
      "\nExample:\n  handvest explain convenant.txt --line 368");
  command->callback([&chosen, arguments] { chosen = [arguments] { return explain(*arguments); }; });
}

}  // namespace handvest::cli
