// Tables: rows, heads, captions, units, ditto marks.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;

namespace {

Element table_in(const std::string& text) {
  const Layout layout = layout_of(text);
  CHECK(coverage_fault(text, layout).empty());
  for (const auto& element : layout.elements) {
    if (element.kind == ElementKind::table) return element;
  }
  return {};
}

}  // namespace

TEST_CASE("a table has its head, its empty cells and its units") {
  const std::string text = "Buurt\tTotaal (x miljoen)\tAandeel\nNoord\t€ 12\t34%\nZuid\t\t8%\n";
  const Table table = *table_in(text).table;
  REQUIRE(table.header.size() == 1);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1].cells[1].span.empty());
  CHECK(table.rows[1].cells[2].text == "8%");
  CHECK(slice(text, table.rows[0].cells[1].span) == "€ 12");
  REQUIRE(table.columns.size() == 3);
  CHECK(table.columns[1].unit == "EUR");
  CHECK(table.columns[1].power == 6);
  CHECK(table.columns[2].power == 0);
}

TEST_CASE("units stand in heads, in the corner and in captions") {
  const auto unit = [](const std::string& text) {
    const auto columns = table_in(text).table->columns;
    return columns.at(1).unit + " " + std::to_string(columns.at(1).power);
  };
  CHECK(unit("Post\tBedrag x € 1.000\nBouw\t12\nGrond\t14\n") == "EUR 3");
  CHECK(unit("bedragen * € 1.000\tTotaal\nBouw\t12\nGrond\t14\n") == "EUR 3");
  CHECK(unit("Tabel 2: uitgaven (in miljoenen euro's)\n\nPost\t2009\nBouw\t12\nGrond\t14\n") ==
        "EUR 6");
  CHECK(unit("Post\t€ mln\nBouw\t12\nGrond\t14\n") == "EUR 6");
  CHECK(unit("Wijk\thuurders (%)\nNoord\t12\nZuid\t14\n") == "% 0");
  CHECK(unit("Wijk\tBedrag (euro's)\nNoord\t12.000\nZuid\t14.000\n") == "EUR 0");
  CHECK(unit("Wijk\thuizen (x 1.000)\nNoord\t12\nZuid\t14\n") == " 3");
  // A sum in the sentence before a table is not the unit of its figures.
  CHECK(unit("Voor € 5 miljoen komen er zoveel bomen:\n\nWijk\tBomen\nNoord\t12\nZuid\t14\n") ==
        " 0");
}

TEST_CASE("years are heads, and a row with a name only is a group") {
  const Table table =
      *table_in("Indicator\t2002\t2006\nVeiligheid\t\t\nOverlast\t28%\t17%\nDrugs\t44%\t31%\n")
           .table;
  CHECK(table.header.size() == 1);
  CHECK(table.rows.size() == 3);
}

TEST_CASE("a first row with one cell, or the line before, is the caption") {
  const Table inside = *table_in("Akkoord van maart\t\t\nPost\tRijk\tStad\nBouw\t1,5\t2\n").table;
  CHECK(inside.caption == "Akkoord van maart");
  CHECK(inside.header.size() == 1);
  const std::string text = "Het ijkpunt is: rommel op straat\n\nNoord\t63%\nZuid\t52%\n";
  const Element before = table_in(text);
  CHECK(before.table->caption == "Het ijkpunt is: rommel op straat");
  CHECK(before.table->caption_span == Span{0, 32});
  CHECK(layout_of(text).elements.size() == 2);
}

TEST_CASE("ditto marks stand for the cell above or for its sign") {
  const Table table =
      *table_in("\tTotaal\tStand\nNoord\t€ 34,5 mln\tklaar\nZuid\t\" 18 mln\tidem\n").table;
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1].cells[1].text == "€ 18 mln");
  CHECK(table.rows[1].cells[1].ditto);
  CHECK(table.rows[1].cells[2].text == "klaar");
  CHECK_FALSE(table.rows[0].cells[1].ditto);
}

TEST_CASE("rows may be ragged, and blank lines may part them") {
  CHECK(outline_of("Wijk\tHuis\tTuin\n\nNoord\t12%\t4%\n\nZuid\t7%\n\nEn dan weer een zin.\n") ==
        std::vector<std::string>{"table 1+2x3", "paragraph En dan weer een zin."});
}

TEST_CASE("one line with a tab is no table") {
  CHECK(outline_of("Datum\t3 juli 2008\n\nTekst van een zin.\n").front().starts_with("paragraph"));
}

TEST_CASE("a line with more tabs than a table has columns is text") {
  const auto line = [](int cells) {
    std::string text = "wijk";
    for (int i = 1; i < cells; ++i) text += "\t12";
    return text + "\n";
  };
  CHECK(table_in(line(900)).kind == ElementKind::table);
  CHECK(table_in(line(1100)).table == nullptr);
}

TEST_CASE("a table that came out one cell a line is kept, with a warning") {
  std::string text = "Hier is de tabel waarin het allemaal staat.\n\n";
  for (int i = 0; i < 6; ++i) text += "Huur\n\n17,5\n\n19,5\n\n";
  const Layout layout = layout_of(text + "Dit is weer een gewone zin van de nota.\n");
  REQUIRE(layout.warnings.size() == 1);
  CHECK(layout.warnings[0].code == "flat-table");
  for (const auto& element : layout.elements) CHECK(element.kind == ElementKind::paragraph);
}
