#include "source/pages/wide_tables.hpp"

#include <cmath>

namespace handvest::pages {
namespace {

constexpr std::size_t fewest_cells = 3;  // of a row
constexpr std::size_t fewest_rows = 2;   // with so many cells
constexpr std::size_t most_between = 4;  // rows with fewer cells between those with many
constexpr std::size_t words_of_long_line = 4;
constexpr double same_line = 0.5;     // share of the height that cells of a row have in common
constexpr double same_height = 0.15;  // in heights of a line: how far the cells of a row differ
constexpr double widest_gap = 1.5;    // between rows, in heights of the upper one
constexpr double set_apart = 0.5;     // white above and below the table, in heights of a line

/// Lines at one height.
struct Row {
  std::size_t begin, end;  ///< of the lines
  Box box;
  bool left = false, right = false;  ///< has lines on that side of the gutter
  bool aligned = true;

  std::size_t cells() const { return end - begin; }
  bool shows_table() const { return left && right && aligned && cells() >= fewest_cells; }
};

std::vector<Row> rows_at_one_height(const std::vector<Line>& lines, double left, double right) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& box = lines[i].box;
    const bool same = !rows.empty() && shared_height(lines[rows.back().begin].box, box) > same_line;
    if (!same) rows.push_back({i, i, box});
    Row& row = rows.back();
    row.end = i + 1;
    row.box = united(row.box, box);
    row.left = row.left || box.left < left;
    row.right = row.right || box.right > right;
    const Box& first = lines[row.begin].box;
    row.aligned =
        row.aligned && std::abs(box.middle() - first.middle()) < same_height * first.height();
  }
  return rows;
}

/// Most lines are as long as those of running text: three or more columns of it.
bool are_columns(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
  const auto count = std::count_if(
      first, last, [](const Line& line) { return line.words.size() >= words_of_long_line; });
  return 2 * count >= last - first;
}

double gap(const Row& above, const Row& below) {
  return (below.box.top - above.box.bottom) / above.box.height();
}

/// The end of the table that begins at row `begin`; `begin` when none does.
std::size_t end_of_table(const std::vector<Row>& rows, std::size_t begin) {
  if (!rows[begin].shows_table()) return begin;
  if (begin > 0 && gap(rows[begin - 1], rows[begin]) < set_apart) return begin;
  std::size_t end = begin + 1, showing = 1;
  for (std::size_t next = end; next < rows.size() && next < end + most_between; ++next) {
    if (!rows[next].aligned || gap(rows[next - 1], rows[next]) > widest_gap) break;
    if (!rows[next].shows_table()) continue;
    end = next + 1;
    ++showing;
  }
  // The cells of the last row may go on below it.
  while (end < rows.size() && rows[end].aligned && gap(rows[end - 1], rows[end]) < set_apart) ++end;
  const bool apart = end == rows.size() || gap(rows[end - 1], rows[end]) >= set_apart;
  return showing >= fewest_rows && apart ? end : begin;
}

}  // namespace

std::vector<bool> cells_of_wide_tables(const std::vector<Line>& lines, double left, double right) {
  std::vector<bool> cells(lines.size(), false);
  const auto rows = rows_at_one_height(lines, left, right);
  for (std::size_t i = 0; i < rows.size();) {
    const std::size_t end = end_of_table(rows, i);
    if (end == i || are_columns(lines, rows[i].begin, rows[end - 1].end)) {
      ++i;
      continue;
    }
    for (; i < end; ++i)
      std::fill(cells.begin() + static_cast<std::ptrdiff_t>(rows[i].begin),
                cells.begin() + static_cast<std::ptrdiff_t>(rows[i].end), true);
  }
  return cells;
}

}  // namespace handvest::pages
