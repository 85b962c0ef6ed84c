#include "source/pages/arrange.hpp"

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "source/pages/columns.hpp"
#include "source/pages/furniture.hpp"
#include "source/pages/lines.hpp"
#include "source/pages/tables.hpp"
#include "source/pages/usual_gutters.hpp"

namespace handvest::pages {
namespace {

constexpr double margin_quantile = 0.02;   // lines that may stick out of the margins
constexpr double superscript_size = 0.85;  // of the size of the letters beside it, at most
constexpr double superscript_rise = 0.15;  // of their height, at least
constexpr double superscript_gap = 0.25;   // of their height, at most
constexpr std::size_t longest_superscript = 3;

int usual_turn(const PageWords& page) {
  std::array<std::size_t, 4> count{};
  for (const int turn : page.turns) ++count.at(static_cast<std::size_t>(turn & 3));
  return static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin());
}

/// Turns the page until its letters stand upright; gives the number of quarter turns.
int turn_upright(PageWords& page) {
  const int turns = page.turns.empty() ? 0 : usual_turn(page);
  for (int i = 0; i < turns; ++i) {
    for (Word& word : page.words) word.box = turned_left(word.box, page.width);
    std::swap(page.width, page.height);
  }
  return turns;
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.size() <= longest_superscript &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string superscript_digits(const std::string& digits) {
  static constexpr std::array<const char*, 10> forms = {"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (const char digit : digits) text += forms.at(static_cast<std::size_t>(digit - '0'));
  return text;
}

bool is_raised(const Word& word, const Word& beside) {
  return word.font_size > 0 && word.font_size <= superscript_size * beside.font_size &&
         word.box.bottom < beside.box.bottom - superscript_rise * beside.box.height();
}

/// Footnote marks and exponents become superscript digits, so that they never run together with a
/// number before them.
void mark_superscripts(Line& line) {
  auto& words = line.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!all_digits(words[i].text)) continue;
    const bool behind =
        i > 0 && !words[i - 1].superscript && is_raised(words[i], words[i - 1]) &&
        words[i].box.left - words[i - 1].box.right < superscript_gap * words[i - 1].box.height();
    const bool before = i == 0 && words.size() > 1 && is_raised(words[0], words[1]);
    if (!behind && !before) continue;
    words[i].superscript = true;
    words[i].text = superscript_digits(words[i].text);
  }
}

struct Margins {
  double left = 0, right = 0;
};

/// The text's margins for each width of page: those that all but a few lines keep.
std::map<long, Margins> margins_of(const std::vector<PageLines>& pages,
                                   const std::vector<PageContent>& contents) {
  std::map<long, std::pair<std::vector<double>, std::vector<double>>> edges;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto& [lefts, rights] = edges[std::lround(contents[i].width)];
    for (const Line& line : pages[i].lines) {
      if (line.furniture) continue;
      lefts.push_back(line.box.left);
      rights.push_back(line.box.right);
    }
  }
  std::map<long, Margins> margins;
  for (auto& [width, both] : edges) {
    auto& [lefts, rights] = both;
    if (lefts.empty()) continue;
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    const auto outside =
        static_cast<std::size_t>(margin_quantile * static_cast<double>(lefts.size()));
    margins[width] = {lefts[outside], rights[rights.size() - 1 - outside]};
  }
  return margins;
}

Region region_of(std::vector<Line> lines) {
  Region region;
  region.lines = rows_of(std::move(lines));
  return region;
}

void add_regions(PageContent& content, PageLines& page, const Margins& margins) {
  std::vector<Line> head, body, foot;
  for (Line& line : page.lines) {
    auto& part = !line.furniture ? body : line.box.middle() < page.height / 2 ? head : foot;
    part.push_back(std::move(line));
  }
  if (!head.empty()) content.regions.push_back(region_of(std::move(head)));
  for (Region& region : find_columns(std::move(body), margins.left, margins.right))
    content.regions.push_back(std::move(region));
  if (!foot.empty()) content.regions.push_back(region_of(std::move(foot)));
}

/// Takes the words whose letters do not stand as most of the page's do.
std::vector<Word> take_askew(PageWords& page, int turn) {
  std::vector<Word> upright, askew;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const bool other = !page.turns.empty() && page.turns[i] != turn;
    (other ? askew : upright).push_back(std::move(page.words[i]));
  }
  page.words = std::move(upright);
  return askew;
}

}  // namespace

std::vector<PageContent> arrange(std::vector<PageWords> pages) {
  std::vector<PageContent> contents(pages.size());
  std::vector<PageLines> lines(pages.size());
  std::vector<std::vector<Word>> askew(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    contents[i].quarter_turns = turn_upright(pages[i]);
    contents[i].label = std::move(pages[i].label);
    contents[i].width = pages[i].width;
    contents[i].height = lines[i].height = pages[i].height;
    askew[i] = take_askew(pages[i], contents[i].quarter_turns);
    lines[i].lines = find_lines(std::move(pages[i].words));
    for (Line& line : lines[i].lines) mark_superscripts(line);
  }
  find_furniture(lines);
  const auto margins = margins_of(lines, contents);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const auto found = margins.find(std::lround(contents[i].width));
    add_regions(contents[i], lines[i], found == margins.end() ? Margins{} : found->second);
    if (!askew[i].empty())
      contents[i].regions.push_back(region_of(find_lines(std::move(askew[i]))));
  }
  apply_usual_gutters(contents);
  int tables = 0;
  for (PageContent& content : contents)
    for (Region& region : content.regions) find_tables(region.lines, tables);
  return contents;
}

}  // namespace handvest::pages
