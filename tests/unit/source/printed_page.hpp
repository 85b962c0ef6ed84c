// Words set on an imaginary page, for tests of its geometry: letters 5 wide and
// 10 high.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "source/pages/page.hpp"

namespace handvest::pages {

constexpr double letter_width = 5;
constexpr double line_height = 10;

/// Words of `text` from (x, y) on, with blanks one letter wide.
inline std::vector<Word> set_words(double x, double y, const std::string& text) {
  std::vector<Word> words;
  std::istringstream stream(text);
  std::string token;
  while (stream >> token) {
    Word word;
    const double width = letter_width * static_cast<double>(token.size());
    word.text = token;
    word.box = {x, y, x + width, y + line_height};
    words.push_back(word);
    x += width + letter_width;
  }
  return words;
}

inline void add(std::vector<Word>& page, double x, double y, const std::string& text) {
  for (Word& word : set_words(x, y, text)) page.push_back(std::move(word));
}

/// The words of lines or regions in their order.
inline std::string text_of(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    if (!text.empty()) text += " / ";
    for (std::size_t i = 0; i < line.words.size(); ++i)
      text += (i > 0 ? " " : "") + line.words[i].text;
  }
  return text;
}

}  // namespace handvest::pages
