#include "source/pages/columns.hpp"

#include <catch2/catch.hpp>

#include "printed_page.hpp"
#include "source/pages/lines.hpp"
#include "source/pages/usual_gutters.hpp"

using namespace handvest::pages;

namespace {

/// Eight lines of running text, each beginning with `name` and its number.
void add_column(std::vector<Word>& page, double x, double y, const std::string& name,
                int lines = 8) {
  for (int i = 0; i < lines; ++i)
    add(page, x, y + 12 * i, name + std::to_string(i) + " en dan nog wat woorden erbij");
}

std::vector<std::string> first_words(const std::vector<Region>& regions) {
  std::vector<std::string> words;
  for (const Region& region : regions) words.push_back(region.lines.front().words.front().text);
  return words;
}

}  // namespace

TEST_CASE("the left column is read before the right one") {
  std::vector<Word> words;
  add_column(words, 50, 100, "links");
  add_column(words, 260, 104, "rechts");
  const auto regions = find_columns(find_lines(words), 50, 450);
  CHECK(first_words(regions) == std::vector<std::string>{"links0", "rechts0"});
  CHECK(regions[0].lines.size() == 8);
  CHECK_FALSE(regions[0].next_column);
  CHECK(regions[1].next_column);
  CHECK(regions[0].right <= 260);
  CHECK(regions[1].left == 260);
}

TEST_CASE("a line over both columns parts them into bands") {
  std::vector<Word> words;
  add_column(words, 50, 100, "a");
  add_column(words, 260, 100, "b");
  add(words, 50, 220,
      "een titel die zonder twijfel over de beide kolommen van de bladzijde "
      "reikt");
  add_column(words, 50, 250, "c");
  add_column(words, 260, 250, "d");
  const auto regions = find_columns(find_lines(words), 50, 450);
  CHECK(first_words(regions) == std::vector<std::string>{"a0", "b0", "een", "c0", "d0"});
}

TEST_CASE("a word that sticks out into the gutter joins no columns") {
  std::vector<Word> words;
  add_column(words, 50, 100, "links");
  add_column(words, 260, 100, "rechts");
  add(words, 50, 196, "de laatste regel met een woord te langgg");
  add(words, 260, 196, "rechts8 en dan nog wat woorden erbij");
  const auto regions = find_columns(find_lines(words), 50, 450);
  REQUIRE(first_words(regions) == std::vector<std::string>{"links0", "rechts0"});
  CHECK(regions[0].lines.size() == 9);
  CHECK(text_of({regions[1].lines.back()}) == "rechts8 en dan nog wat woorden erbij");
}

TEST_CASE("three columns") {
  std::vector<Word> words;
  add_column(words, 0, 0, "a");
  add_column(words, 200, 0, "b");
  add_column(words, 400, 0, "c");
  const auto regions = find_columns(find_lines(words), 0, 600);
  CHECK(first_words(regions) == std::vector<std::string>{"a0", "b0", "c0"});
}

TEST_CASE("a table over both columns parts them, though its cells leave the gutter white") {
  std::vector<Word> words;
  add_column(words, 50, 100, "a");
  add_column(words, 260, 100, "b");
  for (int row = 0; row < 4; ++row) {
    add(words, 50, 220 + 12 * row, "jaar" + std::to_string(row));
    add(words, 150, 220 + 12 * row, std::to_string(40 + row));
    add(words, 260, 220 + 12 * row, std::to_string(50 + row));
    add(words, 350, 220 + 12 * row, std::to_string(60 + row));
  }
  add_column(words, 50, 290, "c");
  add_column(words, 260, 290, "d");
  const auto regions = find_columns(find_lines(words), 50, 450);
  REQUIRE(first_words(regions) == std::vector<std::string>{"a0", "b0", "jaar0", "c0", "d0"});
  CHECK(text_of(regions[2].lines) ==
        "jaar0 40 50 60 / jaar1 41 51 61 / jaar2 42 52 62 / jaar3 43 53 63");
}

TEST_CASE("a table in the left column leaves the right one whole") {
  std::vector<Word> words;
  add_column(words, 50, 100, "a", 4);
  for (int row = 0; row < 4; ++row) {
    add(words, 50, 160 + 13 * row, "jaar" + std::to_string(row));
    add(words, 150, 160 + 13 * row, std::to_string(40 + row));
  }
  add_column(words, 50, 230, "c", 4);
  add_column(words, 260, 100, "b", 16);
  const auto regions = find_columns(find_lines(words), 50, 450);
  REQUIRE(first_words(regions) == std::vector<std::string>{"a0", "b0"});
  CHECK(regions[0].lines.size() == 12);
  CHECK(regions[1].lines.size() == 16);
}

TEST_CASE("rows of a table stay whole") {
  std::vector<Word> words;
  for (int row = 0; row < 10; ++row) {
    add(words, 50, 100 + 14 * row, "doel" + std::to_string(row));
    add(words, 200, 100 + 14 * row, std::to_string(2008 + row));
    add(words, 300, 100 + 14 * row, std::to_string(10 * row) + " %");
  }
  const auto regions = find_columns(find_lines(words), 50, 450);
  REQUIRE(regions.size() == 1);
  CHECK(regions[0].lines.size() == 10);
  CHECK(regions[0].lines[3].words.size() == 4);
}

TEST_CASE("list marks are no column") {
  std::vector<Word> words;
  for (int row = 0; row < 10; ++row) {
    add(words, 50, 100 + 14 * row, "-");
    add(words, 80, 100 + 14 * row, "een punt van de lijst met een aantal woorden");
  }
  const auto regions = find_columns(find_lines(words), 50, 450);
  REQUIRE(regions.size() == 1);
  CHECK(regions[0].lines.size() == 10);
}

TEST_CASE("running text of one column is one region") {
  std::vector<Word> words;
  for (int row = 0; row < 30; ++row)
    add(words, 50, 100 + 12 * row,
        "een regel met gewone woorden die de hele breedte van het blad vult");
  CHECK(find_columns(find_lines(words), 50, 450).size() == 1);
}

TEST_CASE("no words give no regions") { CHECK(find_columns({}, 0, 0).empty()); }

TEST_CASE("a page of short lines is divided where the other pages are") {
  std::vector<PageContent> pages(4);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::vector<Word> words;
    if (i == 0) {
      add(words, 50, 100, "Inhoud");
      add(words, 260, 100, "Wonen");
      add(words, 260, 112, "Werken");
    } else {
      add_column(words, 50, 100, "a");
      add_column(words, 260, 100, "b");
    }
    pages[i].width = 500;
    pages[i].regions = find_columns(find_lines(words), 50, 450);
  }
  REQUIRE(pages[0].regions.size() == 1);
  apply_usual_gutters(pages);
  REQUIRE(pages[0].regions.size() == 2);
  CHECK(text_of(pages[0].regions[0].lines) == "Inhoud");
  CHECK(text_of(pages[0].regions[1].lines) == "Wonen / Werken");
}
