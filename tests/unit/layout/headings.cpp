// Heading candidates.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

TEST_CASE("short lines set apart are candidates, numbered ones with their number") {
  for (const std::string line :
       {"Inzet stad", "a. Gezamenlijke ambitie", "1. Op het gebied van groen", "12 Overig",
        "Maatregelen:", "Doen we mee?", "2.1 Leren en spelen", "PIJLER 1 Schoon",
        "m.b.t. de jeugd"}) {
    INFO(line);
    const std::string text = "Dit is een zin.\n\n" + line + "\n\nDit ook, en zij is lang.\n";
    const Layout layout = layout_of(text);
    REQUIRE(layout.elements.size() == 3);
    CHECK(layout.elements[1].kind == ElementKind::heading);
    CHECK(layout.elements[1].text(text) == line);
  }
}

TEST_CASE("sentences, figures, items and addresses are no candidates") {
  for (const std::string line :
       {"Het rijk betaalt mee.", ".....", "17,5", "- Overleg", "www.example.nl",
        "Zij doen het samen. Er is geld", "De minister voor Wonen,"}) {
    INFO(line);
    const Layout layout =
        layout_of("Dit is een zin.\n\n" + line + "\n\nDit ook, en zij is lang.\n");
    CHECK(layout.elements[1].kind != ElementKind::heading);
  }
}

TEST_CASE("numbered lines next to each other are a list") {
  CHECK(outline_of("Zin.\n\n1. samenhang\n2. bewoners\n3. tempo\n\nZin.\n") ==
        Outline{"paragraph Zin.", "item 1 [1.] samenhang", "item 1 [2.] bewoners",
                "item 1 [3.] tempo", "paragraph Zin."});
}

TEST_CASE("a label may stand directly on its text") {
  const std::string prose(120, 'x');
  CHECK(outline_of("Zin.\n\nInzet stad\n- een\n- twee\n\nInzet rijk\nIn " + prose + ".\n") ==
        Outline{"paragraph Zin.", "heading Inzet stad", "item 1 [-] een", "item 1 [-] twee",
                "heading Inzet rijk", "paragraph In " + prose + "."});
  // Two short lines are no heading and its text: a name and a role.
  CHECK(outline_of("Zin.\n\nminister van Sport\nMevrouw De Vries\n").at(1) ==
        "paragraph minister van Sport");
}
