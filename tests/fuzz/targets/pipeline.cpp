// From bytes to JSON with the built-in grammar.
#include "pipeline/pipeline.hpp"
#include "check.hpp"
#include "output/json.hpp"
#include "source/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const handvest::Grammar grammar = handvest::builtin_grammar();
  try {
    auto sources = handvest::read_documents({reinterpret_cast<const char*>(data), size}, "input",
                                            handvest::fuzz::small_limits());
    for (auto& source : sources)
      handvest::to_json(handvest::extract(std::move(source), grammar), {});
  } catch (const handvest::Error&) {
  }
  return 0;
}
