#include "source/pages/lines.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "printed_page.hpp"

using namespace handvest::pages;

TEST_CASE("words side by side are a line, in whatever order they come") {
  std::vector<Word> words;
  add(words, 10, 100, "de gemeente investeert");
  add(words, 10, 115, "in de wijk");
  std::shuffle(words.begin(), words.end(), std::mt19937(7));
  const auto rows = rows_of(find_lines(words));
  CHECK(text_of(rows) == "de gemeente investeert / in de wijk");
}

TEST_CASE("lines of a page that is turned a little do not run into each other") {
  std::vector<Word> words;
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 12; ++column)
      add(words, 10 + column * 30, 100 + row * 14 - column * 1.2, "woord");
  }
  const auto lines = find_lines(words);
  REQUIRE(lines.size() == 5);
  for (const Line& line : lines) CHECK(line.words.size() == 12);
}

TEST_CASE("words farther apart than a blank are lines of their own, and one row") {
  std::vector<Word> words;
  add(words, 10, 100, "wonen");
  add(words, 200, 100, "12");
  auto lines = find_lines(words);
  REQUIRE(lines.size() == 2);
  const auto rows = rows_of(std::move(lines));
  REQUIRE(rows.size() == 1);
  CHECK(is_cell_gap(rows[0], 1));
  CHECK_FALSE(is_cell_gap(rows[0], 0));
}

TEST_CASE("every word is kept when all stand on one spot") {
  std::vector<Word> words;
  for (int i = 0; i < 20000; ++i) add(words, 10, 10, "x");
  std::size_t count = 0;
  for (const Line& line : find_lines(words)) count += line.words.size();
  CHECK(count == 20000);
}
