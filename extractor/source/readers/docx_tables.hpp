// The grid of a table in WordprocessingML.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <vector>

namespace handvest {

/// Rows of a table, those in content controls and insertions too; deleted ones are left out.
std::vector<pugi::xml_node> docx_rows(const pugi::xml_node& table);
/// Cells of a row, those in content controls too.
std::vector<pugi::xml_node> docx_cells(const pugi::xml_node& row);

/// Columns that a cell takes.
int docx_width(const pugi::xml_node& cell);
/// Whether the cell belongs to the one above it.
bool continues_above(const pugi::xml_node& cell);
/// Rows that each merged cell takes; cells of one row are not in it.
std::map<pugi::xml_node, int> docx_row_spans(const std::vector<pugi::xml_node>& rows);

}  // namespace handvest
