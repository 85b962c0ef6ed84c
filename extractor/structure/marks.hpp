// Numbers that are no mentions because of where they stand.
#pragma once

#include <vector>

#include "structure/survey.hpp"

namespace handvest::structure {

/// Markers of lists and footnotes with a digit in them, footnote marks in the text, and the numbers
/// and page numbers of tables of contents. Unordered.
std::vector<Span> marks_of(const std::vector<Piece>& pieces, const std::vector<Toc>& tocs);

/// Adds the numbers of headings: of sections, and of smaller headings that look like them.
void add_heading_marks(const Context& context, const Survey& survey, std::vector<Span>& marks);

/// The place of `number` near the begin of `span`; empty where it does not stand there.
Span number_place(std::string_view text, const Span& span, std::string_view number);

}  // namespace handvest::structure
