// What a word boundary stands between, as far as the expression tells.
#pragma once

#include "grammar/syntax.hpp"

namespace handvest {

/// What every match of an expression begins, or ends, with.
enum class EdgeKind {
  word,   ///< a letter, digit or underscore
  other,  ///< something else
  mixed,  ///< now this, now that, or nothing at all
};

EdgeKind first_of(const Syntax& syntax);
EdgeKind last_of(const Syntax& syntax);

}  // namespace handvest
