#include "layout/running_heads.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "layout/markers.hpp"
#include "layout/sentences.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kShortestPage = 20;  // lines
constexpr std::size_t kMostHeads = 4;      // lines that one page repeats

// --- what heads interrupt ---------------------------------------------------------------------

using Candidates = std::vector<bool>;  // for each line

std::size_t tabs_of(std::string_view text, const Line& line) {
  if (!line.tab) return 0;
  const std::string_view raw = slice(text, line.raw);
  return static_cast<std::size_t>(std::count(raw.begin(), raw.end(), '\t'));
}

// An office with a name, as in the head of an agreement: lines of their own, though one sentence.
bool goes_on(std::string_view line) { return line.back() == ',' || line.back() == ';'; }

/// Tells whether what stands around candidates belongs together.
class Interruptions {
 public:
  Interruptions(std::string_view text, const std::vector<Line>& lines, const LayoutRules& rules)
      : text_(text), lines_(lines), rules_(rules) {}

  // Whether the candidate at `i`, with those around it, stands between the halves of one sentence
  // or the rows of one table.
  bool at(const Candidates& candidate, std::size_t i) const {
    const auto passed = [&](std::size_t k) { return candidate[k] || lines_[k].furniture; };
    std::size_t before = i;
    while (before > 0 && i - before < kMostHeads && (passed(before) || is_note(before))) --before;
    std::size_t after = i;
    while (after + 1 < lines_.size() && after - i < kMostHeads && passed(after)) ++after;
    if (passed(before) || passed(after)) return false;
    return parts_sentence(before, after) || in_table(before, i, after);
  }

  std::size_t count(const Candidates& candidate, const Places& places) const {
    return static_cast<std::size_t>(std::count_if(places.begin(), places.end(), [&](std::size_t i) {
      return candidate[i] && at(candidate, i);
    }));
  }

  bool any(const Candidates& candidate, const Places& places) const {
    return std::any_of(places.begin(), places.end(),
                       [&](std::size_t i) { return candidate[i] && at(candidate, i); });
  }

 private:
  bool parts_sentence(std::size_t before, std::size_t after) const {
    const std::size_t first = first_up_to(before);
    const Span half{lines_[first].span.begin, lines_[before].span.end};
    return halves_of_one_sentence(slice(text_, half), slice(text_, lines_[after].span), rules_) &&
           !begins_small(first) && !goes_on(slice(text_, lines_[before].span));
  }

  // Items without marks that all begin with a small letter are no halves of sentences.
  bool begins_small(std::size_t i) const {
    if (!begins_paragraph(i)) return false;
    const std::string_view line = slice(text_, lines_[i].span);
    return beginning_of(line.substr(marker_of(line, rules_).text_begin)) == Beginning::lower;
  }

  // A footnote belongs to the page end.
  bool is_note(std::size_t i) const {
    int value = 0;
    return raised_number_at(slice(text_, lines_[i].span), 0, value) > 0;
  }

  bool begins_paragraph(std::size_t i) const {
    return i == 0 || lines_[i].blanks > 0 || lines_[i - 1].furniture;
  }

  // The first of the line and those before it in its paragraph, as far as a sentence may reach:
  // hard line ends make the last line of a half as short as they like.
  std::size_t first_up_to(std::size_t i) const {
    constexpr std::size_t kEnough = 160;  // bytes
    const std::size_t end = lines_[i].span.end;
    while (!begins_paragraph(i) && end - lines_[i].span.begin < kEnough) --i;
    return i;
  }

  // Between two rows of one table; what has as many cells is a row like them.
  bool in_table(std::size_t before, std::size_t i, std::size_t after) const {
    const std::size_t tabs = tabs_of(text_, lines_[before]);
    return tabs > 0 && tabs == tabs_of(text_, lines_[after]) && tabs != tabs_of(text_, lines_[i]);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const LayoutRules& rules_;
};

Candidates candidates_at(const Places& places, std::size_t lines) {
  Candidates candidate(lines, false);
  for (const std::size_t i : places) candidate[i] = true;
  return candidate;
}

void mark(const Places& places, std::vector<Line>& lines) {
  for (const std::size_t i : places) lines[i].furniture = true;
}

// --- constant distance ------------------------------------------------------------------------

std::vector<std::size_t> gaps_of(const std::vector<Line>& lines, const Places& places) {
  std::vector<std::size_t> gaps;
  for (std::size_t i = 1; i < places.size(); ++i) {
    gaps.push_back(lines[places[i]].number - lines[places[i - 1]].number);
  }
  return gaps;
}

// The distance in lines at which nearly all repeats follow each other; 0 when there is none.
std::size_t period_of(const std::vector<Line>& lines, const Places& places) {
  const std::vector<std::size_t> gaps = gaps_of(lines, places);
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

bool parted_after(const std::vector<Line>& lines, std::size_t i) {
  return i + 1 == lines.size() || lines[i + 1].blanks > 0;
}
bool parted_before(const std::vector<Line>& lines, std::size_t i) {
  return i == 0 || lines[i].blanks > 0;
}

// A label stands in the same way each time; a line that a page end puts somewhere does not.
bool stands_anyhow(const std::vector<Line>& lines, const Places& places) {
  const auto looks = [&](std::size_t i) {
    return std::pair(parted_before(lines, i), parted_after(lines, i));
  };
  return std::any_of(places.begin(), places.end(),
                     [&](std::size_t i) { return looks(i) != looks(places.front()); });
}

bool set_apart(const std::vector<Line>& lines, const Places& places) {
  return std::all_of(places.begin(), places.end(), [&](std::size_t i) {
    return parted_before(lines, i) && parted_after(lines, i);
  });
}

// From the first page to the last, always at the same distance: no label keeps to that.
bool on_every_page(const std::vector<Line>& lines, const Places& places, std::size_t period) {
  const std::vector<std::size_t> gaps = gaps_of(lines, places);
  const bool exact =
      std::all_of(gaps.begin(), gaps.end(), [&](std::size_t gap) { return gap == period; });
  return exact && set_apart(lines, places) && lines[places.front()].number <= period + 1 &&
         lines.back().number <= lines[places.back()].number + period;
}

// A text whose parts are of one length, or that repeats itself, has many lines of one period; pages
// repeat few.
void mark_periodic(const Interruptions& interruptions, const std::vector<Places>& repeats,
                   std::vector<Line>& lines) {
  constexpr std::size_t kManyRepeats = 5;
  std::map<std::size_t, std::vector<const Places*>> by_period;
  for (const Places& places : repeats) {
    if (places.size() < kLeastRepeats) continue;
    if (const std::size_t period = period_of(lines, places)) by_period[period].push_back(&places);
  }
  for (const auto& [period, heads] : by_period) {
    if (heads.size() > kMostHeads) continue;
    for (const Places* places : heads) {
      const bool alone = heads.size() == 1 &&
                         (places->size() >= kManyRepeats || on_every_page(lines, *places, period));
      if (alone || stands_anyhow(lines, *places) ||
          interruptions.any(candidates_at(*places, lines.size()), *places)) {
        mark(*places, lines);
      }
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

// --- page ends told by blank lines and by what they interrupt ---------------------------------

bool among_blanks(const Lines& found, std::size_t i) {
  return found.wide_gap(found.lines[i].blanks);
}

Candidates blank_surrounded(const std::vector<Places>& repeats, const Lines& found) {
  Candidates candidate(found.lines.size(), false);
  for (const Places& places : repeats) {
    const auto wide = static_cast<std::size_t>(std::count_if(
        places.begin(), places.end(), [&](std::size_t i) { return among_blanks(found, i); }));
    if (wide < kLeastRepeats || wide * 5 < places.size() * 4) continue;
    for (const std::size_t i : places) candidate[i] = among_blanks(found, i);
  }
  return candidate;
}

void mark_among_blanks(const Interruptions& interruptions, const std::vector<Places>& repeats,
                       Lines& found) {
  const Candidates candidate = blank_surrounded(repeats, found);
  for (const Places& places : repeats) {
    if (!interruptions.any(candidate, places)) continue;
    for (const std::size_t i : places) {
      if (candidate[i]) found.lines[i].furniture = true;
    }
  }
}

// Lines that always stand alone, and most often in the midst of something. A label without a full
// stop before it does so by chance, but not every third time.
void mark_interrupting(std::string_view text, const Interruptions& interruptions,
                       const std::vector<Places>& repeats, std::vector<Line>& lines) {
  Candidates candidate(lines.size(), false);
  for (const Places& places : repeats) {
    if (!set_apart(lines, places) || goes_on(slice(text, lines[places.front()].span))) continue;
    for (const std::size_t i : places) candidate[i] = true;
  }
  for (const Places& places : repeats) {
    if (!candidate[places.front()]) continue;
    const std::size_t count = interruptions.count(candidate, places);
    const bool often = count >= 2 && count * 2 >= places.size();
    const bool enough = places.size() >= kLeastRepeats && count * 3 >= places.size();
    if (often || enough) mark(places, lines);
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

}  // namespace

void mark_running_heads(std::string_view text, const std::vector<Places>& repeats, Lines& found,
                        const LayoutRules& rules) {
  const Interruptions interruptions(text, found.lines, rules);
  mark_periodic(interruptions, repeats, found.lines);
  pass_on_blanks(found.lines);
  mark_among_blanks(interruptions, repeats, found);
  mark_interrupting(text, interruptions, repeats, found.lines);
  mark_rare_partners(text, found);
}

}  // namespace handvest::layout
