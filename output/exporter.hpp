// Writes documents in any of the formats but plain JSON into one folder.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "output/document.hpp"
#include "output/table_sinks.hpp"

namespace handvest {

/// The formats' names, for --format and its help.
std::string format_names();

/// "csv,sqlite" as a set. Throws Error (bad_command_line) for a name that is no format.
std::set<std::string> formats_of(const std::string& list);

/// Takes documents one at a time. Tables of all documents go into common files (csv/,
/// handvest.jsonl, handvest.sqlite, to which later runs add); the other formats make files for each
/// document, which carry its key as name.
class Exporter {
 public:
  /// Makes `folder` where it is missing. `existing` says what becomes of a database that is there.
  /// Throws Error (cannot_write).
  Exporter(const std::set<std::string>& formats, std::string folder,
           Existing existing = Existing::extend);

  void add(const Document& document);
  /// Puts the common files in place.
  void finish();

 private:
  std::set<std::string> formats_;
  std::string folder_;
  std::vector<std::unique_ptr<TableSink>> sinks_;
};

}  // namespace handvest
