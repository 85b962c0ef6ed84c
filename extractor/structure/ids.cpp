#include "structure/ids.hpp"

#include <algorithm>

namespace handvest::structure {

std::string Ids::unique(const std::string& wanted) {
  std::string id = wanted;
  int& count = used_[wanted];
  while (++count > 1) {
    id = wanted + "-" + std::to_string(count);
    if (used_.emplace(id, 1).second) break;
  }
  return id;
}

std::string block_name(Role role, PartySide party) {
  if (role == Role::ambitie && party == PartySide::gezamenlijk) return name_of(role);
  std::string name = std::string(name_of(role)) + "-" + name_of(party);
  std::replace(name.begin(), name.end(), '+', '-');
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

}  // namespace handvest::structure
