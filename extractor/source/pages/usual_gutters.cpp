#include "source/pages/usual_gutters.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "source/pages/lines.hpp"

namespace handvest::pages {
namespace {

constexpr std::size_t fewest_pages = 3;  // with the gutter
constexpr double usual_share = 0.5;      // of the pages with text

bool has_columns(const PageContent& page) {
  return std::any_of(page.regions.begin(), page.regions.end(),
                     [](const Region& region) { return region.next_column; });
}

bool is_furniture(const Region& region) {
  return !region.lines.empty() && region.lines.front().furniture;
}

struct Gutter {
  double left = 0, right = 0;
};

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// What the pages of one width show.
struct Evidence {
  std::size_t pages = 0, with_columns = 0;
  std::vector<double> lefts, rights;  ///< of the gutters

  std::optional<Gutter> usual() {
    const bool enough =
        with_columns >= fewest_pages &&
        static_cast<double>(with_columns) >= usual_share * static_cast<double>(pages);
    if (!enough) return std::nullopt;
    return Gutter{median(lefts), median(rights)};
  }
};

void collect(const PageContent& page, Evidence& evidence) {
  evidence.pages += page.regions.empty() ? 0 : 1;
  evidence.with_columns += has_columns(page) ? 1 : 0;
  for (std::size_t i = 1; i < page.regions.size(); ++i) {
    if (!page.regions[i].next_column) continue;
    evidence.lefts.push_back(page.regions[i - 1].right);
    evidence.rights.push_back(page.regions[i].left);
  }
}

/// Whether the page has words on both sides of the line and none across it.
bool parts(double middle, const PageContent& page) {
  std::size_t left = 0, right = 0;
  for (const Region& region : page.regions) {
    if (is_furniture(region)) continue;
    for (const Line& line : region.lines) {
      for (const Word& word : line.words) {
        if (word.box.left < middle && word.box.right > middle) return false;
        ++(word.box.right <= middle ? left : right);
      }
      // Words on both sides must be cells, not neighbours in a sentence.
      for (std::size_t i = 1; i < line.words.size(); ++i) {
        const bool over = line.words[i - 1].box.right <= middle && line.words[i].box.left >= middle;
        if (over && !is_cell_gap(line, i)) return false;
      }
    }
  }
  return left > 0 && right > 0;
}

std::pair<Region, Region> divided(Region region, const Gutter& gutter) {
  const double middle = (gutter.left + gutter.right) / 2;
  std::pair<Region, Region> columns;
  for (Line& line : region.lines) {
    std::vector<Word> left, right;
    for (Word& word : line.words)
      (word.box.right <= middle ? left : right).push_back(std::move(word));
    if (!left.empty()) columns.first.lines.push_back(line_of(std::move(left)));
    if (!right.empty()) columns.second.lines.push_back(line_of(std::move(right)));
  }
  columns.first.left = region.left;
  columns.first.right = gutter.left;
  columns.second.left = gutter.right;
  columns.second.right = region.right;
  columns.second.next_column = true;
  return columns;
}

void divide(PageContent& page, const Gutter& gutter) {
  std::vector<Region> regions;
  for (Region& region : page.regions) {
    if (is_furniture(region)) {
      regions.push_back(std::move(region));
      continue;
    }
    auto columns = divided(std::move(region), gutter);
    if (!columns.first.lines.empty()) regions.push_back(std::move(columns.first));
    if (!columns.second.lines.empty()) regions.push_back(std::move(columns.second));
  }
  page.regions = std::move(regions);
}

}  // namespace

void apply_usual_gutters(std::vector<PageContent>& pages) {
  std::map<long, Evidence> by_width;
  for (const PageContent& page : pages) collect(page, by_width[std::lround(page.width)]);
  std::map<long, std::optional<Gutter>> gutters;
  for (auto& [width, evidence] : by_width) gutters[width] = evidence.usual();
  for (PageContent& page : pages) {
    const auto gutter = gutters[std::lround(page.width)];
    if (!gutter || has_columns(page)) continue;
    if (parts((gutter->left + gutter->right) / 2, page)) divide(page, *gutter);
  }
}

}  // namespace handvest::pages
