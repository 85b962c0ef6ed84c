// Lines of a column → paragraphs.
#pragma once

#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

/// Lines that are one paragraph, list item, heading or row of a table.
struct Paragraph {
  std::vector<Line> lines;
  bool blank_before = true;  ///< set apart from what stands above it
};

/// What is usual in a document.
struct Spacing {
  double letter_height = 1;  ///< median height of the words
  double pitch = 1.2;        ///< from line to line within a paragraph, in heights of the line
};

/// Measures the usual spacing of a document.
Spacing measure_spacing(const std::vector<PageContent>& pages);

/// Joins the lines of a region to paragraphs where the geometry leaves no doubt: a line goes on in
/// the next one when that one's first word had no room behind it. A paragraph begins at a line
/// before which there was room, at a wider gap, an indent, a list mark or another size of letters.
/// The lines of `region` are moved out of it.
std::vector<Paragraph> find_paragraphs(Region& region, const Spacing& spacing);

/// Whether the text of `above` certainly runs on in `below`, the first paragraph of the next column
/// or page: `above` stops at the column's right edge without a full stop, and `below` begins with a
/// small letter.
bool runs_on(const Paragraph& above, const Paragraph& below, double right);

}  // namespace handvest::pages
