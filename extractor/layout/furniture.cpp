#include "layout/furniture.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "layout/repeats.hpp"
#include "layout/running_heads.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kEdge = 2;  // lines at the begin and end of a page

// --- page edges -------------------------------------------------------------------------------

std::vector<bool> lines_at_edges(const std::vector<Line>& lines) {
  std::vector<bool> at_edge(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].page_start) continue;
    for (std::size_t k = 0; k < kEdge; ++k) {
      if (i + k < lines.size()) at_edge[i + k] = true;
      if (i > k) at_edge[i - k - 1] = true;
    }
  }
  for (std::size_t k = 0; k < kEdge && k < lines.size(); ++k) {
    at_edge[k] = at_edge[lines.size() - 1 - k] = true;
  }
  return at_edge;
}

void mark_at_edges(const std::vector<Places>& repeats, Lines& found) {
  if (!found.paged) return;
  const std::vector<bool> at_edge = lines_at_edges(found.lines);
  for (const Places& places : repeats) {
    if (places.size() < kLeastRepeats) continue;
    const auto edges = static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(), [&](std::size_t i) { return at_edge[i]; }));
    if (edges < kLeastRepeats || edges * 5 < places.size() * 3) continue;
    for (const std::size_t i : places) {
      if (at_edge[i]) found.lines[i].furniture = true;
    }
  }
}

// --- page numbers and navigation --------------------------------------------------------------

std::optional<int> page_number(std::string_view line, const LayoutRules& rules) {
  constexpr std::size_t kLongestNumber = 30;
  if (rules.page_number == nullptr || line.size() > kLongestNumber) return std::nullopt;
  const auto match = rules.page_number->match_whole(line);
  const auto number = match ? match->group("number") : std::nullopt;
  if (!number) return std::nullopt;
  return std::stoi(std::string(slice(line, *number)));
}

// Lines that count up by one, a page apart.
void mark_page_numbers(std::string_view text, Lines& found, const LayoutRules& rules) {
  constexpr std::size_t kLeastApart = 10;
  struct Last {
    std::size_t line = 0;
    Places run;
  };
  std::unordered_map<int, Last> ending;  // runs by the number they end with
  auto& lines = found.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool apart = lines[i].blanks > 0 || lines[i].page_start;
    const auto number = apart ? page_number(slice(text, lines[i].span), rules) : std::nullopt;
    if (!number) continue;
    Last run{i, {i}};
    const auto before = ending.find(*number - 1);
    if (before != ending.end() &&
        lines[i].number - lines[before->second.line].number >= kLeastApart) {
      run.run = std::move(before->second.run);
      run.run.push_back(i);
      ending.erase(before);
    }
    if (run.run.size() == kLeastRepeats) {
      for (const std::size_t k : run.run) lines[k].furniture = true;
    }
    if (run.run.size() > kLeastRepeats) lines[i].furniture = true;
    ending[*number] = std::move(run);
  }
}

// Lines that are furniture by what they hold, wherever they stand.
void mark_told(std::string_view text, std::vector<Line>& lines, const Rule* rule,
               std::size_t longest) {
  if (rule == nullptr) return;
  const std::array<bool, 256> firsts = rule->first_bytes();
  for (auto& line : lines) {
    if (line.span.size() > longest) continue;
    if (!firsts[static_cast<unsigned char>(text[line.span.begin])]) continue;
    if (rule->pattern.full_match(slice(text, line.span))) line.furniture = true;
  }
}

}  // namespace

void mark_furniture(std::string_view text, Lines& lines, const LayoutRules& rules) {
  const std::vector<Places> repeats = repeated_lines(text, lines.lines);
  mark_at_edges(repeats, lines);
  mark_running_heads(text, repeats, lines, rules);
  mark_page_numbers(text, lines, rules);
  mark_told(text, lines.lines, rules.navigation, 1000);
  mark_told(text, lines.lines, rules.field, 40);
}

}  // namespace handvest::layout
