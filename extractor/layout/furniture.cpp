#include "layout/furniture.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "layout/sentences.hpp"
#include "text/code_points.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongest = 160;      // bytes of a running head
constexpr std::size_t kLeastRepeats = 3;   // times that something is printed to be on every page
constexpr std::size_t kShortestPage = 20;  // lines
constexpr std::size_t kEdge = 2;           // lines at the begin and end of a page
constexpr std::size_t kMostHeads = 4;      // lines that one page repeats

using Places = std::vector<std::size_t>;  // indexes into Lines::lines
using Repeats = std::unordered_map<std::string, Places>;

// Running heads differ from page to page in their figures only.
std::string without_figures(std::string_view line) {
  std::string key;
  for (const char c : line) {
    const bool digit = is_digit(static_cast<unsigned char>(c));
    if (!digit) key += c;
    if (digit && (key.empty() || key.back() != '#')) key += '#';
  }
  return key;
}

bool has_letter_or_figure(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

Repeats repeated_lines(std::string_view text, const std::vector<Line>& lines) {
  Repeats repeats;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i].span);
    if (line.size() <= kLongest && has_letter_or_figure(line)) {
      repeats[without_figures(line)].push_back(i);
    }
  }
  std::erase_if(repeats, [](const auto& entry) { return entry.second.size() < kLeastRepeats; });
  return repeats;
}

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

void mark_at_edges(const Repeats& repeats, Lines& found) {
  if (!found.paged) return;
  const std::vector<bool> at_edge = lines_at_edges(found.lines);
  for (const auto& [key, places] : repeats) {
    const auto edges = static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(), [&](std::size_t i) { return at_edge[i]; }));
    if (edges < kLeastRepeats || edges * 5 < places.size() * 3) continue;
    for (const std::size_t i : places) {
      if (at_edge[i]) found.lines[i].furniture = true;
    }
  }
}

// --- broken sentences -------------------------------------------------------------------------

// Whether the lines around the candidates at `i` are the halves of one sentence.
bool breaks_sentence(std::string_view text, const std::vector<Line>& lines,
                     const std::vector<bool>& candidate, std::size_t i, const LayoutRules& rules) {
  std::size_t before = i;
  while (before > 0 && i - before < kMostHeads && candidate[before]) --before;
  std::size_t after = i;
  while (after + 1 < lines.size() && after - i < kMostHeads && candidate[after]) ++after;
  if (candidate[before] || candidate[after]) return false;
  return halves_of_one_sentence(slice(text, lines[before].span), slice(text, lines[after].span),
                                rules);
}

bool breaks_any_sentence(std::string_view text, const std::vector<Line>& lines,
                         const std::vector<bool>& candidate, const Places& places,
                         const LayoutRules& rules) {
  return std::any_of(places.begin(), places.end(), [&](std::size_t i) {
    return candidate[i] && breaks_sentence(text, lines, candidate, i, rules);
  });
}

// --- constant distance ------------------------------------------------------------------------

// The distance in lines at which nearly all repeats follow each other; 0 when there is none.
std::size_t period_of(const std::vector<Line>& lines, const Places& places) {
  std::vector<std::size_t> gaps;
  for (std::size_t i = 1; i < places.size(); ++i) {
    gaps.push_back(lines[places[i]].number - lines[places[i - 1]].number);
  }
  std::vector<std::size_t> sorted = gaps;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  const std::size_t median = *middle;
  const std::size_t slack = places.size() > kLeastRepeats ? 1 : 0;
  const auto near = std::count_if(gaps.begin(), gaps.end(), [&](std::size_t gap) {
    return gap + slack >= median && gap <= median + slack;
  });
  const bool regular = static_cast<std::size_t>(near) * 10 >= gaps.size() * 9;
  return regular && median >= kShortestPage ? median : 0;
}

// A label stands in the same way each time; a line that a page end puts somewhere does not.
bool stands_anyhow(const std::vector<Line>& lines, const Places& places) {
  const auto looks = [&](std::size_t i) {
    const bool after = i + 1 < lines.size() && lines[i + 1].blanks > 0;
    return std::pair(i == 0 || lines[i].blanks > 0, after);
  };
  return std::any_of(places.begin(), places.end(),
                     [&](std::size_t i) { return looks(i) != looks(places.front()); });
}

// A text whose parts are of one length, or that repeats itself, has many lines of one period; pages
// repeat few.
void mark_periodic(std::string_view text, const Repeats& repeats, std::vector<Line>& lines,
                   const LayoutRules& rules) {
  constexpr std::size_t kManyRepeats = 5;
  std::map<std::size_t, std::vector<const Places*>> by_period;
  for (const auto& [key, places] : repeats) {
    if (const std::size_t period = period_of(lines, places)) by_period[period].push_back(&places);
  }
  for (const auto& [period, heads] : by_period) {
    if (heads.size() > kMostHeads) continue;
    for (const Places* places : heads) {
      std::vector<bool> candidate(lines.size(), false);
      for (const std::size_t i : *places) candidate[i] = true;
      const bool alone = heads.size() == 1 && places->size() >= kManyRepeats;
      if (!alone && !stands_anyhow(lines, *places) &&
          !breaks_any_sentence(text, lines, candidate, *places, rules)) {
        continue;
      }
      for (const std::size_t i : *places) lines[i].furniture = true;
    }
  }
}

// Blank lines before a line that is found to be furniture part what stands around it.
void pass_on_blanks(std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].furniture) continue;
    lines[i + 1].blanks += lines[i].blanks;
    lines[i].blanks = 0;
  }
}

// --- page ends told by blank lines and broken sentences ---------------------------------------

bool among_blanks(const Lines& found, std::size_t i) {
  return found.wide_gap(found.lines[i].blanks);
}

std::vector<bool> blank_surrounded(const Repeats& repeats, const Lines& found) {
  std::vector<bool> candidate(found.lines.size(), false);
  for (const auto& [key, places] : repeats) {
    const auto wide = static_cast<std::size_t>(std::count_if(
        places.begin(), places.end(), [&](std::size_t i) { return among_blanks(found, i); }));
    if (wide < kLeastRepeats || wide * 5 < places.size() * 4) continue;
    for (const std::size_t i : places) candidate[i] = among_blanks(found, i);
  }
  return candidate;
}

void mark_among_blanks(std::string_view text, const Repeats& repeats, Lines& found,
                       const LayoutRules& rules) {
  const std::vector<bool> candidate = blank_surrounded(repeats, found);
  for (const auto& [key, places] : repeats) {
    if (!breaks_any_sentence(text, found.lines, candidate, places, rules)) continue;
    for (const std::size_t i : places) {
      if (candidate[i]) found.lines[i].furniture = true;
    }
  }
}

// --- heads of which a part differs ------------------------------------------------------------

std::string first_word(std::string_view line) {
  std::string word;
  for (const char c : line.substr(0, line.find_first_of(" \t"))) {
    word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return word;
}

// The line or lines before furniture, set apart on both sides as at a page end.
std::optional<std::size_t> partner_of(const Lines& found, std::size_t i) {
  if (i == 0 || !found.wide_gap(found.lines[i].blanks)) return std::nullopt;
  std::size_t first = i - 1;
  while (first > 0 && found.lines[first].blanks == 0 && i - first < kMostHeads) --first;
  if (!found.wide_gap(found.lines[first].blanks)) return std::nullopt;
  return first;
}

// Two-part heads such as 'Gemeente X' over a name that stays: the part that stands only once is
// known by its place and its first word.
void mark_rare_partners(std::string_view text, Lines& found) {
  auto& lines = found.lines;
  std::map<std::string, std::size_t> partners;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto first = lines[i].furniture ? partner_of(found, i) : std::nullopt;
    if (first && lines[*first].furniture) ++partners[first_word(slice(text, lines[*first].span))];
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto first = lines[i].furniture ? partner_of(found, i) : std::nullopt;
    if (!first || lines[*first].furniture) continue;
    const auto known = partners.find(first_word(slice(text, lines[*first].span)));
    if (known == partners.end() || known->second < kLeastRepeats) continue;
    for (std::size_t k = *first; k < i; ++k) lines[k].furniture = true;
  }
}

// --- page numbers and navigation --------------------------------------------------------------

std::optional<int> page_number(std::string_view line, const LayoutRules& rules) {
  constexpr std::size_t kLongestNumber = 30;
  if (rules.page_number == nullptr || line.size() > kLongestNumber) return std::nullopt;
  const auto match = rules.page_number->pattern.full_match(line);
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

void mark_navigation(std::string_view text, std::vector<Line>& lines, const LayoutRules& rules) {
  constexpr std::size_t kLongestLine = 1000;
  if (rules.navigation == nullptr) return;
  for (auto& line : lines) {
    if (text[line.span.begin] != '[' || line.span.size() > kLongestLine) continue;
    if (rules.navigation->pattern.full_match(slice(text, line.span))) line.furniture = true;
  }
}

}  // namespace

void mark_furniture(std::string_view text, Lines& lines, const LayoutRules& rules) {
  const Repeats repeats = repeated_lines(text, lines.lines);
  mark_at_edges(repeats, lines);
  mark_periodic(text, repeats, lines.lines, rules);
  pass_on_blanks(lines.lines);
  mark_among_blanks(text, repeats, lines, rules);
  mark_rare_partners(text, lines);
  mark_page_numbers(text, lines, rules);
  mark_navigation(text, lines.lines, rules);
}

}  // namespace handvest::layout
