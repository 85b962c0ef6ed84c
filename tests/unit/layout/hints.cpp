// The layout of texts whose format says what their parts are.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

namespace {

Hint hint(HintKind kind, const std::string& text, const std::string& part) {
  Hint made;
  made.kind = kind;
  made.span.begin = text.find(part);
  made.span.end = made.span.begin + part.size();
  return made;
}

}  // namespace

TEST_CASE("markup decides on headings, items, notes and furniture") {
  SourceText source;
  source.text =
      "Over deze site\n\nDit is een lange kop van de nota.\n\nbomen\n\n1. Groen\n\nDe wethouder¹ "
      "komt.\n\n1 Die van wonen.\n";
  source.hints = {hint(HintKind::furniture, source.text, "Over deze site"),
                  hint(HintKind::heading, source.text, "Dit is een lange kop van de nota."),
                  hint(HintKind::list_item, source.text, "bomen"),
                  hint(HintKind::list_item, source.text, "1. Groen"),
                  hint(HintKind::footnote, source.text, "1 Die van wonen.")};
  source.hints[1].level = 2;
  source.hints[2].level = 1;
  source.hints[3].level = 2;
  source.hints[3].marker = "1.";
  source.hints[4].marker = "1";
  const Layout layout = find_layout(source, builtin_grammar());
  CHECK(outline_of(source.text, layout) ==
        Outline{"furniture Over deze site", "heading Dit is een lange kop van de nota.",
                "item 1 bomen", "item 2 [1.] Groen", "paragraph De wethouder¹ komt.",
                "footnote [1] Die van wonen."});
  CHECK(layout.elements[1].level == 2);
  CHECK(coverage_fault(source.text, layout).empty());
}

TEST_CASE("a table of the markup keeps its head and its spans") {
  SourceText source;
  source.text = "Zin.\n\nWijk\tBedrag (x € 1.000)\nNoord\t12\n\t14\n\nZin.\n";
  const auto add = [&](HintKind kind, const std::string& part, int column) {
    source.hints.push_back(hint(kind, source.text, part));
    source.hints.back().column = column;
  };
  add(HintKind::table, "Wijk\tBedrag (x € 1.000)\nNoord\t12\n\t14", 0);
  add(HintKind::table_row, "Wijk\tBedrag (x € 1.000)", 0);
  source.hints.back().header = true;
  add(HintKind::table_cell, "Wijk", 0);
  add(HintKind::table_cell, "Bedrag (x € 1.000)", 1);
  add(HintKind::table_row, "Noord\t12", 0);
  add(HintKind::table_cell, "Noord", 0);
  source.hints.back().row_span = 2;
  add(HintKind::table_cell, "12", 1);
  add(HintKind::table_row, "14", 0);
  add(HintKind::table_cell, "14", 1);
  const Layout layout = find_layout(source, builtin_grammar());
  REQUIRE(layout.elements.size() == 3);
  const Table& table = *layout.elements[1].table;
  REQUIRE(table.header.size() == 1);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells[0].row_span == 2);
  REQUIRE(table.rows[1].cells.size() == 2);
  CHECK(table.rows[1].cells[1].text == "14");
  CHECK(table.columns.at(1).unit == "EUR");
  CHECK(table.columns.at(1).power == 3);
  CHECK(coverage_fault(source.text, layout).empty());
}
