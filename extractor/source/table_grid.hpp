// Which column a table's cells stand in, when cells span rows and columns.
#pragma once

#include <vector>

namespace handvest {

/// A cell as its markup describes it.
struct GridCell {
  int column = -1;  ///< from 0, where the markup names it; negative = the next free one
  int row_span = 1;
  int column_span = 1;
};

/// Places the cells of one table, row by row, as HTML's table model does: a cell that spans rows
/// keeps its columns in the rows below. Spans beyond 1000 columns or rows are cut, as HTML has it.
class TableGrid {
 public:
  void begin_row();
  /// The cell with its column and with spans within bounds.
  GridCell place(GridCell cell);

 private:
  struct Hanging {
    int column = 0;
    int width = 1;
    int rows_left = 0;
  };
  std::vector<Hanging> hanging_;
  std::vector<Hanging> begun_;  ///< of this row: they hang into the rows below
  int next_column_ = 0;
};

}  // namespace handvest
