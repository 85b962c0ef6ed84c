// Footnotes and the marks that refer to them.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

namespace {

std::vector<std::string> marks_in(const std::string& text) {
  std::vector<std::string> marks;
  for (const auto& element : layout_of(text).elements) {
    for (const auto& span : element.footnote_marks) marks.emplace_back(slice(text, span));
  }
  return marks;
}

}  // namespace

TEST_CASE("raised figures begin footnotes and stand in the text as marks") {
  const std::string text =
      "De gemeente investeert in de wijk¹ en in de stad.\n\n¹ Zie het plan.\n\n"
      "- ² De cijfers zijn van de dienst.\n";
  CHECK(outline_of(text) == Outline{"paragraph De gemeente investeert in de wijk¹ en in de stad.",
                                    "footnote [¹] Zie het plan.",
                                    "footnote [²] De cijfers zijn van de dienst."});
  CHECK(marks_in(text) == std::vector<std::string>{"¹"});
}

TEST_CASE("units carry no footnote marks") {
  CHECK(marks_in("Er komt 500 m² winkel en 2 km² park, en dat is veel³.\n") ==
        std::vector<std::string>{"³"});
}

TEST_CASE("stars are footnotes where the text before has the mark") {
  const std::string text =
      "Post\tRijk *\tStad\nBouw**\t5,1\t6,0\nGrond\t1,2\t2,4\n\n"
      "* Dit is een schatting.\n\n** Zonder de kosten van het plan.\n";
  const auto outline = outline_of(text);
  CHECK(outline.at(1) == "footnote [*] Dit is een schatting.");
  CHECK(outline.at(2) == "footnote [**] Zonder de kosten van het plan.");
  CHECK(marks_in(text) == std::vector<std::string>{"*", "**"});
}

TEST_CASE("stars that mark items or emphasis are no footnotes") {
  CHECK(outline_of("Punten:\n\n* een\n* twee\n").back() == "item 1 [*] twee");
  CHECK(outline_of("- **Overleg:** elk jaar\n\n** Zomaar een regel\n").back().find("footnote") ==
        std::string::npos);
}

TEST_CASE("a bare figure is a footnote at a page end where its mark was seen") {
  const std::string marked = "De buurtwerkers1 kennen de wijk en de mensen die er wonen.\n\n";
  CHECK(outline_of(marked + "1 Onder hen vallen ook de agenten.\n\n\n\nEen nieuwe zin.\n").at(1) ==
        "footnote [1] Onder hen vallen ook de agenten.");
  CHECK(outline_of("Zij kennen de wijk.\n\n1 agent doet dat alleen.\n\n\n\nEen nieuwe zin.\n")
            .at(1) == "paragraph 1 agent doet dat alleen.");
}

TEST_CASE("a note may say that it is one") {
  CHECK(outline_of("De cijfers dalen*1) in de wijk.\n\nNoot: *1) dit zijn cijfers van mei.\n")
            .at(1) == "footnote [*1)] dit zijn cijfers van mei.");
}
