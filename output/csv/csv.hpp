// Tables as CSV (RFC 4180) with a Frictionless Data Package beside them.
#pragma once

#include <string>
#include <string_view>

#include "output/tables/tables.hpp"

namespace handvest {

/// The line of column names.
std::string csv_header(const DataTable& table);

/// The rows, in UTF-8 with CRLF line ends. An absent value is an empty cell. A text that a
/// spreadsheet would run as a formula is neutralised (see neutralised()).
std::string csv_rows(const DataTable& table);

/// `text` with an apostrophe before it where a spreadsheet would take it for a formula: it begins
/// with '=', '+', '-', '@', a tab or a line end, and is neither that character alone nor a plain
/// number. A text that already begins so behind apostrophes gets one more, so that a reader gets
/// the original by taking away one apostrophe from what matches ^'+[=+\-@\t\r\n].
std::string neutralised(std::string_view text);

/// datapackage.json (Frictionless Data Package 1.0) for files of the tables' names with ".csv": the
/// columns with types and descriptions, keys and references.
std::string data_package(const Tables& tables);

}  // namespace handvest
