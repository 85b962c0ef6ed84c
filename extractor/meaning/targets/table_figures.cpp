#include "meaning/targets/table_figures.hpp"

#include "text/fold.hpp"

namespace handvest::meaning {

const TableFigures::Row* TableFigures::row_for(std::string_view words, bool share) const {
  const std::string folded = " " + fold(words) + " ";
  const Row* found = nullptr;
  for (const Row& row : rows) {
    if (row.share != share || folded.find(" " + row.place + " ") == std::string::npos) continue;
    if (found != nullptr) return nullptr;
    found = &row;
  }
  return found;
}

TableFigures figures_of(const Table& table, const std::vector<Mention>& mentions,
                        const std::string& date) {
  TableFigures figures;
  for (const TableRow& row : table.rows) {
    if (row.cells.size() < 2 || row.cells[1].span.empty()) continue;
    std::string place = fold(row.cells[0].text);
    if (place.empty()) continue;
    for (const Mention* mention : mentions_in(mentions, row.cells[1].span)) {
      const bool share = mention->type == MentionType::percentage;
      if (!mention->value.amount || (!share && mention->type != MentionType::number)) continue;
      TargetPoint point;
      point.value = mention->value.amount;
      point.upper = mention->value.upper;
      point.date = date;
      point.mention = mention->id;
      figures.rows.push_back({std::move(place), std::move(point), share});
      break;
    }
  }
  return figures;
}

}  // namespace handvest::meaning
