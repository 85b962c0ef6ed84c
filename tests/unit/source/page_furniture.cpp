#include "source/pages/furniture.hpp"

#include <catch2/catch.hpp>

#include "printed_page.hpp"
#include "source/pages/lines.hpp"

using namespace handvest::pages;

namespace {

PageLines page_of(const std::vector<std::pair<double, std::string>>& lines) {
  PageLines page;
  page.height = 800;
  for (const auto& [y, text] : lines) page.lines.push_back(line_of(set_words(50, y, text)));
  return page;
}

std::vector<std::string> furniture_of(const PageLines& page) {
  std::vector<std::string> texts;
  for (const Line& line : page.lines)
    if (line.furniture) texts.push_back(text_of({line}));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("heads and page numbers return at the same height") {
  std::vector<PageLines> pages;
  for (int i = 1; i <= 5; ++i)
    pages.push_back(page_of({{20, "Convenant wijkaanpak"},
                             {34, "versie 2"},
                             {80, "Tekst nummer " + std::string(static_cast<std::size_t>(i), 'x')},
                             {780, "- " + std::to_string(i) + " -"}}));
  find_furniture(pages);
  for (int i = 1; i <= 5; ++i)
    CHECK(furniture_of(pages[static_cast<std::size_t>(i - 1)]) ==
          Texts{"Convenant wijkaanpak", "versie 2", "- " + std::to_string(i) + " -"});
}

TEST_CASE("a label that begins distant pages is text") {
  std::vector<PageLines> pages;
  for (int i = 0; i < 30; ++i)
    pages.push_back(
        page_of({{80, i % 10 == 0 ? "Inzet rijk"
                                  : "alinea " + std::string(static_cast<std::size_t>(i), 'x')},
                 {95, "meer tekst " + std::string(static_cast<std::size_t>(i), 'y')}}));
  find_furniture(pages);
  for (const auto& page : pages) CHECK(furniture_of(page).empty());
}

TEST_CASE("heads of left and right pages alternate") {
  std::vector<PageLines> pages;
  for (int i = 0; i < 8; ++i)
    pages.push_back(page_of({{20, i % 2 ? "rechts" : "links"},
                             {80, "tekst " + std::string(static_cast<std::size_t>(i), 'x')}}));
  find_furniture(pages);
  CHECK(furniture_of(pages[3]) == Texts{"rechts"});
  CHECK(furniture_of(pages[4]) == Texts{"links"});
}

TEST_CASE("two pages prove nothing but in the margin") {
  std::vector<PageLines> text(2, page_of({{80, "Inzet rijk"}, {100, "tekst"}}));
  find_furniture(text);
  CHECK(furniture_of(text[0]).empty());
  std::vector<PageLines> heads(2, page_of({{20, "Convenant"}, {80, "tekst"}}));
  find_furniture(heads);
  CHECK(furniture_of(heads[0]) == Texts{"Convenant"});
}

TEST_CASE("a bare number at the foot of two pages is the page's") {
  std::vector<PageLines> pages = {page_of({{80, "tekst"}, {780, "1"}}),
                                  page_of({{80, "meer tekst"}, {780, "2"}})};
  find_furniture(pages);
  CHECK(furniture_of(pages[0]) == Texts{"1"});
  CHECK(furniture_of(pages[1]) == Texts{"2"});
}

TEST_CASE("a number that stands alone at the foot of the only page is the page's") {
  std::vector<PageLines> pages = {page_of({{80, "tekst"}, {780, "- 12 -"}})};
  find_furniture(pages);
  CHECK(furniture_of(pages[0]) == Texts{"- 12 -"});

  std::vector<PageLines> beside_text = {page_of({{80, "tekst"}, {768, "totaal"}, {780, "12"}})};
  find_furniture(beside_text);
  CHECK(furniture_of(beside_text[0]).empty());

  std::vector<PageLines> in_text = {page_of({{80, "tekst"}, {300, "12"}})};
  find_furniture(in_text);
  CHECK(furniture_of(in_text[0]).empty());
}
