#include "source/pages/columns.hpp"

#include "source/pages/lines.hpp"
#include "source/pages/wide_tables.hpp"

namespace handvest::pages {
namespace {

constexpr int deepest = 6;                // columns within columns
constexpr std::size_t fewest_lines = 4;   // of a column beside another
constexpr double narrowest_gutter = 0.7;  // in letter heights
constexpr double same_edge = 0.1;         // in letter heights: lines begin at one place
constexpr std::size_t words_of_long_line = 4;
constexpr std::size_t fewest_long_lines = 3;

struct Bounds {
  double left, right;
};

using Lines = std::vector<Line>;

/// A white strip: nothing lies in it but the lines that reach over it.
struct Gutter {
  double left = 0, right = 0;
  std::size_t smaller_side = 0;  ///< words of the lines beside it on the side with fewer
};

double median_height(const Lines& lines) {
  std::vector<double> heights;
  for (const Line& line : lines) heights.push_back(line.box.height());
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// The left or right edge of a line.
struct Edge {
  double place;
  std::size_t words;  ///< of the line
};

/// The strip with most words on both sides: the cells of a table are many lines, but few words. A
/// gutter begins where a line ends and ends where the next line begins, so only these pairs are
/// tried.
std::optional<Gutter> best_gutter(const Lines& lines) {
  std::vector<Edge> lefts, rights;
  std::size_t left_words = 0, right_words = 0;
  for (const Line& line : lines) {
    lefts.push_back({line.box.left, line.words.size()});
    rights.push_back({line.box.right, line.words.size()});
    right_words += line.words.size();
  }
  const auto by_place = [](const Edge& a, const Edge& b) { return a.place < b.place; };
  std::sort(lefts.begin(), lefts.end(), by_place);
  std::sort(rights.begin(), rights.end(), by_place);
  const double narrowest = narrowest_gutter * median_height(lines);
  Gutter best;
  std::size_t next = 0;  // the first line that begins right of the strip
  for (std::size_t i = 0; i < rights.size(); ++i) {
    left_words += rights[i].words;
    while (next < lefts.size() && lefts[next].place < rights[i].place)
      right_words -= lefts[next++].words;
    if (next == lefts.size()) break;
    const bool wide = lefts[next].place - rights[i].place >= narrowest;
    if (!wide || std::min(i + 1, lefts.size() - next) < fewest_lines) continue;
    const std::size_t smaller = std::min(left_words, right_words);
    // Of strips with the same smaller side the last one has most words on the other side.
    if (smaller >= best.smaller_side) best = {rights[i].place, lefts[next].place, smaller};
  }
  if (best.smaller_side == 0) return std::nullopt;
  return best;
}

/// Most words of running text stand in lines of several words; those of a table's cells do not.
bool is_running_text(const Lines& lines) {
  if (lines.size() < fewest_lines) return false;
  std::size_t long_lines = 0, words = 0, in_long_lines = 0;
  for (const Line& line : lines) {
    words += line.words.size();
    if (line.words.size() < words_of_long_line) continue;
    ++long_lines;
    in_long_lines += line.words.size();
  }
  return long_lines >= fewest_long_lines && 2 * in_long_lines >= words;
}

/// Part of a page between two lines that reach over the gutter, or such lines themselves.
struct Band {
  Lines left, right, across;
};

bool above(const Line& a, const Line& b) { return a.box.middle() < b.box.middle(); }

/// The line's part in the right column, taken out of it, where a word sticks out into the gutter so
/// far that the lines on both sides of it ran together.
std::optional<Line> take_right_part(Line& line, const Gutter& gutter) {
  auto& words = line.words;
  const auto right = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.box.left >= gutter.right; });
  if (right == words.begin() || right == words.end()) return std::nullopt;
  const double gap = right->box.left - (right - 1)->box.right;
  const double height = line.box.height();
  const bool at_edge = right->box.left - gutter.right < same_edge * height;
  if (!at_edge || gap < narrowest_gutter * height) return std::nullopt;
  std::vector<Word> part(std::make_move_iterator(right), std::make_move_iterator(words.end()));
  words.erase(right, words.end());
  line = line_of(std::move(words));
  return line_of(std::move(part));
}

std::vector<Band> bands_of(Lines lines, const Gutter& gutter) {
  std::stable_sort(lines.begin(), lines.end(), above);
  const auto in_table = cells_of_wide_tables(lines, gutter.left, gutter.right);
  std::vector<Band> bands;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    auto right_part = in_table[i] ? std::nullopt : take_right_part(line, gutter);
    const bool is_left = right_part || line.box.right <= gutter.left;
    const bool is_right = line.box.left >= gutter.right;
    const bool across = in_table[i] || (!is_left && !is_right);
    if (bands.empty() || across != !bands.back().across.empty()) bands.emplace_back();
    Band& band = bands.back();
    (across ? band.across : is_left ? band.left : band.right).push_back(std::move(line));
    if (right_part) band.right.push_back(std::move(*right_part));
  }
  return bands;
}

void append(Lines& lines, Lines& more) {
  std::move(more.begin(), more.end(), std::back_inserter(lines));
  more.clear();
}

class Divider {
 public:
  std::vector<Region> regions;

  void divide(Lines lines, const Bounds& bounds, int depth, bool next_column) {
    if (lines.empty()) return;
    const auto gutter =
        depth < deepest && lines.size() >= 2 * fewest_lines ? best_gutter(lines) : std::nullopt;
    if (!gutter) return add(std::move(lines), bounds, next_column);
    auto bands = bands_of(std::move(lines), *gutter);
    const bool any = std::any_of(bands.begin(), bands.end(), [](const Band& band) {
      return is_running_text(band.left) && is_running_text(band.right);
    });
    Lines whole;  // what is not divided by this gutter
    for (Band& band : bands) {
      if (is_running_text(band.left) && is_running_text(band.right)) {
        divide(std::move(whole), bounds, depth + 1, next_column);
        whole.clear();
        divide(std::move(band.left), {bounds.left, gutter->left}, depth + 1, false);
        divide(std::move(band.right), {gutter->right, bounds.right}, depth + 1, true);
      } else {
        append(whole, band.across);
        append(whole, band.left);
        append(whole, band.right);
      }
    }
    if (any)
      divide(std::move(whole), bounds, depth + 1, false);
    else
      add(std::move(whole), bounds, next_column);
  }

 private:
  void add(Lines lines, const Bounds& bounds, bool next_column) {
    if (lines.empty()) return;
    Region region;
    region.lines = rows_of(std::move(lines));
    region.left = bounds.left;
    region.right = bounds.right;
    region.next_column = next_column;
    regions.push_back(std::move(region));
  }
};

}  // namespace

std::vector<Region> find_columns(std::vector<Line> lines, double left, double right) {
  Divider divider;
  divider.divide(std::move(lines), {left, right}, 0, false);
  return std::move(divider.regions);
}

}  // namespace handvest::pages
