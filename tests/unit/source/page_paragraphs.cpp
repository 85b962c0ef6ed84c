#include "source/pages/paragraphs.hpp"

#include <catch2/catch.hpp>

#include "printed_page.hpp"
#include "source/pages/lines.hpp"

using namespace handvest::pages;

namespace {

// The column is 50 to 250 wide: 40 letters.
constexpr double left = 50, right = 250;

Region column(const std::vector<std::pair<double, std::string>>& lines, double indent = 0) {
  Region region;
  region.left = left;
  region.right = right;
  for (const auto& [y, text] : lines)
    region.lines.push_back(line_of(set_words(left + indent, y, text)));
  return region;
}

std::vector<std::string> texts(Region region) {
  Spacing spacing;
  spacing.letter_height = line_height;
  spacing.pitch = 1.2;
  std::vector<std::string> found;
  for (const Paragraph& paragraph : find_paragraphs(region, spacing))
    found.push_back((paragraph.blank_before ? "" : "~") + text_of(paragraph.lines));
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a line that had no room for the next word goes on") {
  CHECK(
      texts(column({{0, "de gemeente en het rijk spreken af dat"}, {12, "zij samen optrekken"}})) ==
      Texts{"de gemeente en het rijk spreken af dat / zij samen optrekken"});
}

TEST_CASE("a line with room for the next word was ended on purpose") {
  CHECK(texts(column({{0, "minister van Justitie"}, {12, "mr. A. de Vries"}})) ==
        Texts{"minister van Justitie", "~mr. A. de Vries"});
}

TEST_CASE("a wide gap sets paragraphs apart even behind a full line") {
  CHECK(
      texts(column({{0, "de gemeente en het rijk spreken af dat"}, {24, "zij samen optrekken"}})) ==
      Texts{"de gemeente en het rijk spreken af dat", "zij samen optrekken"});
}

TEST_CASE("list items begin at their marks and hang together") {
  Region region = column({{0, "- in 2009 komen er dertig woningen bij en"}});
  region.lines.push_back(line_of(set_words(left + 10, 12, "worden er tien gesloopt of verkocht.")));
  region.lines.push_back(line_of(set_words(left, 24, "- daarna zien partijen samen verder of")));
  region.lines.push_back(line_of(set_words(left + 10, 36, "niet")));
  CHECK(texts(std::move(region)) ==
        Texts{"- in 2009 komen er dertig woningen bij en / worden er tien "
              "gesloopt of verkocht.",
              "~- daarna zien partijen samen verder of / niet"});
}

TEST_CASE("an indented line begins a paragraph, and the next line is its second") {
  Region region = column({{0, "dat is het einde van de alinea hiervoor."}});
  region.lines.push_back(line_of(set_words(left + 15, 12, "Een nieuwe alinea springt in en gaat")));
  region.lines.push_back(line_of(set_words(left, 24, "aan de marge verder.")));
  CHECK(texts(std::move(region)) ==
        Texts{"dat is het einde van de alinea hiervoor.",
              "~Een nieuwe alinea springt in en gaat / aan de marge verder."});
}

TEST_CASE("rows of cells are never joined") {
  Region region;
  region.left = left;
  region.right = right;
  for (int i = 0; i < 2; ++i) {
    auto words = set_words(left, 12 * i, "woningen");
    add(words, 150, 12 * i, "aantal van 120 stuks");
    region.lines.push_back(line_of(std::move(words)));
  }
  CHECK(texts(std::move(region)).size() == 2);
}

TEST_CASE("a number at the begin of a line within a sentence is no list mark") {
  CHECK(texts(column({{0, "de afspraken lopen tot aan het einde van"},
                      {12, "12. december is te laat"}}))
            .size() == 1);
}
