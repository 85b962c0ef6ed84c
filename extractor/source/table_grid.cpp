#include "source/table_grid.hpp"

#include <algorithm>

namespace handvest {
namespace {

constexpr int kMaxSpan = 1000;
constexpr int kMaxColumn = 10000;
// More cells that hang into later rows than any real table has would only cost time.
constexpr std::size_t kMaxHanging = 64;

}  // namespace

void TableGrid::begin_row() {
  next_column_ = 0;
  for (auto& cell : hanging_) --cell.rows_left;
  hanging_.insert(hanging_.end(), begun_.begin(), begun_.end());
  begun_.clear();
  std::erase_if(hanging_, [](const Hanging& cell) { return cell.rows_left <= 0; });
  std::sort(hanging_.begin(), hanging_.end(),
            [](const Hanging& a, const Hanging& b) { return a.column < b.column; });
}

GridCell TableGrid::place(GridCell cell) {
  cell.row_span = std::clamp(cell.row_span, 1, kMaxSpan);
  cell.column_span = std::clamp(cell.column_span, 1, kMaxSpan);
  if (cell.column < next_column_) {
    cell.column = next_column_;
    for (const auto& above : hanging_) {
      if (above.column <= cell.column && cell.column < above.column + above.width) {
        cell.column = above.column + above.width;
      }
    }
  }
  cell.column = std::min(cell.column, kMaxColumn);
  next_column_ = cell.column + cell.column_span;
  if (cell.row_span > 1 && hanging_.size() + begun_.size() < kMaxHanging) {
    begun_.push_back({cell.column, cell.column_span, cell.row_span - 1});
  }
  return cell;
}

}  // namespace handvest
