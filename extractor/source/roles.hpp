// Tables of a vocabulary's element names.
#pragma once

#include <algorithm>
#include <string_view>

#include "source/markup_walk.hpp"

namespace handvest {

struct NamedRole {
  std::string_view name;
  Role role;
};

/// The role of a local name in a table of NamedRole; unknown when it is not in there.
template <class Table>
Role role_named(const Table& table, std::string_view name) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const NamedRole& entry) { return entry.name == name; });
  return found == std::end(table) ? Role::unknown : found->role;
}

}  // namespace handvest
