#include <catch2/catch.hpp>

#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;
using Texts = std::vector<std::string>;

TEST_CASE("preformatted HTML is read like plain text") {
  const SourceText source = read_one(
      "<html><body><pre>\n\nWonen\n\nDe stad bouwt\n40 <b>woningen</b>.\n \n\n"
      "\tRijk\tStad\nWerken\t3\t5\n</pre><p>Einde</p></body></html>");
  CHECK(source.text ==
        "Wonen\n\nDe stad bouwt\n40 woningen.\n\n"
        "\tRijk\tStad\nWerken\t3\t5\n\nEinde\n");
}

TEST_CASE("tabs part cells in a line of HTML, but not where they indent the markup") {
  CHECK(read_one("<html><body><p>Werken\t3\t5</p></body></html>").text == "Werken\t3\t5\n");
  CHECK(read_one("<html><body><p>\tRijk\tStad</p></body></html>").text == "\tRijk\tStad\n");
  CHECK(read_one("<html><body>\n\t<p>Werken\n\t\ten wonen\t</p>\n</body></html>").text ==
        "Werken en wonen\n");
}

TEST_CASE("what HTML hides is no part of the document") {
  const SourceText source = read_one(
      "<html><body><p>Een<span hidden> weg</span> twee.</p><div style=\"DISPLAY : none\"><p>Drie."
      "</p></div><p style=\"color: red\">Vier.</p><table><tr><td>a</td><td style='display:none'>b"
      "</td><td>c</td></tr></table><form><label>Uw naam</label><button>Zoek</button></form>"
      "</body></html>");
  CHECK(source.text == "Een twee.\n\nDrie.\n\nVier.\n\na\tc\n\nUw naam\n\nZoek\n");
  CHECK(hinted(source, HintKind::furniture) == Texts{"0||Drie.", "0||Uw naam", "0||Zoek"});
}

TEST_CASE("blanks that make columns in preformatted text are kept") {
  const SourceText source =
      read_one("<html><body><pre>Jaar   Bedrag\n2031   € 5\n  in</pre></body></html>");
  CHECK(source.text == "Jaar   Bedrag\n2031   € 5\nin\n");
}

TEST_CASE("raised links to paragraphs are notes, however an editor writes them") {
  const std::string begin = "<html><body><p>Zin";
  const std::string text = "Zin¹ gaat door.\n\n¹ De noot.\n\nSlot.\n";
  const Texts note = {"0|1|¹ De noot."};
  const auto check = [&](const std::string& mark, const std::string& body) {
    const SourceText source =
        read_one(begin + mark + " gaat door.</p><p>Slot.</p>" + body + "</body></html>");
    CHECK(source.text == text);
    CHECK(hinted(source, HintKind::footnote) == note);
  };
  check("<a href=\"#f1\" id=\"r1\"><sup>1</sup></a>",
        "<ol><li id=\"f1\">De noot. <a href=\"#r1\">↩</a></li></ol>");
  check("<sup><a href=\"#f1\" name=\"r1\">1</a></sup>",
        "<div><p><a name=\"f1\" href=\"#r1\">1</a> De noot.</p></div>");
  check("<a href=\"#f1\" name=\"r1\"><sup>1</sup></a>",
        "<div id=\"x\"><p><sup><a href=\"#r1\" name=\"f1\">1</a></sup>De noot.</p></div>");
  const SourceText link = read_one(begin + "<a href=\"#deel\">1</a></p><p id=\"deel\">Deel.</p>");
  CHECK(link.text == "Zin1\n\nDeel.\n");
  const SourceText part =
      read_one(begin + "<a href=\"#deel\"><sup>1</sup></a>.</p><div id=\"deel\">" +
               std::string(6000, 'a') + "</div>");
  CHECK(hinted(part, HintKind::footnote).empty());
}
