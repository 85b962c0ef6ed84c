// Headings, told by the size and weight of their letters.
#pragma once

#include <vector>

#include "source/pages/page.hpp"
#include "source/pages/paragraphs.hpp"

namespace handvest::pages {

/// The sizes of letters of a document. Formats that give none have no headings.
class LetterSizes {
 public:
  explicit LetterSizes(const std::vector<PageContent>& pages);

  /// 0 for running text, else the level from 1: the larger the letters, the lower the level; bold
  /// lines of the text's own size come last. Only short paragraphs are headings.
  int heading_level(const Paragraph& paragraph) const;

 private:
  double body_ = 0;             ///< size of most of the text; 0 = unknown
  bool bold_body_ = false;      ///< most of the text is bold: weight says nothing
  std::vector<double> larger_;  ///< descending
};

}  // namespace handvest::pages
