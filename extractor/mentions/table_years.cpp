#include "mentions/table_years.hpp"

#include <algorithm>

namespace handvest {
namespace {

// A column is one of counts when it has so many, and so many times as many as years.
constexpr std::size_t kFewestCounts = 3;
constexpr std::size_t kCountsToAYear = 4;

struct Column {
  std::vector<Mention*> years;
  std::size_t counts = 0;
};

bool is_bare_year(const Mention& mention) {
  return mention.type == MentionType::date && mention.span.size() == 4;
}

// The mention that is all of a cell; nullptr when there is none.
Mention* mention_of(const TableCell& cell, std::vector<Mention>& mentions) {
  const auto found = std::lower_bound(
      mentions.begin(), mentions.end(), cell.span.begin,
      [](const Mention& mention, std::size_t at) { return mention.span.begin < at; });
  const bool whole = found != mentions.end() && found->span == cell.span && !cell.span.empty();
  return whole ? &*found : nullptr;
}

void make_count(Mention& mention) {
  mention.type = MentionType::number;
  mention.value = {};
  mention.value.amount = parse_decimal(mention.normalized);
}

void read_table(const Table& table, std::vector<Mention>& mentions) {
  std::vector<Column> columns;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (columns.size() <= i) columns.resize(i + 1);
      Mention* const mention = mention_of(row.cells[i], mentions);
      if (mention == nullptr) continue;
      if (mention->type == MentionType::number) ++columns[i].counts;
      if (is_bare_year(*mention)) columns[i].years.push_back(mention);
    }
  }
  for (const Column& column : columns) {
    if (column.counts < std::max(kFewestCounts, kCountsToAYear * column.years.size())) continue;
    for (Mention* const year : column.years) make_count(*year);
  }
}

}  // namespace

void read_years_as_counts(const Outline& outline, std::vector<Mention>& mentions) {
  for (const auto& table : outline.tables) read_table(table.table, mentions);
  for (const auto& charter : outline.charters) {
    for (const auto& table : charter.tables) read_table(table.table, mentions);
  }
}

}  // namespace handvest
