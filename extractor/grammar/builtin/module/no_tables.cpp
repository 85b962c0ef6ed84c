// Stands in for the tables where none can be made.
#include "grammar/frozen.hpp"

namespace handvest {

const FrozenRules* frozen_mention_rules() { return nullptr; }

}  // namespace handvest
