// The grammar that was compiled into the program.
#include "grammar/embedded.hpp"
#include "grammar/frozen.hpp"
#include "grammar/grammar.hpp"

namespace handvest {

Grammar builtin_grammar(bool with_examples) {
  const FrozenGrammar* frozen = frozen_grammar();
  std::vector<GrammarFile> files;
  if (with_examples || frozen == nullptr) {
    for (const auto& file : embedded_files()) {
      files.push_back({std::string(file.name), std::string(file.bytes)});
    }
  } else {
    for (const auto& file : frozen->files) {
      files.push_back({std::string(file.name), std::string(file.xml)});
    }
  }
  return compile_grammar(files, PatternCheck::later, frozen);
}

}  // namespace handvest
