// Short ids that stay the same when the grammar gets better.
#pragma once

#include <string>
#include <unordered_map>

#include "structure/outline.hpp"

namespace handvest::structure {

/// Hands out ids; a second one of the same name gets "-2", a third "-3".
class Ids {
 public:
  std::string unique(const std::string& wanted);

 private:
  std::unordered_map<std::string, int> used_;
};

/// "ambitie" for the common ambition, else role and party: "inzet-stad", "ambitie-rijk_partners".
std::string block_name(Role role, PartySide party);

}  // namespace handvest::structure
