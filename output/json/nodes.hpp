// The parts of the JSON output; private to output/json.
#pragma once

#include <string>
#include <vector>

#include "output/extraction.hpp"
#include "output/json/places.hpp"
#include "output/json/writer.hpp"

namespace handvest::json_detail {

/// Finds the mention that lies in a table cell. Refers to the mentions, which are ordered by begin.
class CellMentions {
 public:
  explicit CellMentions(const std::vector<Mention>& mentions) : mentions_(mentions) {}
  /// Id of the first mention inside the cell; empty when there is none.
  std::string in(const Span& cell) const;

 private:
  const std::vector<Mention>& mentions_;
};

// Each writes the fields of the open root object that it names.

/// "content", "sections", "footnotes", "tables" and "charters".
void write_outline(JsonWriter& json, const Extraction& extraction, const Places& places);
/// "mentions".
void write_mentions(JsonWriter& json, const Extraction& extraction, const Places& places);
/// "targets", "pledges" and "parallels".
void write_meaning(JsonWriter& json, const Meaning& meaning, const Places& places);

}  // namespace handvest::json_detail
