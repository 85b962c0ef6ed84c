#include <catch2/catch.hpp>

#include "source/formats.hpp"

using namespace handvest;

namespace {

std::string line(const std::string& text, int y, const std::string& more = "") {
  const std::string top = std::to_string(y), bottom = std::to_string(y + 20);
  return "<TextLine " + more + "><Coords points='100," + top + " 900," + top + " 900," + bottom +
         " 100," + bottom + "'/><TextEquiv conf='0.9'><Unicode>" + text +
         "</Unicode></TextEquiv></TextLine>";
}

std::string region(const std::string& id, const std::string& lines, const std::string& more = "") {
  return "<TextRegion id='" + id + "' " + more + ">" + lines + "</TextRegion>";
}

SourceText read(const std::string& page) {
  return read_page_xml(
      "<PcGts><Page imageWidth='1000' imageHeight='1400'>" + page + "</Page></PcGts>", "page.xml",
      {});
}

}  // namespace

TEST_CASE("PAGE regions come in the order of ReadingOrder, the others behind them") {
  const auto source = read(
      "<ReadingOrder><OrderedGroup><RegionRefIndexed index='1' regionRef='a'/>"
      "<RegionRefIndexed index='0' "
      "regionRef='b'/></OrderedGroup></ReadingOrder>" +
      region("a", line("twee", 100)) + region("x", line("drie", 200)) +
      region("b", line("een", 300)));
  CHECK(source.text == "een\n\ntwee\n\ndrie\n");
}

TEST_CASE(
    "PAGE lines have the box of their points and the confidence of their "
    "reading") {
  const auto source = read(region("a", line("Aldus besloten", 100)));
  REQUIRE(source.locations.size() == 1);
  CHECK(slice(source.text, source.locations[0].span) == "Aldus besloten");
  CHECK(source.locations[0].x == 100);
  CHECK(source.locations[0].width == 800);
  CHECK(source.locations[0].height == 20);
  CHECK(source.locations[0].confidence == Approx(0.9));
}

TEST_CASE("PAGE words are taken where they say what their line says") {
  const std::string words =
      "<Word><Coords points='100,100 "
      "150,120'/><TextEquiv><Unicode>Aldus</Unicode></TextEquiv></Word>"
      "<Word><Coords points='160,100 "
      "300,120'/><TextEquiv><Unicode>besloten</Unicode></TextEquiv></Word>";
  const auto whole = [&](const std::string& text) {
    return read(region("a", "<TextLine><Coords points='100,100 300,120'/>" + words +
                                "<TextEquiv><Unicode>" + text +
                                "</Unicode></TextEquiv></TextLine>"));
  };
  CHECK(whole("Aldus besloten").locations.size() == 2);
  CHECK(whole("Aldus beslist").locations.size() == 1);
  CHECK(whole("Aldus beslist").text == "Aldus beslist\n");
}

TEST_CASE("the best reading of PAGE has the lowest index") {
  const auto reading = [](const std::string& index, const std::string& text) {
    return "<TextEquiv" + index + "><Unicode>" + text + "</Unicode></TextEquiv>";
  };
  const auto text_of_line = [&](const std::string& readings) {
    return read(region("a",
                       "<TextLine><Coords points='100,100 300,120'/>" + readings + "</TextLine>"))
        .text;
  };
  CHECK(text_of_line(reading(" index='1'", "fout") + reading(" index='0'", "goed")) == "goed\n");
  CHECK(text_of_line(reading("", "goed") + reading("", "fout")) == "goed\n");
  CHECK(text_of_line(reading(" index='0'", "") + reading(" index='1'", "goed")) == "goed\n");
}

TEST_CASE("PAGE tables become rows with their cells") {
  const auto cell = [](int row, int column, const std::string& text) {
    return "<TableCell row='" + std::to_string(row) + "' col='" + std::to_string(column) + "'>" +
           (text.empty() ? "" : line(text, 100 + 30 * row)) + "</TableCell>";
  };
  const auto source = read("<TableRegion id='t'>" + cell(1, 0, "wonen") + cell(0, 1, "2008") +
                           cell(0, 0, "") + cell(1, 1, "12") + "</TableRegion>");
  CHECK(source.text == "\t2008\nwonen\t12\n");
  std::size_t rows = 0, cells = 0;
  for (const Hint& hint : source.hints) {
    rows += hint.kind == HintKind::table_row;
    cells += hint.kind == HintKind::table_cell;
  }
  CHECK(rows == 2);
  CHECK(cells == 3);
}

TEST_CASE("PAGE says what its regions are") {
  const auto source = read(region("a", line("Convenant", 100), "type='heading'") +
                           region("b", line("12", 1300), "custom='structure {type:page-number;}'"));
  REQUIRE(source.hints.size() == 2);
  CHECK(source.hints[0].kind == HintKind::heading);
  CHECK(source.hints[0].level == 1);
  CHECK(source.hints[1].kind == HintKind::furniture);
}

TEST_CASE("PAGE from before 2013 has points as elements") {
  const auto source =
      read(region("a",
                  "<TextLine><Coords><Point x='10' y='20'/><Point x='110' y='45'/></Coords>"
                  "<TextEquiv><Unicode>oud</Unicode></TextEquiv></TextLine>"));
  REQUIRE(source.locations.size() == 1);
  CHECK(source.locations[0].x == 10);
  CHECK(source.locations[0].height == 25);
}
