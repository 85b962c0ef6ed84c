// Grammar files without what a document never asks for.
#pragma once

#include <string>

#include "grammar/grammar.hpp"

namespace handvest {

/// The file of a subject without comments, indents, examples and named parts, and without the
/// patterns of the rules that have tables; other patterns have their parts filled in. `xml` is the
/// file that the subject was read from, well formed.
std::string lean_xml(const std::string& xml, const Subject& subject);

}  // namespace handvest
