// What the tests of the layout stage share.
#pragma once

#include <string>
#include <vector>

#include "layout/layout.hpp"

namespace handvest::test {

/// The layout of a plain text, with the grammar of the program.
Layout layout_of(const std::string& text);

/// One line for each element: kind, level, marker and text, for comparing whole layouts.
/// "item 1 [-] Meer groen", "paragraph Tekst", "heading Wonen", "table 2x3", "footnote [¹] Tekst".
std::vector<std::string> outline_of(const std::string& text, const Layout& layout);
std::vector<std::string> outline_of(const std::string& text);

/// Empty when every non-blank character of the text lies in exactly one span or marker span, and
/// spans are ordered and within the text; otherwise what is wrong.
std::string coverage_fault(const std::string& text, const Layout& layout);

}  // namespace handvest::test
