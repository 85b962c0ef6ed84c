// Makes rows of JSON nodes as fields.hpp says; private to output/tables.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "output/tables/fields.hpp"

namespace handvest::tables_detail {

using Json = nlohmann::ordered_json;

/// What a row takes from the nodes around its own: "charter", "theme", "item" and the like.
using Context = std::map<std::string, std::string, std::less<>>;

/// Collects the rows of one document.
class RowMaker {
 public:
  /// `document` is the key of the document, `name` is used in messages.
  RowMaker(std::string document);

  /// Adds a row of `node` to a table. Throws Error (damaged) where a value has another type than
  /// its column.
  void add(std::string_view table, const Json& node, const Context& context);

  Tables take() { return std::move(tables_); }

 private:
  struct Source {
    bool context = false;
    std::vector<std::string> keys;
  };

  std::optional<std::string> value(const Column& column, const Source& source, const Json& node,
                                   const Context& context, std::size_t row) const;

  std::string document_;
  Tables tables_;
  std::vector<std::vector<Source>> sources_;  ///< as tables_ and its columns
};

/// The member `key` of an object; a null value when there is none.
const Json& member(const Json& node, std::string_view key);
/// The same, for text; empty when there is none.
std::string text_of(const Json& node, std::string_view key);

}  // namespace handvest::tables_detail
