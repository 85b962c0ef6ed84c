// Figures and number words as numbers.
#pragma once

#include <optional>
#include <string_view>

#include "mentions/lexicon.hpp"
#include "text/decimal.hpp"

namespace handvest {

/// Figures as Dutch texts write them: "2.500" is 2500, "7,4" and "7.4" are 7.4, "1.234,56",
/// "1,234.56" and "1,234,567" lose their grouping, "10 000" too; a sign may stand before them. A
/// point or comma groups when three digits follow each (and the first group is not 0), but a single
/// comma is always decimal. nullopt for anything else and for more than 18 digits.
std::optional<Decimal> parse_figures(std::string_view text);

/// A number word ("drieëntwintig", "twee miljoen driehonderdduizend", "anderhalf", "vijf en een
/// half"), from the grammar's groups digit, teen, ten, multiplier, scale and whole-word. nullopt
/// for anything else.
std::optional<Decimal> parse_number_word(std::string_view text, const Lexicon& lexicon);

/// Either of the two, with a fraction glyph behind figures ("2½").
std::optional<Decimal> parse_numeral(std::string_view text, const Lexicon& lexicon);

/// Multiplies by the power of ten of a scale word ("miljoen", "mln."); an empty word is 1. nullopt
/// when the word is unknown or the number leaves the range.
std::optional<Decimal> scaled(Decimal value, std::string_view scale_word, const Lexicon& lexicon);

}  // namespace handvest
