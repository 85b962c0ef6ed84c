// HTML as a tree: parsed by gumbo as browsers do, handed on as the tree that XML readers walk.
#pragma once

#include <string>
#include <string_view>

#include "source/limits.hpp"
#include "source/xml.hpp"

namespace handvest {

/// Parses HTML of any state (the HTML5 algorithm knows no errors) into a tree with lower-case
/// names; comments are left out. Throws Error: bad_encoding, too_large (beyond limits.max_expansion
/// of memory, limits.max_depth of nesting, or so malformed that parsing would take very long).
XmlFile load_html(std::string_view bytes, const std::string& name, const ReadLimits& limits);

}  // namespace handvest
