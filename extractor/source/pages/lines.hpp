// Words of a page → lines.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// The box around the words of a line that is being built; call after changing `words`.
Line line_of(std::vector<Word> words);

/// Median height of the words: the measure of the page's letters. 1 for no words.
double letter_height(const std::vector<Word>& words);

/// Puts words that stand side by side together, in a page that may be turned by a few degrees.
/// Words farther apart than about a letter's height stay in lines of their own, so that the lines
/// of two columns never meet; rows_of() brings together what belongs to one row of one column.
/// Words come in any order; every word is in exactly one line. Time n log n.
std::vector<Line> find_lines(std::vector<Word> words);

/// Lines of one column, from top to bottom, with those on one height put together from left to
/// right.
std::vector<Line> rows_of(std::vector<Line> lines);

/// Whether so wide a gap lies before word `index` that it is the gap between two cells of a row.
bool is_cell_gap(const Line& line, std::size_t index);

}  // namespace handvest::pages
