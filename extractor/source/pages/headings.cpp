#include "source/pages/headings.hpp"

#include <cmath>
#include <functional>
#include <map>

namespace handvest::pages {
namespace {

constexpr double larger = 1.15;         // times the text's size: a heading
constexpr std::size_t most_words = 30;  // of a heading
constexpr std::size_t most_levels = 5;  // told apart by size

/// Sizes are compared in half points: converters scale them with rounding.
double rounded(double size) { return std::round(size * 2) / 2; }

template <typename Visit>
void for_each_line(const std::vector<PageContent>& pages, const Visit& visit) {
  for (const PageContent& page : pages)
    for (const Region& region : page.regions)
      for (const Line& line : region.lines)
        if (!line.furniture) visit(line);
}

double smallest_size(const Line& line) {
  double smallest = rounded(line.words.front().font_size);
  for (const Word& word : line.words)
    if (!word.superscript) smallest = std::min(smallest, rounded(word.font_size));
  return smallest;
}

}  // namespace

LetterSizes::LetterSizes(const std::vector<PageContent>& pages) {
  std::map<double, std::size_t> letters;
  std::size_t bold = 0, all = 0;
  for_each_line(pages, [&](const Line& line) {
    for (const Word& word : line.words) {
      letters[rounded(word.font_size)] += word.text.size();
      all += word.text.size();
      bold += word.bold ? word.text.size() : 0;
    }
  });
  std::size_t most = 0;
  for (const auto& [size, count] : letters) {
    if (count <= most) continue;
    most = count;
    body_ = size;
  }
  bold_body_ = 3 * bold > all;
  if (body_ <= 0) return;
  std::map<double, std::size_t, std::greater<>> sizes;
  for_each_line(pages, [&](const Line& line) {
    if (smallest_size(line) >= larger * body_) ++sizes[smallest_size(line)];
  });
  for (const auto& [size, count] : sizes)
    if (larger_.size() < most_levels) larger_.push_back(size);
}

int LetterSizes::heading_level(const Paragraph& paragraph) const {
  const Line& first = paragraph.lines.front();
  if (body_ <= 0 || first.furniture || first.table > 0) return 0;
  std::size_t words = 0;
  double size = smallest_size(first);
  bool bold = true;
  for (const Line& line : paragraph.lines) {
    words += line.words.size();
    size = std::min(size, smallest_size(line));
    for (const Word& word : line.words) bold = bold && (word.bold || word.superscript);
  }
  if (words > most_words) return 0;
  if (size >= larger * body_) {
    const auto at = std::find(larger_.begin(), larger_.end(), size);
    return 1 + static_cast<int>(at - larger_.begin());
  }
  const bool set_by_weight = bold && !bold_body_ && size >= 0.95 * body_;
  return set_by_weight ? 1 + static_cast<int>(larger_.size()) : 0;
}

}  // namespace handvest::pages
