// A look at HTML's tags before it is parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace handvest {

/// How costly HTML is to parse: the HTML5 algorithm searches all open elements for each tag, and
/// compares each attribute of a tag with those before it.
struct HtmlNesting {
  std::size_t open_elements = 0;  ///< most elements open at once that only an end tag closes
  std::size_t attributes = 0;     ///< most attributes on one tag
};

/// Measures both in one pass, without parsing: tags in scripts and comments are counted too.
HtmlNesting measure_nesting(std::string_view html);

}  // namespace handvest
