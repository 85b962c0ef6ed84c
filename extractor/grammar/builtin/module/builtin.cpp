// The grammar that was compiled into the program.
#include "grammar/embedded.hpp"
#include "grammar/frozen.hpp"
#include "grammar/grammar.hpp"

namespace handvest {

Grammar builtin_grammar(bool with_examples) {
  std::vector<GrammarFile> files;
  for (const auto& file : embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  return compile_grammar(files, with_examples ? PatternCheck::later : PatternCheck::never,
                         frozen_grammar());
}

}  // namespace handvest
