// The program's commands. Each command is one file that adds its options to the argument table.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace handvest::cli {

/// 0 all well, 1 some documents failed (the others are written), 2 the command line or the grammar
/// is wrong.
enum ExitCode { kSuccess = 0, kSomeFailed = 1, kUsage = 2 };

/// Adds one command to the table; the function given back by `run` is called when it was chosen and
/// gives the exit code.
using Chosen = std::function<int()>;

void add_extract(CLI::App& app, Chosen& chosen);
void add_schema(CLI::App& app, Chosen& chosen);
void add_grammar(CLI::App& app, Chosen& chosen);
void add_explain(CLI::App& app, Chosen& chosen);
void add_export(CLI::App& app, Chosen& chosen);
void add_batch(CLI::App& app, Chosen& chosen);
void add_merge(CLI::App& app, Chosen& chosen);

}  // namespace handvest::cli
