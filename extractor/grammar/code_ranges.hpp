// Sets of code points: what the character classes of expressions are made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/syntax.hpp"

namespace handvest {

using Ranges = std::vector<CodeRange>;

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

/// The same set, ordered and apart.
Ranges merged(Ranges ranges);
/// Every code point that is not in the set; ordered and apart.
Ranges complement(const Ranges& ranges);
/// The other case of a letter of ASCII or Latin-1; 0 when it has none.
std::uint32_t other_case(std::uint32_t code);
/// The set with the other case of each of its letters; ordered and apart.
Ranges both_cases(const Ranges& ranges);
/// The class behind `\d`, `\W` and so on, by its letter; empty when the letter names none.
Ranges class_of(char letter);
/// The class of `[:alpha:]`, `\p{L}` and so on, by its name; empty when the name is not known.
Ranges named_class(std::string_view name);

}  // namespace handvest
