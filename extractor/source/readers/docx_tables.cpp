#include "source/readers/docx_tables.hpp"

#include <algorithm>
#include <string_view>

#include "source/xml.hpp"

namespace handvest {
namespace {

bool is_deleted_row(const pugi::xml_node& row) {
  return !child_of(child_of(row, "trPr"), "del").empty();
}

void collect(const pugi::xml_node& parent, std::string_view wanted,
             std::vector<pugi::xml_node>& found) {
  for (const auto& child : parent.children()) {
    const std::string_view name = local_name(child);
    if (name == wanted) {
      if (!is_deleted_row(child)) found.push_back(child);
    } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins") {
      collect(child, wanted, found);
    }
  }
}

}  // namespace

std::vector<pugi::xml_node> docx_rows(const pugi::xml_node& table) {
  std::vector<pugi::xml_node> rows;
  collect(table, "tr", rows);
  return rows;
}

std::vector<pugi::xml_node> docx_cells(const pugi::xml_node& row) {
  std::vector<pugi::xml_node> cells;
  collect(row, "tc", cells);
  return cells;
}

int docx_width(const pugi::xml_node& cell) {
  constexpr int kWidest = 1000;
  const auto span = child_of(child_of(cell, "tcPr"), "gridSpan");
  return std::clamp(span.attribute("w:val").as_int(1), 1, kWidest);
}

bool continues_above(const pugi::xml_node& cell) {
  const auto merge = child_of(child_of(cell, "tcPr"), "vMerge");
  return merge && attribute_of(merge, "val") != "restart";
}

// Counted from the last row upwards.
std::map<pugi::xml_node, int> docx_row_spans(const std::vector<pugi::xml_node>& rows) {
  std::map<pugi::xml_node, int> spans;
  std::map<int, int> below;  // by column: rows that continue a cell above
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    std::map<int, int> here;
    int column = 0;
    for (const auto& cell : docx_cells(*row)) {
      const auto found = below.find(column);
      const int rows_below = found == below.end() ? 0 : found->second;
      if (continues_above(cell)) {
        here[column] = rows_below + 1;
      } else if (rows_below > 0) {
        spans[cell] = rows_below + 1;
      }
      column += docx_width(cell);
    }
    below = std::move(here);
  }
  return spans;
}

}  // namespace handvest
