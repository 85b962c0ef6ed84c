#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using test::outline_of;
using test::tree_of;
using Lines = std::vector<std::string>;

namespace {

const std::string kLetter =
    "Vergaderjaar 2011–2012\n\n31 999\n\nBruggen en sluizen\n\nNr. 8\n\n"
    "BRIEF VAN DE MINISTER VAN VERKEER\n\nAan de Voorzitter van de Tweede Kamer\n\n"
    "Den Haag, 4 mei 2012\n\nHierbij stuur ik u het verslag.\n\n"
    "1. Bruggen houden stand\n\na. Oude bruggen\n\nZe staan er nog.\n\n"
    "Illustratie: De brug van Meppel\n\nDie is mooi.\n\nb. Nieuwe bruggen\n\nZe komen.\n\n"
    "2. Sluizen\n\nDicht.\n\nDe Minister van Verkeer,\nA. B. Schipper\n";

}  // namespace

TEST_CASE("a letter tells its dossier, date, addressee and signatory") {
  const Outline outline = outline_of(kLetter);
  CHECK(outline.profile == "profile-letter");
  CHECK(outline.title == "Bruggen en sluizen");
  CHECK(outline.date == "2012-05-04");
  CHECK(outline.identifiers == Lines{"kst-31999-8"});
  Lines fields;
  for (const auto& field : outline.fields) fields.push_back(field.name + ": " + field.text);
  CHECK(fields == Lines{"session: 2011–2012", "sender: DE MINISTER VAN VERKEER",
                        "addressee: de Voorzitter van de Tweede Kamer", "place: Den Haag",
                        "signatory: A. B. Schipper"});
}

TEST_CASE("lettered sections of a letter lie below its numbered ones, boxes inside them") {
  const Outline outline = outline_of(kLetter);
  REQUIRE(outline.sections.size() == 2);
  const auto& first = outline.sections[0];
  CHECK(first.sections.at(0).number == "a");
  CHECK(first.sections.at(1).number == "b");
  CHECK(first.sections[0].content.at(1).type == ItemType::subheading);
}

TEST_CASE("an agenda's problem is the common ambition") {
  const Outline outline = outline_of(
      "Samen varen\n\n1. Aanloop\n\nWij varen.\n\n2. Thema's\n\n2.1. Veiligheid\n\n"
      "Kernprobleem / Ambitie\n\nHet lekt.\n\nInzet rijk\n\n- Hozen.\n\nInzet gemeente\n\n"
      "- Dichten.\n\n2.2. Werk\n\nKernprobleem / Ambitie\n\nEr is te weinig.\n\n"
      "Inzet rijk\n\n- Wachten.\n");
  CHECK(outline.kind == "agenda");
  CHECK(tree_of(outline.sections) ==
        Lines{"1 Aanloop [algemeen]", "2 Thema's [algemeen]", "  2.1 Veiligheid [veiligheid]",
              "  - ambitie gezamenlijk: Kernprobleem / Ambitie", "  - inzet rijk: Inzet rijk",
              "  - inzet stad: Inzet gemeente", "  2.2 Werk [werken]",
              "  - ambitie gezamenlijk: Kernprobleem / Ambitie", "  - inzet rijk: Inzet rijk"});
}

TEST_CASE("an annex is divided by the names of themes") {
  const Outline outline = outline_of(
      "Bijlage ANDERE REGELINGEN\n\nWonen\n\nDakgoten\n\nHet rijk betaalt de helft van elke "
      "goot. (VROM)\n\nWerken\n\nStages\n\nEr komen plekken bij de sluis. (SZW)\n");
  CHECK(outline.profile == "profile-annex");
  CHECK(tree_of(outline.sections) == Lines{"Wonen [wonen]", "Werken [werken]"});
}

TEST_CASE("scrambled pages keep their printed order and tell the logical one") {
  const Outline outline = outline_of(
      test::charter("3. Werken\n\nInzet stad\n\n- Veel.\n\n4. Overig\n\nSlot.\n\n"
                    "1. Wonen\n\nInzet stad\n\n- Wat.\n\n2. Sport\n\nInzet stad\n\n- Iets.\n"));
  const auto& sections = outline.charters[0].sections;
  Lines order;
  for (const auto& section : sections) {
    order.push_back(section.number + ":" + std::to_string(section.order.value_or(0)));
  }
  CHECK(order == Lines{":3", "3:4", "4:5", "1:1", "2:2"});
  CHECK(test::warnings_of(outline) == Lines{"scrambled-order"});
}

TEST_CASE("numbers that lead no heading are warned of") {
  const Outline outline = outline_of(
      test::charter("1. Wonen\n\nInzet stad\n\n- Veel.\n\n4. Werken\n\nInzet stad\n\n- Meer.\n"));
  CHECK(test::warnings_of(outline) == Lines{"missing-numbers"});
}

TEST_CASE("numbers of headings, lists and contents are marks, not mentions") {
  const std::string text = test::charter(
      "1. Wonen\n\nInzet stad\n\n1. De stad veegt.\n"
      "2. De stad maait 3 keer.\n");
  const Outline outline = outline_of(text);
  Lines marks;
  for (const auto& mark : outline.marks) marks.emplace_back(slice(text, mark));
  CHECK(marks == Lines{"4", "1", "1.", "2."});
}

TEST_CASE("what lies in no known structure is listed") {
  const Outline outline = outline_of("Los zand zonder kop.\n\nNog meer zand.\n");
  REQUIRE(outline.coverage.unknown.size() == 1);
  CHECK(outline.coverage.unknown[0] == Span{0, 36});
  CHECK(outline.coverage.structured == 0);
  CHECK(outline.coverage.characters == 29);
}

TEST_CASE("odd texts do no harm") {
  CHECK(outline_of("").sections.empty());
  std::string headings;
  for (int i = 0; i < 3000; ++i) headings += "1. Wonen\n\nInzet stad\n\n";
  CHECK(!outline_of(headings).sections.empty());
  std::string letters;
  for (int i = 0; i < 3000; ++i) letters += "a. Wonen\n\ni. Werken\n\n";
  CHECK_NOTHROW(outline_of(letters));
  std::string contents;
  for (int i = 0; i < 3000; ++i) contents += "Inhoud\n\nWonen\t3\n\n";
  CHECK_NOTHROW(outline_of(contents));
}
