#include "yardsticks.hpp"

#include <cctype>
#include <numeric>

#include "grammar/grammar.hpp"
#include "text/lines.hpp"

namespace handvest::benchmark_yardsticks {
namespace {

std::size_t matches_of(const Rule& rule, std::string_view text) {
  std::size_t count = 0;
  std::size_t from = 0;
  while (const auto match = rule.pattern.search(text, from)) {
    ++count;
    from = std::max(match->span.end, from + 1);
    if (from >= text.size()) break;
  }
  return count;
}

}  // namespace

std::size_t sum_of_bytes(std::string_view text) {
  return std::accumulate(text.begin(), text.end(), std::size_t{0}, [](std::size_t sum, char byte) {
    return sum + static_cast<unsigned char>(byte);
  });
}

std::size_t split_lines(std::string_view text) { return LineIndex(text).count(); }

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char byte : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(byte)) != 0;
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

std::size_t search_every_rule(std::string_view text, const Grammar& grammar) {
  std::size_t count = 0;
  for (const char* subject : {"numerals", "quantities", "money", "dates", "references"}) {
    const Subject* found = grammar.subject(subject);
    if (found == nullptr) continue;
    for (const auto& rule : found->rules) count += matches_of(rule, text);
  }
  return count;
}

}  // namespace handvest::benchmark_yardsticks
