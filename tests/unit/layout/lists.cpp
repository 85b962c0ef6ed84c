// List items, their marks and levels.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

TEST_CASE("marks of all kinds are parted from the text") {
  const std::vector<std::pair<std::string, std::string>> marks = {
      {"- groen", "-"},       {"– groen", "–"},     {"• groen", "•"},     {"o groen", "o"},
      {"1. groen", "1."},     {"a. groen", "a."},   {"1) groen", "1)"},   {"(1) groen", "(1)"},
      {"(b) groen", "(b)"},   {"iv) groen", "iv)"}, {"- o groen", "- o"}, {"- + groen", "- +"},
      {"- a. groen", "- a."}, {"* groen", "*"},
  };
  for (const auto& [line, marker] : marks) {
    // Two items, so that none is a heading set apart.
    const std::string text = line + " in de buurt\n" + line + " in de stad\n";
    const Layout layout = layout_of(text);
    INFO(line);
    REQUIRE(layout.elements.size() == 2);
    const Element& item = layout.elements[0];
    CHECK(item.kind == ElementKind::list_item);
    CHECK(item.marker == marker);
    CHECK(item.text(text) == "groen in de buurt");
    CHECK(slice(text, item.marker_span) == marker);
  }
}

TEST_CASE("what only looks like a mark is text") {
  for (const std::string text :
       {"-5% in twee jaar", "2.500 woningen in de stad", "4.4 miljoen euro", "1.5 jaar later",
        "A. Jansen, wethouder", "S. M. de Boer", "m.b.t. de wijk", "3 juli 2008 is de dag",
        "*cursief* gezet"}) {
    INFO(text);
    const Layout layout = layout_of(text + "\n" + text);
    CHECK(layout.elements[0].kind != ElementKind::list_item);
  }
}

TEST_CASE("capitals are marks where they follow each other") {
  CHECK(outline_of("A. wonen in de stad\nB. werken in de stad\n") ==
        Outline{"item 1 [A.] wonen in de stad", "item 1 [B.] werken in de stad"});
}

TEST_CASE("levels follow indent and style") {
  const std::string text =
      "- Overleg:\n - elk jaar\n - elk kwartaal\n- Meten:\n - Monitor:\n   o effecten\n- Delen\n";
  const Outline expected = {"item 1 [-] Overleg:", "item 2 [-] elk jaar", "item 2 [-] elk kwartaal",
                            "item 1 [-] Meten:",   "item 2 [-] Monitor:", "item 3 [o] effecten",
                            "item 1 [-] Delen"};
  CHECK(outline_of(text) == expected);
}

TEST_CASE("levels stay when bullets replace the dashes") {
  const std::string dashes = "- een\n - twee\n - drie\n- vier\n";
  std::string bullets = dashes;
  for (std::size_t at = bullets.find('-'); at != std::string::npos; at = bullets.find('-')) {
    bullets.replace(at, 1, "•");
  }
  const Layout a = layout_of(dashes);
  const Layout b = layout_of(bullets);
  REQUIRE(a.elements.size() == b.elements.size());
  for (std::size_t i = 0; i < a.elements.size(); ++i) {
    CHECK(a.elements[i].level == b.elements[i].level);
    CHECK(a.elements[i].text(dashes) == b.elements[i].text(bullets));
  }
}

TEST_CASE("a list inside a numbered list is one level deeper, and the numbers go on") {
  CHECK(outline_of("1. Partijen overleggen over:\n- o geld\n- o tijd\n2. Zij delen kennis.\n") ==
        Outline{"item 1 [1.] Partijen overleggen over:", "item 2 [- o] geld", "item 2 [- o] tijd",
                "item 1 [2.] Zij delen kennis."});
}

TEST_CASE("a heading begins a new list") {
  CHECK(outline_of(" - diep\n\nInzet stad\n\n- ondiep\n").back() == "item 1 [-] ondiep");
}
