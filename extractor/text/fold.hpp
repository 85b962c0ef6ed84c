// Comparison forms of names and labels.
#pragma once

#include <string>
#include <string_view>

namespace handvest {

/// UTF-8 text lower-cased, without diacritics (NFKD), every run of other characters than letters
/// and digits one blank, none at the ends: "Leren & Opgroeien:" gives "leren opgroeien".
std::string fold(std::string_view text);

/// fold() with '-' for blanks: the form of ids.
std::string slug(std::string_view text);

}  // namespace handvest
