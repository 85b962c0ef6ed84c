// Pages of words → canonical text.
#pragma once

#include <vector>

#include "source/pages/page.hpp"
#include "source/text_builder.hpp"

namespace handvest::pages {

/// Writes the pages into `text`: paragraphs as one line each, parted by a blank line where they are
/// set apart; rows of tables with tabs between their cells; words broken at line ends mended. Every
/// word gets a place with its box and confidence; running heads, headings, tables and footnote
/// marks get hints. Pages without words are counted, and told by a warning page-without-text unless
/// all are.
void compose(std::vector<PageContent> pages, TextBuilder& text);

}  // namespace handvest::pages
