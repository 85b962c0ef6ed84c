// The grammar that was compiled into the program.
#include "grammar/embedded.hpp"
#include "grammar/frozen.hpp"
#include "grammar/grammar.hpp"
#include "grammar/packed.hpp"

namespace handvest {

namespace {

Grammar whole_grammar(const FrozenGrammar* frozen) {
  std::vector<GrammarFile> files;
  for (const auto& file : embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  return compile_grammar(files, PatternCheck::later, frozen);
}

}  // namespace

Grammar builtin_grammar(bool with_examples) {
  const FrozenGrammar* frozen = frozen_grammar();
  if (with_examples || frozen == nullptr) return whole_grammar(frozen);
  std::vector<Subject> subjects;
  subjects.reserve(frozen->subjects.size());
  for (const std::string_view bytes : frozen->subjects) subjects.push_back(unpacked(bytes));
  return {std::string(frozen->version), std::move(subjects), frozen};
}

}  // namespace handvest
