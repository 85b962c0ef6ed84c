// A program that uses handvest as a library: the example of the README.
#include <iostream>

#include "pipeline/pipeline.hpp"
#include "source/read.hpp"

int main() {
  const handvest::Grammar grammar = handvest::builtin_grammar();
  auto documents = handvest::read_documents("Het rijk draagt € 2,5 miljoen in 2027 bij.", "brief.txt");
  const auto extraction = handvest::extract(std::move(documents.front()), grammar);
  for (const auto& mention : extraction.mentions.mentions) {
    std::cout << name_of(mention.type) << ' ' << mention.normalized << " at bytes "
              << mention.span.begin << '-' << mention.span.end << '\n';
  }
}
