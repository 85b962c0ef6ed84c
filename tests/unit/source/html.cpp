#include <catch2/catch.hpp>

#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;

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
