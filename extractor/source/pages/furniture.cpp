#include "source/pages/furniture.hpp"

#include <cmath>
#include <map>
#include <string>

namespace handvest::pages {
namespace {

constexpr std::size_t outermost = 4;       // rows at the top and at the foot that are looked at
constexpr std::size_t fewest_numbers = 2;  // pages on which a bare number returns
constexpr std::size_t fewest_pages = 3;    // on which a line returns
constexpr std::size_t fewest_in_margin = 2;
constexpr std::size_t nearest = 3;     // pages between two returns at most
constexpr double same_height = 0.012;  // of the page's height
constexpr double margin = 0.07;        // of the page's height: above and below the text
constexpr double foot = 0.9;           // of the page's height: where its foot begins
constexpr double lone_gap = 1.5;       // white above a lone page number, in its height

/// The line's text with every run of digits as '#', so that page numbers are alike.
std::string likeness(const Line& line) {
  std::string text;
  for (const Word& word : line.words) {
    if (!text.empty()) text += ' ';
    for (const char c : word.text) {
      const bool digit = c >= '0' && c <= '9';
      if (digit && !text.empty() && text.back() == '#') continue;
      text += digit ? '#' : c;
    }
  }
  return text;
}

/// Whether nothing but a number stands there: "#", "- # -".
bool is_page_number(const std::string& text) {
  return text.find_first_not_of("#- ") == std::string::npos && text.find('#') != std::string::npos;
}

struct Occurrence {
  std::size_t page;
  double height;  ///< 0 = top of the page, 1 = its foot
  Line* line;
};

using Occurrences = std::map<std::string, std::vector<Occurrence>>;

/// Marks those of one likeness that stand at one height on pages near each other.
void mark_returning(std::vector<Occurrence>& all, std::size_t least_pages) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Occurrence& a, const Occurrence& b) { return a.height < b.height; });
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].height - all[end - 1].height < same_height) ++end;
    std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(begin),
                     all.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Occurrence& a, const Occurrence& b) { return a.page < b.page; });
    for (std::size_t run = begin; run < end;) {
      std::size_t next = run + 1;
      std::size_t pages = 1;
      while (next < end && all[next].page - all[next - 1].page <= nearest) {
        pages += all[next].page != all[next - 1].page;
        ++next;
      }
      if (pages >= least_pages)
        for (std::size_t i = run; i < next; ++i) all[i].line->furniture = true;
      run = next;
    }
    begin = end;
  }
}

/// The lines of a page that can be furniture now: those at its ends, with no text outside them.
/// `lines` are ordered from the page's end inwards.
void collect(const std::vector<Line*>& lines, std::size_t page, double page_height,
             Occurrences& found) {
  std::size_t rows = 0;
  const Line* outer = nullptr;
  for (Line* line : lines) {
    const bool new_row = outer == nullptr || shared_height(outer->box, line->box) <= 0.5;
    if (new_row && outer != nullptr && !outer->furniture) return;
    if (new_row && ++rows > outermost) return;
    if (!line->furniture)
      found[likeness(*line)].push_back({page, line->box.middle() / page_height, line});
    outer = line;
  }
}

/// On how many pages a line must return. Two prove little, but text does not reach into margins.
std::size_t least_pages(const std::string& text, const std::vector<Occurrence>& occurrences) {
  if (is_page_number(text)) return fewest_numbers;
  const bool in_margin = std::all_of(
      occurrences.begin(), occurrences.end(),
      [](const Occurrence& one) { return one.height < margin || one.height > 1 - margin; });
  return in_margin ? fewest_in_margin : fewest_pages;
}

void mark_from(std::vector<PageLines>& pages, bool from_top) {
  Occurrences found;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<Line*> lines;
    for (Line& line : pages[page].lines) lines.push_back(&line);
    std::stable_sort(lines.begin(), lines.end(), [&](const Line* a, const Line* b) {
      return from_top ? a->box.middle() < b->box.middle() : a->box.middle() > b->box.middle();
    });
    collect(lines, page, pages[page].height > 0 ? pages[page].height : 1, found);
  }
  for (auto& [text, occurrences] : found)
    mark_returning(occurrences, least_pages(text, occurrences));
}

/// A page that stands alone has its number at its foot, by itself and set apart.
void mark_lone_number(PageLines& page) {
  const auto lowest =
      std::max_element(page.lines.begin(), page.lines.end(),
                       [](const Line& a, const Line& b) { return a.box.bottom < b.box.bottom; });
  if (lowest == page.lines.end() || lowest->box.middle() < foot * page.height) return;
  const double reach = lowest->box.top - lone_gap * lowest->box.height();
  const bool apart = std::none_of(page.lines.begin(), page.lines.end(), [&](const Line& line) {
    return &line != &*lowest && line.box.bottom > reach;
  });
  if (apart && is_page_number(likeness(*lowest))) lowest->furniture = true;
}

}  // namespace

void find_furniture(std::vector<PageLines>& pages) {
  if (pages.size() == 1) mark_lone_number(pages.front());
  for (std::size_t row = 0; row < outermost; ++row) {
    mark_from(pages, true);
    mark_from(pages, false);
  }
}

}  // namespace handvest::pages
