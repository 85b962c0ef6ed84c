#include "source/pages/tables.hpp"

#include <catch2/catch.hpp>

#include "source/pages/compose.hpp"
#include "source/pages/lines.hpp"

using namespace handvest;
using namespace handvest::pages;

namespace {

/// Words of one printed line: "Wonen" at x = 10, "40" at x = 100, in letters 10 high and 5 wide.
Line printed(double top, const std::vector<std::pair<double, std::string>>& texts) {
  std::vector<Word> words;
  for (const auto& [x, text] : texts) {
    Word word;
    word.text = text;
    word.box = {x, top, x + 5 * static_cast<double>(text.size()), top + 10};
    words.push_back(std::move(word));
  }
  return line_of(std::move(words));
}

/// The text of one page with these lines, of a document with running text of 80 letters a line.
std::string text_of(std::vector<Line> lines) {
  int tables = 0;
  find_tables(lines, tables);
  Region region;
  region.lines = std::move(lines);
  region.left = 10;
  region.right = 410;
  PageContent page;
  page.width = 420;
  page.height = 600;
  page.regions.push_back(std::move(region));
  std::vector<PageContent> pages;
  pages.push_back(std::move(page));
  TextBuilder text("in", {});
  compose(std::move(pages), text);
  return text.finish().text;
}

}  // namespace

TEST_CASE("cells printed on several lines are one row") {
  CHECK(
      text_of({printed(0, {{10, "Wijk"}, {100, "Totale"}, {135, "investering"}, {200, "Waarvan"}}),
               printed(12, {{100, "(x"}, {115, "mln)"}, {200, "onrendabel"}}),
               printed(24, {{10, "Noord"}, {100, "157"}, {200, "68"}}),
               printed(36, {{10, "Zuid"}, {100, "256"}, {200, "75"}})}) ==
      "Wijk\tTotale investering (x mln)\tWaarvan onrendabel\n"
      "Noord\t157\t68\n"
      "Zuid\t256\t75\n");
}

TEST_CASE("rows with words in the first column alone keep their empty cells") {
  CHECK(text_of({printed(0, {{10, "Indicator"}, {100, "2006"}, {180, "2010"}}),
                 printed(12, {{10, "Woonomgeving"}}),
                 printed(24, {{10, "Schoon"}, {100, "5,2"}, {180, "5,8"}}),
                 printed(36, {{10, "Heel"}, {180, "6,3"}})}) ==
        "Indicator\t2006\t2010\n"
        "Woonomgeving\t\t\n"
        "Schoon\t5,2\t5,8\n"
        "Heel\t\t6,3\n");
}

TEST_CASE("numbers below each other are rows, however narrow their columns") {
  CHECK(text_of({printed(0, {{10, "2008"}, {45, "10"}}), printed(12, {{10, "2009"}, {45, "20"}}),
                 printed(24, {{10, "2010"}, {45, "30"}})}) == "2008\t10\n2009\t20\n2010\t30\n");
}

TEST_CASE("columns close together are told apart where their cells begin at one place") {
  CHECK(text_of({printed(0, {{10, "Schoon"}, {46, "40"}, {100, "50"}}),
                 printed(12, {{10, "en"}, {22.5, "heel"}, {46, "41"}, {100, "51"}}),
                 printed(24, {{10, "Werk"}, {46, "42"}, {100, "52"}}),
                 printed(36, {{10, "in"}, {22.5, "wijk"}, {46, "43"}, {100, "53"}})}) ==
        "Schoon\t40\t50\nen heel\t41\t51\nWerk\t42\t52\nin wijk\t43\t53\n");
}

TEST_CASE("a wide gap in one line of running text makes no table") {
  CHECK(text_of({printed(0, {{10, "Wonen"}, {100, "is"}}),
                 printed(12, {{10, "belangrijkste"}, {77, "onderwerp"}, {124, "hier"}})}) ==
        "Wonen\tis\nbelangrijkste onderwerp hier\n");
}

TEST_CASE("cells that stand in no columns are left where they are") {
  CHECK(text_of({printed(0, {{10, "Noord"}, {55, "6,2"}, {90, "7"}}),
                 printed(12, {{10, "Zuiderhoven"}, {85, "11,4"}, {125, "8"}}),
                 printed(24, {{10, "Oost"}, {50, "5,1"}, {85, "9"}})}) ==
        "Noord\t6,2\t7\nZuiderhoven\t11,4\t8\nOost\t5,1\t9\n");
}

TEST_CASE("what stands below a table is no row of it") {
  CHECK(text_of({printed(0, {{10, "2008"}, {100, "10"}}), printed(12, {{10, "2009"}, {100, "20"}}),
                 printed(24, {{10, "Bron:"}, {37, "CBS"}}), printed(60, {{10, "Slot"}})}) ==
        "2008\t10\n2009\t20\nBron: CBS\n\nSlot\n");
}
