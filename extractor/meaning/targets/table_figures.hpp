// A table that tells how things are in one place and another. Private to meaning.
#pragma once

#include <string>
#include <vector>

#include "meaning/reading/passage.hpp"
#include "meaning/targets.hpp"

namespace handvest::meaning {

/// 'Leerlingen met een achterstand (2009)' above 'Kade 29%', 'Hof 33%'.
struct TableFigures {
  struct Row {
    std::string place;  ///< folded
    TargetPoint point;
    bool share = false;  ///< a percentage
  };

  std::string about;                 ///< the words before the table
  const Section* section = nullptr;  ///< that holds it
  std::vector<Row> rows;

  /// The one row whose place `words` names, of percentages or of numbers; nullptr when there is
  /// none or several.
  const Row* row_for(std::string_view words, bool share) const;
};

/// The first figure of each row, all with `date`.
TableFigures figures_of(const Table& table, const std::vector<Mention>& mentions,
                        const std::string& date);

}  // namespace handvest::meaning
