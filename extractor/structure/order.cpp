#include "structure/order.hpp"

#include <algorithm>
#include <cstdlib>

namespace handvest::structure {
namespace {

int last_number(const std::string& number) {
  const auto dot = number.rfind('.');
  return std::atoi(number.c_str() + (dot == std::string::npos ? 0 : dot + 1));
}

/// A run of sections whose numbers rise.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  int first = 0;
  int last = 0;
};

std::vector<Run> rising_runs(const std::vector<Section>& sections) {
  std::vector<Run> runs(1);
  std::size_t unnumbered = 0;  // begin of the sections without number that await one
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const int number = last_number(sections[i].number);
    if (number == 0) continue;
    if (runs.back().first != 0 && number < runs.back().last) {
      runs.back().end = unnumbered;
      runs.push_back({unnumbered, 0, 0, 0});
    }
    if (runs.back().first == 0) runs.back().first = number;
    runs.back().last = number;
    unnumbered = i + 1;
  }
  runs.back().end = sections.size();
  return runs;
}

bool overlap(const std::vector<Run>& runs) {
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (runs[i].first <= runs[i - 1].last) return true;
  }
  return false;
}

void set_order(std::vector<Section>& sections, std::vector<Run> runs,
               std::vector<Warning>& warnings) {
  const Span place = sections[runs[1].begin].heading_span;
  std::stable_sort(runs.begin(), runs.end(),
                   [](const Run& a, const Run& b) { return a.first < b.first; });
  // Runs that tell the same numbers twice have no one order.
  if (overlap(runs)) return;
  int order = 0;
  for (const auto& run : runs) {
    for (std::size_t i = run.begin; i < run.end; ++i) sections[i].order = ++order;
  }
  warnings.push_back({"scrambled-order",
                      "The numbers of the sections go back here: the pages are in another order "
                      "than the numbers say.",
                      place});
}

void warn_of_gaps(const std::vector<Section>& sections, const std::vector<Run>& runs,
                  std::vector<Warning>& warnings) {
  for (const auto& run : runs) {
    int before = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const int number = last_number(sections[i].number);
      if (number == 0) continue;
      if (before > 0 && number > before + 1) {
        warnings.push_back({"missing-numbers",
                            "Between the sections " + std::to_string(before) + " and " +
                                std::to_string(number) + " no heading was found.",
                            sections[i].heading_span});
      }
      before = number;
    }
  }
}

}  // namespace

void check_order(std::vector<Section>& sections, std::vector<Warning>& warnings) {
  if (sections.empty()) return;
  const auto runs = rising_runs(sections);
  if (runs.size() > 1) set_order(sections, runs, warnings);
  warn_of_gaps(sections, runs, warnings);
  for (auto& section : sections) check_order(section.sections, warnings);
}

}  // namespace handvest::structure
