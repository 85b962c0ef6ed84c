// Characters that Word writes as a place in a symbol font (w:sym).
#pragma once

#include <string>
#include <string_view>

namespace handvest {

/// UTF-8 of the sign at `code` (hexadecimal, as w:char has it, with or without the F000 of the
/// private use area) in `font`. A sign that is not known is the character with that code.
std::string docx_symbol(std::string_view font, std::string_view code);

}  // namespace handvest
