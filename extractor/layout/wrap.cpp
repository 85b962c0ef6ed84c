#include "layout/wrap.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "layout/markers.hpp"
#include "layout/sentences.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 160;
constexpr std::size_t kLeastPairs = 3;

// Widths are counted in code points or, as some old converters do, in bytes.
struct Size {
  std::size_t line = 0;        // of the whole line with its indent
  std::size_t first_word = 0;  // of its first word
};
using Sizes = std::vector<Size>;

struct Measured {
  Sizes code_points;
  Sizes bytes;
};

std::string_view first_word(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t"));
}

Measured measure(std::string_view text, const Lines& found) {
  constexpr std::size_t kLimit = 2 * kWidest;
  Measured measured;
  for (const Line& line : found.lines) {
    const std::string_view whole = slice(text, line.span);
    const std::string_view word = first_word(whole.substr(0, 2 * kLimit));
    measured.code_points.push_back(
        {line.indent + length_up_to(whole, kLimit), length_up_to(word, kLimit)});
    measured.bytes.push_back({line.indent + std::min(whole.size(), kLimit), word.size()});
  }
  return measured;
}

bool has_inner_tab(std::string_view line) {
  return line.substr(0, 4 * kWidest).find('\t') != std::string_view::npos;
}

// The greatest length that is no exception.
std::size_t right_edge(const Lines& found, const Sizes& sizes) {
  std::map<std::size_t, std::size_t, std::greater<>> counts;
  std::size_t total = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (found.lines[i].furniture) continue;
    ++counts[sizes[i].line];
    ++total;
  }
  const std::size_t least = std::max<std::size_t>(1, total / 400);
  std::size_t longer = 0;
  for (const auto& [length, count] : counts) {
    if (count >= least) return longer * 33 <= total ? length : 0;
    longer += count;
  }
  return 0;
}

// What is known of the text's lines when it is wrapped.
struct Wrapping {
  std::size_t width = 0;  // 0: not wrapped
  bool exact = true;      // every line holds as many words as fit; false: about as many
  const Sizes* sizes = nullptr;

  bool full(std::size_t i) const {
    return (*sizes)[i].line + 1 + (*sizes)[i + 1].first_word > width;
  }
  bool at_least(std::size_t i, std::size_t percent) const {
    return (*sizes)[i].line * 100 >= width * percent;
  }
};

bool adjacent(const Lines& found, std::size_t i) {
  return found.lines[i + 1].blanks == 0 && !found.lines[i].furniture &&
         !found.lines[i + 1].furniture;
}

// Judges a width by the pairs of lines that are surely one sentence.
Wrapping judged(std::string_view text, const Lines& found, const Sizes& sizes,
                const LayoutRules& rules) {
  Wrapping wrapping{right_edge(found, sizes), true, &sizes};
  if (wrapping.width < kNarrowest || wrapping.width > kWidest) return {};
  std::size_t pairs = 0;
  std::size_t full = 0;
  std::size_t long_enough = 0;
  for (std::size_t i = 0; i + 1 < found.lines.size(); ++i) {
    const std::string_view next = slice(text, found.lines[i + 1].span);
    if (!adjacent(found, i) || beginning_of(next) != Beginning::lower || marker_of(next, rules)) {
      continue;
    }
    ++pairs;
    if (wrapping.full(i)) ++full;
    if (wrapping.at_least(i, 70)) ++long_enough;
  }
  const bool many = pairs >= kLeastPairs && pairs * 20 >= found.lines.size();
  wrapping.exact = full * 10 >= pairs * 7;
  return many && (wrapping.exact || long_enough * 10 >= pairs * 8) ? wrapping : Wrapping{};
}

std::size_t full_lines(const Lines& found, const Wrapping& wrapping) {
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < found.lines.size() && wrapping.width > 0; ++i) {
    if (adjacent(found, i) && wrapping.full(i)) ++full;
  }
  return full;
}

// --- whether one line goes on in the next -----------------------------------------------------

// What is known of the paragraph or list item that the lines so far belong to.
struct Open {
  Marker marker;
  bool tab = false;
};

// A mark at the begin of the next line may be a dash or a number in mid sentence.
bool marker_in_sentence(const Open& open, const Marker& marker, std::string_view next,
                        Ending ending, bool full) {
  if (!full || marker.kind == MarkerKind::footnote || marker.kind == MarkerKind::multilevel) {
    return false;
  }
  if (ending == Ending::closed || ending == Ending::colon) return false;
  const bool same_list = open.marker && open.marker.style == marker.style;
  if (marker.kind == MarkerKind::bullet) {
    return !same_list && beginning_of(next.substr(marker.text_begin)) != Beginning::upper;
  }
  return !same_list || marker.ordinal != open.marker.ordinal + 1;
}

bool goes_on(const Wrapping& wrapping, std::size_t i, std::string_view line, std::string_view next,
             const LayoutRules& rules) {
  if (wrapping.exact && wrapping.full(i)) return true;
  const Ending ending = ending_of(line, rules);
  const bool sentence_open = ending != Ending::closed && ending != Ending::colon;
  const bool lower = beginning_of(next) == Beginning::lower;
  if (wrapping.exact) return lower && sentence_open && wrapping.at_least(i, 60);
  return wrapping.at_least(i, 70) && (lower || sentence_open || wrapping.at_least(i, 85));
}

std::vector<bool> continued(std::string_view text, const Lines& found, const Wrapping& wrapping,
                            const LayoutRules& rules) {
  std::vector<bool> result(found.lines.size(), false);
  Open open;
  for (std::size_t i = 0; i + 1 < found.lines.size(); ++i) {
    const std::string_view line = slice(text, found.lines[i].span);
    const std::string_view next = slice(text, found.lines[i + 1].span);
    if (!result[i]) open = {marker_of(line, rules), has_inner_tab(line)};
    const bool tab = has_inner_tab(next);
    if (!adjacent(found, i) || found.lines[i + 1].page_start || tab) continue;
    if (open.tab && !wrapping.full(i)) continue;
    const Marker marker = marker_of(next, rules);
    if (marker &&
        !marker_in_sentence(open, marker, next, ending_of(line, rules), wrapping.full(i))) {
      continue;
    }
    result[i + 1] = goes_on(wrapping, i, line, next, rules);
  }
  return result;
}

}  // namespace

std::vector<bool> wrapped_lines(std::string_view text, const Lines& lines,
                                const LayoutRules& rules) {
  const Measured measured = measure(text, lines);
  const std::array<Wrapping, 2> candidates = {judged(text, lines, measured.code_points, rules),
                                              judged(text, lines, measured.bytes, rules)};
  const std::size_t by_code_points = full_lines(lines, candidates[0]);
  const std::size_t by_bytes = full_lines(lines, candidates[1]);
  const Wrapping& best = candidates[by_bytes > by_code_points ? 1 : 0];
  if (best.width == 0) return std::vector<bool>(lines.lines.size(), false);
  return continued(text, lines, best, rules);
}

}  // namespace handvest::layout
