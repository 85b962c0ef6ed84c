// Bytes per second of every stage and of the whole, beside yardsticks in the same run.
//
// usage: benchmark_stages FILE [google-benchmark options]

#include <benchmark/benchmark.h>

#include <functional>
#include <iostream>
#include <string>

#include "layout/layout.hpp"
#include "meaning/meaning.hpp"
#include "mentions/mentions.hpp"
#include "output/json.hpp"
#include "pipeline/pipeline.hpp"
#include "source/read.hpp"
#include "structure/structure.hpp"
#include "yardsticks.hpp"

namespace {

using namespace handvest;

/// Everything that a stage needs, made once.
struct Prepared {
  std::string bytes;
  Grammar grammar;
  SourceText source;
  Layout layout;
  Extraction extraction;
};

Prepared prepare(const std::string& path) {
  std::string bytes = read_bytes(path);
  Grammar grammar = builtin_grammar();
  SourceText source = read_documents(bytes, path).front();
  Layout layout = find_layout(source, grammar);
  Extraction extraction = extract(source, grammar);
  return {std::move(bytes), std::move(grammar), std::move(source), std::move(layout),
          std::move(extraction)};
}

void add(const char* name, std::size_t bytes, const std::function<void()>& work) {
  benchmark::RegisterBenchmark(name, [bytes, work](benchmark::State& state) {
    for ([[maybe_unused]] auto unused : state) work();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes));
  })->Unit(benchmark::kMillisecond);
}

void add_yardsticks(const Prepared& on, std::size_t bytes) {
  namespace yardsticks = benchmark_yardsticks;
  const std::string& text = on.source.text;
  add("yardstick/sum_of_bytes", bytes,
      [&] { benchmark::DoNotOptimize(yardsticks::sum_of_bytes(text)); });
  add("yardstick/split_lines", bytes,
      [&] { benchmark::DoNotOptimize(yardsticks::split_lines(text)); });
  add("yardstick/count_words", bytes,
      [&] { benchmark::DoNotOptimize(yardsticks::count_words(text)); });
  add("yardstick/search_every_rule", bytes,
      [&] { benchmark::DoNotOptimize(yardsticks::search_every_rule(text, on.grammar)); });
}

void add_stages(const Prepared& on, std::size_t bytes) {
  add("stage/source", bytes,
      [&] { benchmark::DoNotOptimize(read_documents(on.bytes, on.source.name)); });
  add("stage/layout", bytes, [&] { benchmark::DoNotOptimize(find_layout(on.source, on.grammar)); });
  // With a copy of the layout, which the stage takes.
  add("stage/structure", bytes,
      [&] { benchmark::DoNotOptimize(find_structure(on.source, on.layout, on.grammar)); });
  add("stage/mentions", bytes, [&] {
    benchmark::DoNotOptimize(find_mentions(on.source, on.extraction.outline, on.grammar));
  });
  add("stage/meaning", bytes, [&] {
    benchmark::DoNotOptimize(
        find_meaning(on.source, on.extraction.outline, on.extraction.mentions, on.grammar));
  });
  add("stage/json", bytes, [&] { benchmark::DoNotOptimize(to_json(on.extraction)); });
  add("whole", bytes, [&] {
    auto documents = read_documents(on.bytes, on.source.name);
    benchmark::DoNotOptimize(to_json(extract(std::move(documents.front()), on.grammar)));
  });
  add("grammar/load", bytes, [] { benchmark::DoNotOptimize(builtin_grammar()); });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: benchmark_stages FILE [--benchmark_filter=…]\n";
    return 2;
  }
  const Prepared prepared = prepare(argv[1]);
  add_yardsticks(prepared, prepared.bytes.size());
  add_stages(prepared, prepared.bytes.size());
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
