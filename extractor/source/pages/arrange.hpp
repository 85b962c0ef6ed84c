// Loose words of pages → regions in reading order, for formats that know nothing but words.
#pragma once

#include <string>
#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

struct PageWords {
  std::string label;  ///< as printed; empty = counted
  double width = 0, height = 0;
  std::vector<Word> words;
  /// Clockwise quarter turns of each word's letters, 0 to 3, one for each word; empty = all
  /// upright.
  std::vector<int> turns;
};

/// Lines, running heads, columns and reading order of every page. A page whose letters mostly stand
/// turned is turned upright; single words that stand otherwise come last on their page.
std::vector<PageContent> arrange(std::vector<PageWords> pages);

}  // namespace handvest::pages
