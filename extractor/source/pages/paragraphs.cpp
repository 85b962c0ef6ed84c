#include "source/pages/paragraphs.hpp"

#include <cmath>
#include <string_view>

#include "source/pages/lines.hpp"
#include "source/pages/words.hpp"

namespace handvest::pages {
namespace {

constexpr double wide_pitch = 1.3;      // of the usual pitch: a gap between paragraphs
constexpr double indent = 0.7;          // in letter heights: a line begins elsewhere
constexpr double other_size = 1.2;      // ratio of letter sizes that sets lines apart
constexpr double ragged = 5;            // in letter heights: how far lines end before the margin
constexpr double blank_width = 0.2;     // in letter heights
constexpr double usual_quantile = 0.3;  // of all pitches: paragraphs of one line do not count

double size_of(const Line& line) {
  const Word& word = line.words[line.words.size() / 2];
  return word.font_size > 0 ? word.font_size : 0;
}

/// Width of what must have fitted on the line above: the first word.
double first_word_width(const Line& line) {
  const Word& word = line.words.front();
  const std::size_t blank = word.text.find(' ');
  if (blank == std::string::npos || word.text.empty()) return word.box.width();
  return word.box.width() * static_cast<double>(blank) / static_cast<double>(word.text.size());
}

bool has_cells(const Line& line) {
  if (line.table > 0) return true;
  for (std::size_t i = 1; i < line.words.size(); ++i)
    if (is_cell_gap(line, i) && !(i == 1 && is_list_mark(line.words[0].text))) return true;
  return false;
}

/// Where the lines of a region end at most. The column's edge, unless the lines themselves show a
/// narrower measure: most of them ending near one place.
double measured_right(const Region& region, double height) {
  std::vector<double> rights;
  for (const Line& line : region.lines) rights.push_back(line.box.right);
  std::sort(rights.begin(), rights.end());
  const double most = rights[rights.size() * 9 / 10];
  const auto near =
      rights.end() - std::lower_bound(rights.begin(), rights.end(), most - ragged * height);
  const bool clustered =
      near >= 4 && static_cast<double>(near) >= 0.6 * static_cast<double>(rights.size());
  if (region.left == region.right) return rights.back();
  return clustered ? std::min(region.right, most + blank_width * height) : region.right;
}

enum class Break { none, line, paragraph };

class ParagraphFinder {
 public:
  ParagraphFinder(const Region& region, const Spacing& spacing)
      : spacing_(spacing),
        height_(spacing.letter_height),
        right_(measured_right(region, spacing.letter_height)) {}

  Break between(const std::vector<Line>& paragraph, const Line& next) const {
    const Line& last = paragraph.back();
    if (last.words.back().hyphen != LineEndHyphen::unknown) return Break::none;
    if (last.table > 0 && last.table == next.table) return Break::line;
    if (set_apart(last, next)) return Break::paragraph;
    if (has_cells(last) || has_cells(next) || has_room_for(last, next)) return Break::line;
    if (begins_item(paragraph, next) || is_indented(paragraph, next)) return Break::line;
    return Break::none;
  }

 private:
  bool set_apart(const Line& last, const Line& next) const {
    if (last.furniture != next.furniture) return true;
    const double line_height = std::max(height_, std::min(last.box.height(), next.box.height()));
    // A row of a table may be several printed lines high.
    const bool row = last.table > 0 || next.table > 0;
    const double pitch =
        row ? next.box.top - last.box.bottom + line_height : next.box.middle() - last.box.middle();
    if (pitch > wide_pitch * spacing_.pitch * line_height || pitch < 0) return true;
    const double a = size_of(last), b = size_of(next);
    return a > 0 && b > 0 && std::max(a, b) > other_size * std::min(a, b);
  }

  bool has_room_for(const Line& last, const Line& next) const {
    if (ends_with_hyphen(last.words.back().text) && begins_small(next.words.front().text))
      return false;
    const double room = right_ - last.box.right;
    return room > first_word_width(next) + 2 * blank_width * height_;
  }

  /// A list mark begins an item unless it may as well be a number or dash within a sentence.
  bool begins_item(const std::vector<Line>& paragraph, const Line& next) const {
    if (!is_list_mark(next.words.front().text) || next.words.size() < 2) return false;
    const Line& last = paragraph.back();
    return is_bullet(next.words.front().text) || ends_sentence(last.words.back().text) ||
           is_list_mark(paragraph.front().words.front().text) ||
           std::abs(next.box.left - last.box.left) > indent * height_;
  }

  /// Lines of a paragraph begin at one place but for its first, which may hang or be indented.
  bool is_indented(const std::vector<Line>& paragraph, const Line& next) const {
    const double shift = next.box.left - paragraph.back().box.left;
    if (std::abs(shift) < indent * height_) return false;
    if (paragraph.size() > 1) return true;
    const Line& first = paragraph.front();
    if (shift < 0) return is_list_mark(first.words.front().text);
    const bool hangs = is_list_mark(first.words.front().text) && first.words.size() > 1;
    return !hangs || next.box.left > first.words[1].box.left + indent * height_;
  }

  Spacing spacing_;
  double height_;
  double right_;
};

}  // namespace

Spacing measure_spacing(const std::vector<PageContent>& pages) {
  std::vector<double> heights, pitches;
  for (const PageContent& page : pages) {
    for (const Region& region : page.regions) {
      for (std::size_t i = 0; i < region.lines.size(); ++i) {
        const Box& box = region.lines[i].box;
        if (box.height() <= 0) continue;
        heights.push_back(box.height());
        if (i == 0) continue;
        const double pitch = (box.middle() - region.lines[i - 1].box.middle()) / box.height();
        if (pitch > 0.5 && pitch < 4) pitches.push_back(pitch);
      }
    }
  }
  Spacing spacing;
  std::sort(heights.begin(), heights.end());
  std::sort(pitches.begin(), pitches.end());
  if (!heights.empty()) spacing.letter_height = heights[heights.size() / 2];
  if (!pitches.empty())
    spacing.pitch =
        pitches[static_cast<std::size_t>(usual_quantile * static_cast<double>(pitches.size()))];
  return spacing;
}

std::vector<Paragraph> find_paragraphs(Region& region, const Spacing& spacing) {
  std::vector<Paragraph> paragraphs;
  if (region.lines.empty()) return paragraphs;
  const ParagraphFinder finder(region, spacing);
  for (Line& line : region.lines) {
    const Break before =
        paragraphs.empty() ? Break::paragraph : finder.between(paragraphs.back().lines, line);
    if (before != Break::none) {
      paragraphs.emplace_back();
      paragraphs.back().blank_before = before == Break::paragraph;
    }
    paragraphs.back().lines.push_back(std::move(line));
  }
  region.lines.clear();
  return paragraphs;
}

bool runs_on(const Paragraph& above, const Paragraph& below, double right) {
  const Line& last = above.lines.back();
  const Line& next = below.lines.front();
  if (last.words.back().hyphen != LineEndHyphen::unknown) return true;
  if (last.furniture || next.furniture || has_cells(last) || has_cells(next)) return false;
  const bool full = right - last.box.right < first_word_width(next) + last.box.height();
  return full && !ends_sentence(last.words.back().text) && begins_small(next.words.front().text) &&
         !is_list_mark(next.words.front().text);
}

}  // namespace handvest::pages
