#include "source/pages/columns.hpp"

#include "source/pages/lines.hpp"

namespace handvest::pages {
namespace {

constexpr int deepest = 6;                // columns within columns
constexpr std::size_t fewest_lines = 4;   // of a column beside another
constexpr double narrowest_gutter = 0.7;  // in letter heights
constexpr std::size_t words_of_long_line = 4;
constexpr std::size_t fewest_long_lines = 3;

struct Bounds {
  double left, right;
};

using Lines = std::vector<Line>;

/// A white strip: nothing lies in it but the lines that reach over it.
struct Gutter {
  double left = 0, right = 0;
  std::size_t smaller_side = 0;  ///< lines that lie beside it on the side with fewer
};

double median_height(const Lines& lines) {
  std::vector<double> heights;
  for (const Line& line : lines) heights.push_back(line.box.height());
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// The strip with most lines on both sides. A gutter begins where a line ends and ends where the
/// next line begins, so only these pairs are tried.
std::optional<Gutter> best_gutter(const Lines& lines) {
  std::vector<double> lefts, rights;
  for (const Line& line : lines) {
    lefts.push_back(line.box.left);
    rights.push_back(line.box.right);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  const double narrowest = narrowest_gutter * median_height(lines);
  Gutter best;
  std::size_t next = 0;  // the first line that begins right of the strip
  for (std::size_t i = 0; i < rights.size(); ++i) {
    while (next < lefts.size() && lefts[next] < rights[i]) ++next;
    if (next == lefts.size()) break;
    if (lefts[next] - rights[i] < narrowest) continue;
    const std::size_t smaller = std::min(i + 1, lefts.size() - next);
    // Of strips with the same smaller side the last one has most lines on the other side.
    if (smaller >= best.smaller_side) best = {rights[i], lefts[next], smaller};
  }
  if (best.smaller_side < fewest_lines) return std::nullopt;
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

std::vector<Band> bands_of(Lines lines, const Gutter& gutter) {
  std::stable_sort(lines.begin(), lines.end(), above);
  std::vector<Band> bands;
  for (Line& line : lines) {
    const bool is_left = line.box.right <= gutter.left;
    const bool is_right = line.box.left >= gutter.right;
    const bool across = !is_left && !is_right;
    if (bands.empty() || across != !bands.back().across.empty()) bands.emplace_back();
    Band& band = bands.back();
    (across ? band.across : is_left ? band.left : band.right).push_back(std::move(line));
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
