// The parts of the JSON output; private to output/json.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "output/extraction.hpp"
#include "output/json/places.hpp"

namespace handvest::json_detail {

/// Sets `key` unless the text is empty: absent values are left out, never null.
void set_if(Json& node, const char* key, const std::string& text);

/// A JSON number that prints exactly as the decimal does.
Json number(const Decimal& value);

/// Finds the mention that lies in a table cell.
class CellMentions {
 public:
  explicit CellMentions(const std::vector<Mention>& mentions);
  /// Id of the first mention inside the cell; empty when there is none.
  std::string in(const Span& cell) const;

 private:
  std::map<std::size_t, const Mention*> by_begin_;
};

/// Adds "content", "sections", "footnotes", "tables" and "charters".
void add_document_outline(Json& root, const Extraction& extraction, const Places& places,
                          const CellMentions& cells);

Json mentions_of(const Extraction& extraction, const Places& places);
Json targets_of(const Extraction& extraction, const Places& places);
Json pledges_of(const Extraction& extraction, const Places& places);
Json parallels_of(const Extraction& extraction, const Places& places);

}  // namespace handvest::json_detail
