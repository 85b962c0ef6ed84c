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

constexpr std::size_t kMostExceptions = 33;  // of so many lines one may be wider than the others

// Whether no width can be right, as more lines exceed the widest than are exceptions: a text whose
// lines are whole paragraphs is known by its first few hundred, and is measured no further.
bool is_unwrapped(std::string_view text, const Lines& found) {
  const auto total = static_cast<std::size_t>(std::count_if(
      found.lines.begin(), found.lines.end(), [](const Line& line) { return !line.furniture; }));
  std::size_t wider = 0;
  for (const Line& line : found.lines) {
    if (line.furniture || line.span.size() <= kWidest) continue;
    if (length_up_to(slice(text, line.span), kWidest + 1) <= kWidest) continue;
    if (++wider * kMostExceptions > total) return true;
  }
  return false;
}

Measured measure(std::string_view text, const Lines& found) {
  constexpr std::size_t kLimit = 2 * kWidest;
  Measured measured;
  measured.code_points.reserve(found.lines.size());
  measured.bytes.reserve(found.lines.size());
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
    if (count >= least) return longer * kMostExceptions <= total ? length : 0;
    longer += count;
  }
  return 0;
}

// What is known of the text's lines when it is wrapped.
struct Wrapping {
  std::size_t width = 0;  // 0: not wrapped
  bool exact = true;      // every line holds as many words as fit; false: about as many
  const Sizes* sizes = nullptr;

  // Whether the first word of line `next` would not have fitted on line `i`.
  bool full(std::size_t i, std::size_t next) const {
    return (*sizes)[i].line + 1 + (*sizes)[next].first_word > width;
  }
  bool at_least(std::size_t i, std::size_t percent) const {
    return (*sizes)[i].line * 100 >= width * percent;
  }
};

bool adjacent(const Lines& found, std::size_t i) {
  return found.lines[i + 1].blanks == 0 && !found.lines[i].furniture &&
         !found.lines[i + 1].furniture;
}

// In a short text few lines are broken; that none is wider than a screen tells too.
bool fits_screen(const Wrapping& wrapping) {
  constexpr std::size_t kUsualNarrowest = 72;
  constexpr std::size_t kUsualWidest = 80;
  const std::size_t longest =
      std::max_element(wrapping.sizes->begin(), wrapping.sizes->end(), [](auto& a, auto& b) {
        return a.line < b.line;
      })->line;
  return wrapping.width >= kUsualNarrowest && longest <= kUsualWidest;
}

// What the pairs of lines that are surely one sentence say of a width.
struct Pairs {
  std::size_t count = 0;
  std::size_t full = 0;
  std::size_t hyphened = 0;     // words broken on lines that are not full
  std::size_t long_enough = 0;  // for type of unequal width

  void add(const Wrapping& wrapping, std::size_t i, Ending ending) {
    ++count;
    if (wrapping.full(i, i + 1)) {
      ++full;
    } else if (ending == Ending::hyphen) {
      ++hyphened;
    }
    if (wrapping.at_least(i, 70)) ++long_enough;
  }
};

// Judges a width by the pairs of lines that are surely one sentence.
Wrapping judged(std::string_view text, const Lines& found, const Sizes& sizes,
                const LayoutRules& rules) {
  Wrapping wrapping{right_edge(found, sizes), true, &sizes};
  if (wrapping.width < kNarrowest || wrapping.width > kWidest) return {};
  Pairs pairs;
  for (std::size_t i = 0; i + 1 < found.lines.size(); ++i) {
    const std::string_view next = slice(text, found.lines[i + 1].span);
    if (!adjacent(found, i) || beginning_of(next) != Beginning::lower || marker_of(next, rules)) {
      continue;
    }
    pairs.add(wrapping, i, ending_of(slice(text, found.lines[i].span), rules));
  }
  const bool many = pairs.count >= kLeastPairs && pairs.count * 20 >= found.lines.size();
  wrapping.exact = pairs.full * 10 >= pairs.count * 7;
  const bool told = many && (wrapping.exact || pairs.long_enough * 10 >= pairs.count * 8);
  const bool on_screen =
      pairs.full > 0 && pairs.full + pairs.hyphened == pairs.count && fits_screen(wrapping);
  return told || on_screen ? wrapping : Wrapping{};
}

std::size_t full_lines(const Lines& found, const Wrapping& wrapping) {
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < found.lines.size() && wrapping.width > 0; ++i) {
    if (adjacent(found, i) && wrapping.full(i, i + 1)) ++full;
  }
  return full;
}

// --- whether one line goes on in the next -----------------------------------------------------

// What is known of the paragraph or list item that the lines so far belong to.
struct Open {
  Marker marker;
  bool tab = false;
  std::size_t tabs = 0;    // of all its lines, those at its ends included
  std::size_t dashes = 0;  // between blanks, so that one may be the first of a pair
};

std::size_t spaced_dashes(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = line.find(" - "); at != std::string_view::npos;
       at = line.find(" - ", at + 2)) {
    ++count;
  }
  return count;
}

// A mark at the begin of the next line may be a dash or a number in mid sentence.
bool marker_in_sentence(const Open& open, const Marker& marker, std::string_view next,
                        Ending ending) {
  if (marker.kind == MarkerKind::footnote || marker.kind == MarkerKind::multilevel) return false;
  if (ending == Ending::closed || ending == Ending::colon) return false;
  const bool same_list = open.marker && open.marker.style == marker.style;
  if (marker.kind == MarkerKind::bullet) {
    const bool pair = open.dashes % 2 == 1;
    return (!same_list || pair) && beginning_of(next.substr(marker.text_begin)) != Beginning::upper;
  }
  return !same_list || marker.ordinal != open.marker.ordinal + 1;
}

class Unwrapper {
 public:
  Unwrapper(std::string_view text, const Lines& lines, const Wrapping& wrapping,
            const LayoutRules& rules)
      : text_(text), lines_(lines), wrapping_(wrapping), rules_(rules) {}

  std::vector<bool> continued() {
    std::vector<bool> result(lines_.lines.size(), false);
    Open open;
    for (std::size_t i = next_text(0); i < lines_.lines.size();) {
      const std::string_view line = line_at(i);
      if (!result[i]) open = {marker_of(line, rules_), has_inner_tab(line), 0, 0};
      open.tabs += tabs_at(i);
      open.dashes += spaced_dashes(line.substr(0, 2 * kWidest));
      const std::size_t next = next_text(i + 1);
      if (next < lines_.lines.size()) {
        result[next] = no_blanks(i, next) && !lines_.lines[next].page_start &&
                       goes_on(open, i, next, result[i]);
      }
      i = next;
    }
    return result;
  }

 private:
  std::string_view line_at(std::size_t i) const { return slice(text_, lines_.lines[i].span); }

  std::size_t tabs_at(std::size_t i) const {
    const std::string_view raw = slice(text_, lines_.lines[i].raw);
    return static_cast<std::size_t>(std::count(raw.begin(), raw.end(), '\t'));
  }

  // Whether the line brings the row so far to the number of cells that the row under it has.
  bool ends_row(const Open& open, std::size_t i) const {
    if (i + 1 == lines_.lines.size() || !adjacent(lines_, i)) return false;
    const std::size_t tabs = tabs_at(i);
    return open.tabs > 0 && tabs > 0 && open.tabs + tabs == tabs_at(i + 1);
  }

  // The first line from `i` that is no furniture.
  std::size_t next_text(std::size_t i) const {
    while (i < lines_.lines.size() && lines_.lines[i].furniture) ++i;
    return i;
  }

  bool no_blanks(std::size_t i, std::size_t next) const {
    while (++i < next && lines_.lines[i].blanks == 0) {
    }
    return i == next && lines_.lines[next].blanks == 0;
  }

  bool goes_on(const Open& open, std::size_t i, std::size_t following, bool within) const {
    const std::string_view next = line_at(following);
    const Ending ending = ending_of(line_at(i), rules_);
    const Beginning beginning = beginning_of(next);
    const bool full = wrapping_.full(i, following);
    if (wrapping_.at_least(i, 60) && ends_row(open, following)) return true;
    if (open.tab && !full) return false;
    if (has_inner_tab(next) && !(open.tab && beginning == Beginning::lower)) return false;
    const Marker marker = marker_of(next, rules_);
    if (marker && !(full && marker_in_sentence(open, marker, next, ending))) return false;
    if (!within && ending == Ending::colon && beginning == Beginning::upper &&
        announces(line_at(i), next)) {
      return false;
    }
    const bool sentence_open = ending != Ending::closed && ending != Ending::colon;
    return wrapping_.exact ? full || breaks_early(i, within, sentence_open, beginning)
                           : about_full(i, sentence_open, beginning);
  }

  // A line of its own that announces what stands under it; not a colon within brackets or before a
  // quotation.
  static bool announces(std::string_view line, std::string_view next) {
    const bool in_brackets =
        line.find_last_of("()") != std::string_view::npos && line[line.find_last_of("()")] == '(';
    return !in_brackets && is_letter(code_point_at(next, 0).value);
  }

  // A converter may have counted characters that are not there any more.
  bool breaks_early(std::size_t i, bool within, bool sentence_open, Beginning beginning) const {
    return beginning == Beginning::lower && sentence_open &&
           wrapping_.at_least(i, within ? 60 : 85);
  }

  // Lines of type of unequal width are of about one length.
  bool about_full(std::size_t i, bool sentence_open, Beginning beginning) const {
    return wrapping_.at_least(i, 70) &&
           (beginning == Beginning::lower || sentence_open || wrapping_.at_least(i, 85));
  }

  std::string_view text_;
  const Lines& lines_;
  const Wrapping& wrapping_;
  const LayoutRules& rules_;
};

// --- text cut without regard to words ---------------------------------------------------------

std::vector<std::size_t> whole_lengths(std::string_view text, const Lines& found) {
  std::vector<std::size_t> lengths;
  lengths.reserve(found.lines.size());
  for (const Line& line : found.lines) {
    lengths.push_back(length_up_to(slice(text, line.raw), 2 * kWidest));
  }
  return lengths;
}

// The one length of all lines but the last of each paragraph; 0 when there is none.
std::size_t cut_width(const Lines& found, const std::vector<std::size_t>& lengths) {
  constexpr std::size_t kLeastLines = 5;
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (!found.lines[i].furniture) ++counts[lengths[i]];
  }
  if (counts.empty()) return 0;
  const auto [width, count] = *counts.rbegin();
  const auto shorter = [&, width = width](std::size_t by) {
    const auto entry = counts.find(width - by);
    return entry == counts.end() ? 0 : entry->second;
  };
  if (width < kNarrowest || width > kWidest || count < kLeastLines) return 0;
  return count >= 3 * (shorter(1) + shorter(2)) ? width : 0;
}

// Whether lines of full length end within words: those of a text that happens to have lines of one
// length end between them.
bool cuts_words(std::string_view text, const Lines& found, const std::vector<std::size_t>& lengths,
                std::size_t width) {
  std::size_t full = 0;
  std::size_t within = 0;
  for (std::size_t i = 0; i + 1 < lengths.size(); ++i) {
    if (lengths[i] != width || !adjacent(found, i)) continue;
    const Line& line = found.lines[i];
    const Line& next = found.lines[i + 1];
    ++full;
    if (line.span.end == line.raw.end && next.span.begin == next.raw.begin &&
        is_letter(code_point_before(text, line.span.end).value) &&
        is_lower(code_point_at(text, next.span.begin).value)) {
      ++within;
    }
  }
  return within * 2 >= full && full > 0;
}

// A line that happens to be full and ends a sentence, before a list item.
bool ends_before_item(std::string_view line, std::string_view next, const LayoutRules& rules) {
  return marker_of(next, rules) && ending_of(line, rules) == Ending::closed;
}

std::vector<bool> cut_lines(std::string_view text, const Lines& found, const LayoutRules& rules) {
  const std::vector<std::size_t> lengths = whole_lengths(text, found);
  const std::size_t width = cut_width(found, lengths);
  std::vector<bool> result(lengths.size(), false);
  if (width == 0 || !cuts_words(text, found, lengths, width)) return {};
  for (std::size_t i = 0; i + 1 < lengths.size(); ++i) {
    result[i + 1] = lengths[i] == width && adjacent(found, i) &&
                    !ends_before_item(slice(text, found.lines[i].span),
                                      slice(text, found.lines[i + 1].span), rules);
  }
  return result;
}

}  // namespace

Wrapped wrapped_lines(std::string_view text, const Lines& lines, const LayoutRules& rules) {
  if (is_unwrapped(text, lines)) return {std::vector<bool>(lines.lines.size(), false), false};
  std::vector<bool> cut = cut_lines(text, lines, rules);
  if (!cut.empty()) return {std::move(cut), true};
  const Measured measured = measure(text, lines);
  const std::array<Wrapping, 2> candidates = {judged(text, lines, measured.code_points, rules),
                                              judged(text, lines, measured.bytes, rules)};
  const std::size_t by_code_points = full_lines(lines, candidates[0]);
  const std::size_t by_bytes = full_lines(lines, candidates[1]);
  const Wrapping& best = candidates[by_bytes > by_code_points ? 1 : 0];
  if (best.width == 0) return {std::vector<bool>(lines.lines.size(), false), false};
  return {Unwrapper(text, lines, best, rules).continued(), false};
}

}  // namespace handvest::layout
