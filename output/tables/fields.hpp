// Which column of which table comes from where; private to output/tables.
#pragma once

#include <string_view>
#include <vector>

#include "output/tables/tables.hpp"

namespace handvest::tables_detail {

enum class FieldRole { plain, key, repeated };

/// One column and its place in the JSON.
struct Field {
  std::string_view name;
  ColumnType type;
  /// Keys from the table's node downwards, separated by '/'; '*' stands for every element of an
  /// array. "@x" is the value x of the context that the node lies in.
  std::string_view path;
  std::string_view description;
  FieldRole role = FieldRole::plain;
  std::string_view references = {};
};

struct TableFields {
  std::string_view name;
  std::string_view record_name;
  std::string_view description;
  std::vector<Field> fields;
};

/// The definition of all tables.
std::vector<TableFields> all_tables();

}  // namespace handvest::tables_detail
