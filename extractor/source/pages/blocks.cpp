#include "source/pages/blocks.hpp"

#include <charconv>
#include <cmath>

#include "source/pages/compose.hpp"
#include "source/pages/lines.hpp"

namespace handvest::pages {
namespace {

constexpr double same_left = 3;         // in letter heights
constexpr double reach_quantile = 0.9;  // of the lines that begin at one place

bool starts_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.'; }

void drop_empty(PageContent& page) {
  for (Region& region : page.regions)
    std::erase_if(region.lines, [](const Line& line) { return line.words.empty(); });
  std::erase_if(page.regions,
                [](const Region& region) { return region.lines.empty() && region.cells.empty(); });
}

struct Edges {
  double left, right;
};

/// The lines' edges, ordered by the left one.
std::vector<Edges> edges_of(const PageContent& page) {
  std::vector<Edges> edges;
  for (const Region& region : page.regions)
    for (const Line& line : region.lines) edges.push_back({line.box.left, line.box.right});
  std::sort(edges.begin(), edges.end(),
            [](const Edges& a, const Edges& b) { return a.left < b.left; });
  return edges;
}

double reach_from(double left, const std::vector<Edges>& edges, double tolerance) {
  const auto before = [](const Edges& line, double x) { return line.left < x; };
  auto at = std::lower_bound(edges.begin(), edges.end(), left - tolerance, before);
  const auto end = std::lower_bound(edges.begin(), edges.end(), left + tolerance, before);
  std::vector<double> rights;
  for (; at != end && rights.size() < 1000; ++at) rights.push_back(at->right);
  if (rights.empty()) return left;
  std::sort(rights.begin(), rights.end());
  return rights[static_cast<std::size_t>(reach_quantile * static_cast<double>(rights.size()))];
}

void set_bounds(PageContent& page) {
  const auto edges = edges_of(page);
  std::vector<Word> lines;
  for (const Region& region : page.regions) {
    if (region.lines.empty()) continue;
    lines.emplace_back();
    lines.back().box = region.lines.front().box;
  }
  const double tolerance = same_left * letter_height(lines);
  for (Region& region : page.regions) {
    if (region.lines.empty()) continue;
    Box box = region.lines.front().box;
    for (const Line& line : region.lines) box = united(box, line.box);
    region.left = box.left;
    region.right = std::max(box.right, reach_from(box.left, edges, tolerance));
  }
}

}  // namespace

std::vector<double> numbers_in(std::string_view text, std::size_t most) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size() && numbers.size() < most;) {
    double value = 0;
    const auto [end, error] =
        starts_number(text[at])
            ? std::from_chars(text.data() + at, text.data() + text.size(), value)
            : std::from_chars_result{text.data() + at, std::errc::invalid_argument};
    if (error == std::errc() && std::isfinite(value)) numbers.push_back(value);
    const auto length = static_cast<std::size_t>(end - (text.data() + at));
    at += std::max<std::size_t>(length, 1);
  }
  return numbers;
}

Box box_of_points(std::string_view points) {
  constexpr std::size_t most_points = 10000;
  const auto numbers = numbers_in(points, 2 * most_points);
  if (numbers.size() < 2) return {};
  Box box{numbers[0], numbers[1], numbers[0], numbers[1]};
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
    box = united(box, {numbers[i], numbers[i + 1], numbers[i], numbers[i + 1]});
  return box;
}

SourceText finish_blocks(std::vector<PageContent> pages, const std::string& name,
                         TextBuilder& text) {
  for (PageContent& page : pages) {
    drop_empty(page);
    set_bounds(page);
  }
  const bool any = std::any_of(pages.begin(), pages.end(),
                               [](const PageContent& page) { return !page.regions.empty(); });
  if (!any)
    throw Error(ErrorCode::needs_ocr, {name, 0, 0, 0},
                "the file describes pages without any text; read the images with OCR again, e.g. "
                "'tesseract -l nld'");
  compose(std::move(pages), text);
  return text.finish();
}

}  // namespace handvest::pages
