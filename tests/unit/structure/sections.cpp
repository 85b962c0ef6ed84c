#include <algorithm>
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using test::charter;
using test::outline_of;
using test::tree_of;
using Lines = std::vector<std::string>;

namespace {

const std::string kBlocks =
    "a. Gezamenlijke ambitie\n\nHet wordt beter.\n\n"
    "b. Inzet stad\n\n- De stad veegt.\n\n"
    "c. Inzet rijk\n\n- Het rijk betaalt.\n\n";

Lines sections_of(const std::string& body) {
  const Outline outline = outline_of(charter(body));
  REQUIRE(outline.charters.size() == 1);
  return tree_of(outline.charters.front().sections);
}

}  // namespace

TEST_CASE("numbered sections hold their blocks") {
  CHECK(sections_of("1. Op het gebied van WONEN\n\n" + kBlocks + "2. Overig\n\nNiets meer.\n") ==
        Lines{"Preambule [preambule]", "1 Op het gebied van WONEN [wonen]",
              "- ambitie gezamenlijk: Gezamenlijke ambitie", "- inzet stad: Inzet stad",
              "- inzet rijk: Inzet rijk", "2 Overig [overig]"});
}

TEST_CASE("a numbered list inside a section does not end it") {
  const std::string money =
      "Er zijn drie potten:\n\n1. Geld van corporaties\n\nDat is veel.\n\n"
      "2. Geld van het rijk\n\nDat is minder.\n\n3. Geld van de stad\n\nDat is weinig.\n\n";
  const auto tree = sections_of("1. Wonen\n\n" + kBlocks + "2. Financiering\n\n" + money +
                                "3. Overig\n\nNiets meer.\n");
  CHECK(tree[5] == "2 Financiering [financiering]");
  CHECK(tree[6] == "3 Overig [overig]");
  CHECK(tree.size() == 7);
}

TEST_CASE("the last item of a numbered list above a label is no heading") {
  const std::string list = "1. De stad veegt\n2. De stad maait\n3. De stad plant\n\n";
  const auto tree = sections_of("1. Groen\n\nGezamenlijke ambitie\n\n" + list +
                                "Inzet stad\n\n- Veel.\n\n2. Overig\n\nNiets.\n");
  CHECK(tree.size() == 5);
}

TEST_CASE("a heading that names no number but has labels below it is a section") {
  SECTION("inside a section that has no blocks of its own") {
    const auto tree =
        sections_of("1. Veiligheid en groen\n\nVeiligheid\n\n" + kBlocks + "Groen\n\n" + kBlocks);
    CHECK(tree[2] == "  Veiligheid [veiligheid]");
    CHECK(tree[6] == "  Groen [groen]");
  }
  SECTION("beside a section that has its blocks: it lost its number") {
    const auto tree = sections_of("1. Wonen\n\n" + kBlocks + "Werken\n\n" + kBlocks);
    CHECK(tree[5] == "Werken [werken]");
  }
  SECTION("but not where the row of labels goes on: a running head") {
    const auto tree = sections_of(
        "1. Wonen\n\nGezamenlijke ambitie\n\nMooi.\n\nMeppels Plan\n\n"
        "Inzet stad\n\n- Veel.\n");
    CHECK(tree.size() == 4);
  }
}

TEST_CASE("a heading with nothing but numbered sections below it groups them") {
  const auto tree = sections_of("Samen in de wijk\n\n1. Wonen\n\n" + kBlocks + "2. Werken\n\n" +
                                kBlocks + "3. Financiering\n\nGeld is er.\n");
  CHECK(tree[1] == "Samen in de wijk [algemeen]");
  CHECK(tree[2] == "  1 Wonen [wonen]");
  CHECK(tree[6] == "  2 Werken [werken]");
  CHECK(tree[10] == "3 Financiering [financiering]");
}

TEST_CASE("a lettered label that a converter made a list item begins a block") {
  const auto tree = sections_of(
      "1. Wonen\n\nb. Inzet stad:\n\n- De stad veegt.\n- c. Inzet rijk:**\n- Het rijk betaalt.\n");
  CHECK(tree.back() == "- inzet rijk: Inzet rijk");
}

TEST_CASE("a line under the heading may name the theme") {
  const auto tree =
      sections_of("1. Spreek elkaar aan\n\nThema's: wonen en groen, leren.\n\n" + kBlocks);
  CHECK(tree[1] == "1 Spreek elkaar aan [wonen]");
}

TEST_CASE("a section of many themes is about none of them") {
  const std::string parts =
      "3.1. Wonen\n\n" + kBlocks + "3.2. Werken\n\n" + kBlocks + "3.3. Veiligheid\n\n" + kBlocks;
  const auto tree = sections_of("1. Wonen\n\n" + kBlocks + "2. Werken\n\n" + kBlocks +
                                "3. Uitvoering\n\n" + parts);
  CHECK(std::find(tree.begin(), tree.end(), "3 Uitvoering [algemeen]") != tree.end());
}

TEST_CASE("roman numbers count where the first two are there") {
  const auto tree = sections_of("I. Wonen\n\n" + kBlocks + "II. Werken\n\n" + kBlocks +
                                "IV. Overig\n\nNiets meer.\n");
  CHECK(tree[1] == "I Wonen [wonen]");
  CHECK(tree[5] == "II Werken [werken]");
  CHECK(tree[9] == "IV Overig [overig]");
  const auto named = sections_of("1. Wonen\n\n" + kBlocks + "V. Jansen\n\nEen bewoner.\n");
  CHECK(named.back() == "- inzet rijk: Inzet rijk");
}

TEST_CASE("blocks of other names") {
  const auto tree = sections_of(
      "§ 1 Wonen\n\nGezamenlijke doelen\n\nHet wordt beter.\n\nBijdrage van de gemeente\n\n"
      "- De stad veegt.\n\nWat doet het rijk?\n\n- Het rijk betaalt.\n");
  CHECK(tree == Lines{"Preambule [preambule]", "1 Wonen [wonen]",
                      "- ambitie gezamenlijk: Gezamenlijke doelen",
                      "- inzet stad: Bijdrage van de gemeente",
                      "- inzet rijk: Wat doet het rijk?"});
}

TEST_CASE("sub-numbers, capitals and pillars") {
  SECTION("2.1") {
    const auto tree = sections_of("1. Samen\n\nTekst.\n\n2. Thema's\n\n2.1 Wonen\n\n" + kBlocks +
                                  "2.2. Werken\n\n" + kBlocks);
    CHECK(tree[3] == "  2.1 Wonen [wonen]");
    CHECK(tree[7] == "  2.2 Werken [werken]");
  }
  SECTION("capitals without number") {
    const auto tree = sections_of("WONEN\n\n" + kBlocks + "WERKEN\n\n" + kBlocks);
    CHECK(tree[1] == "WONEN [wonen]");
    CHECK(tree[5] == "WERKEN [werken]");
  }
  SECTION("PIJLER 1") {
    const auto tree = sections_of("PIJLER 1 Wonen\n\n" + kBlocks + "PIJLER 2 Sport\n\n" + kBlocks);
    CHECK(tree[1] == "1 Wonen [wonen]");
    CHECK(tree[5] == "2 Sport [sport]");
  }
}

TEST_CASE("a small heading inside a block stays a subheading") {
  const Outline outline =
      outline_of(charter("1. Wonen\n\nInzet stad\n\nSpeeltuinen\n\n- De stad bouwt er drie.\n\n"));
  const auto& block = outline.charters[0].sections[1].blocks.at(0);
  REQUIRE(block.content.size() == 2);
  CHECK(block.content[0].type == ItemType::subheading);
  CHECK(block.content[1].type == ItemType::list_item);
}

TEST_CASE("an item keeps its text only where it reads otherwise than it is printed") {
  const std::string text = charter(
      "1. Wonen\n\nInzet stad\n\n- De stad bouwt er drie.\n\n"
      "De wijkagenten komen er in het voor-\njaar bij.\n\nDe wijk heeft een voorjaar.\n\n");
  const Outline outline = outline_of(text);
  const auto& content = outline.charters[0].sections[1].blocks.at(0).content;
  REQUIRE(content.size() == 3);
  CHECK(content[0].text(text) == "De stad bouwt er drie.");
  CHECK(content[0].mended.empty());
  CHECK(content[1].text(text) == "De wijkagenten komen er in het voorjaar bij.");
  CHECK(content[1].printed == 0);
  CHECK(content[2].text(text) == "De wijk heeft een voorjaar.");
}

TEST_CASE("sections and blocks end before the next heading and the signature") {
  const std::string text = charter(
      "1. Wonen\n\nInzet stad\n\nLaatste woord.\n\n2. Overig\n\n"
      "Slot.\n\nAldus opgemaakt en in tweevoud ondertekend.\n");
  const Outline outline = outline_of(text);
  const auto& sections = outline.charters[0].sections;
  CHECK(slice(text, sections[1].span).substr(0, 8) == "1. Wonen");
  CHECK(sections[1].span.end == text.find("Laatste woord.") + 14);
  CHECK(sections[1].blocks[0].span.end == sections[1].span.end);
  CHECK(sections[2].span.end == text.find("Slot.") + 5);
}

TEST_CASE("ids are paths, and the second of a name is told apart") {
  const Outline outline =
      outline_of(charter("1. Wonen\n\nInzet rijk\n\n- Een.\n\n"
                         "Inzet rijk voor Meppel\n\n- Twee.\n"));
  const auto& section = outline.charters[0].sections[1];
  CHECK(section.id == "meppel/1");
  CHECK(section.blocks[0].id == "meppel/1/inzet-rijk");
  CHECK(section.blocks[1].id == "meppel/1/inzet-rijk-2");
  CHECK(node_at(outline, section.blocks[1].span.begin) == "meppel/1/inzet-rijk-2");
}
