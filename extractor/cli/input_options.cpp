#include "cli/input_options.hpp"

#include <CLI/CLI.hpp>

namespace handvest::cli {
namespace {

// A size such as 100MB. CLI11's own reader takes long to make: only where there is one to read.
CLI::Validator as_size() {
  return {[](std::string& text) { return CLI::AsSizeValue(false)(text); },
          "SIZE [b, kb(=1024b), ...]"};
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_option("--grammar", options.grammar,
                     "Folder of grammar files to use instead of the built-in ones");
  command.add_option("--profile", options.profile,
                     "Profile to use instead of the one that the evidence chooses");
  command
      .add_option("--metadata", options.metadata,
                  "Metadata record (metadata_gegevens, OWMS) of a document; repeat it for more, "
                  "each goes to the document with the same identifier")
      ->allow_extra_args(false);
  command
      .add_option("--max-bytes", options.limits.max_bytes,
                  "Largest input to read, such as 100MB (default 256MB)")
      ->transform(as_size());
  command
      .add_option(
          "--max-expansion", options.limits.max_expansion,
          "Most bytes to unpack from an archive or to build from markup, such as 2GB (default "
          "256MB)")
      ->transform(as_size());
  command
      .add_option(
          "--max-ratio", options.limits.max_ratio,
          "How many times its own size an archive may unpack to, if that is more than 64 MB")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command
      .add_option("--max-mentions", options.max_mentions,
                  "Most numbers, dates and sums that one document may hold")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
}

Grammar grammar_of(const InputOptions& options) {
  return options.grammar.empty() ? builtin_grammar(false) : load_grammar(options.grammar);
}

MetadataRecords records_of(const InputOptions& options) {
  return {options.metadata, options.limits};
}

}  // namespace handvest::cli
