// The options that say how documents are read: the same for every command that reads them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"
#include "pipeline/pipeline.hpp"
#include "source/limits.hpp"
#include "source/metadata_records.hpp"

namespace CLI {
class App;
}

namespace handvest::cli {

struct InputOptions {
  std::string grammar;                ///< folder; empty for the built-in grammar
  std::string profile;                ///< empty lets the evidence choose
  std::vector<std::string> metadata;  ///< files with metadata records
  ReadLimits limits;
  std::size_t max_mentions = kMostMentions;  ///< of one document

  ExtractOptions extraction() const { return {profile, max_mentions}; }
};

/// Adds --grammar, --profile, --metadata and the options --max-… to the command.
void add_input_options(CLI::App& command, InputOptions& options);

/// Throw Error when a file or folder that the options name cannot be read.
Grammar grammar_of(const InputOptions& options);
MetadataRecords records_of(const InputOptions& options);

}  // namespace handvest::cli
