// Stands in for the tables where none can be made.
#include "grammar/frozen.hpp"

namespace handvest {

const FrozenGrammar* frozen_grammar() { return nullptr; }

}  // namespace handvest
