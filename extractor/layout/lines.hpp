// The text as non-blank lines, the material of all that follows.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "source/source_text.hpp"
#include "text/span.hpp"

namespace handvest::layout {

/// One line that is not blank.
struct Line {
  Span span;                ///< trimmed
  Span raw;                 ///< the whole line without its line end
  std::size_t number = 0;   ///< of the line in the text, from 1
  std::size_t blanks = 0;   ///< number of blank lines before it
  std::size_t indent = 0;   ///< columns before the first character; a tab goes to the next eighth
  bool page_start = false;  ///< the first line of a page, by a form feed or the source's pages
  bool tab = false;         ///< a tab stands in `raw`
  bool furniture = false;   ///< set by mark_furniture
};

/// All non-blank lines in order, and what is usual among them.
struct Lines {
  std::vector<Line> lines;
  std::size_t usual_gap = 1;  ///< the number of blank lines between paragraphs
  bool paged = false;         ///< page ends are known

  /// True when so many blank lines stand before the line as at a page end.
  bool wide_gap(std::size_t blanks) const { return blanks >= 3 * usual_gap; }
};

Lines find_lines(const SourceText& source);

}  // namespace handvest::layout
