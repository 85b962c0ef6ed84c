#include <catch2/catch.hpp>

#include "source/formats.hpp"

using namespace handvest;

namespace {

std::string page_of(const std::string& blocks, const std::string& space = "") {
  return "<alto" + space +
         "><Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
         "<Layout><Page ID='p1' WIDTH='1000' HEIGHT='1400'><PrintSpace>" +
         blocks + "</PrintSpace></Page></Layout></alto>";
}

std::string line(int y, const std::string& strings) {
  return "<TextLine HPOS='100' VPOS='" + std::to_string(y) + "' WIDTH='800' HEIGHT='20'>" +
         strings + "</TextLine>";
}

std::string word(int x, int y, int width, const std::string& text, const std::string& more = "") {
  return "<String HPOS='" + std::to_string(x) + "' VPOS='" + std::to_string(y) + "' WIDTH='" +
         std::to_string(width) + "' HEIGHT='20' CONTENT='" + text + "' " + more + "/>";
}

SourceText read(const std::string& xml) { return read_alto(xml, "scan.xml", {}); }

}  // namespace

TEST_CASE("ALTO words keep their boxes and confidence") {
  for (const char* space : {"", " xmlns='http://www.loc.gov/standards/alto/ns-v4#'"}) {
    const auto source = read(page_of("<TextBlock>" +
                                         line(50, word(100, 50, 90, "Convenant", "WC='0.87'") +
                                                      "<SP/>" + word(200, 50, 60, "wonen")) +
                                         "</TextBlock>",
                                     space));
    CHECK(source.text == "Convenant wonen\n");
    CHECK(source.box_unit == "px");
    REQUIRE(source.locations.size() == 2);
    const Location& first = source.locations[0];
    CHECK(slice(source.text, first.span) == "Convenant");
    CHECK(first.x == 100);
    CHECK(first.y == 50);
    CHECK(first.width == 90);
    CHECK(first.height == 20);
    CHECK(first.page == 1);
    CHECK(first.confidence == Approx(0.87));
    CHECK(source.locations[1].confidence < 0);
  }
}

TEST_CASE("ALTO's hyphenated words are whole, each half with its place") {
  const auto source = read(page_of(
      "<TextBlock>" +
      line(50, word(100, 50, 700, "een") +
                   word(820, 50, 80, "verbe", "SUBS_TYPE='HypPart1' SUBS_CONTENT='verbetering'") +
                   "<HYP CONTENT='-' HPOS='900' VPOS='50' WIDTH='8'/>") +
      line(75, word(100, 75, 80, "tering", "SUBS_TYPE='HypPart2' SUBS_CONTENT='verbetering'") +
                   word(190, 75, 40, "van") +
                   word(800, 75, 90, "Noord", "SUBS_TYPE='HypPart1' SUBS_CONTENT='Noord-Brabant'") +
                   "<HYP CONTENT='-'/>") +
      line(100,
           word(100, 100, 90, "Brabant", "SUBS_TYPE='HypPart2' SUBS_CONTENT='Noord-Brabant'")) +
      "</TextBlock>"));
  CHECK(source.text.find("een verbetering van") == 0);
  CHECK(source.text.find("Noord-Brabant") != std::string::npos);
  REQUIRE(source.locations.size() == 6);
  CHECK(slice(source.text, source.locations[1].span) == "verbe");
  CHECK(slice(source.text, source.locations[2].span) == "tering");
  CHECK(source.locations[2].y == 75);
}

TEST_CASE("a word may run from one ALTO block into the next") {
  const auto source = read(page_of(
      "<TextBlock>" +
      line(50, word(100, 50, 80, "verbe", "SUBS_TYPE='HypPart1' SUBS_CONTENT='verbetering'")) +
      "</TextBlock><TextBlock>" +
      line(500, word(100, 500, 80, "tering", "SUBS_TYPE='HypPart2' SUBS_CONTENT='verbetering'")) +
      "</TextBlock>"));
  CHECK(source.text == "verbetering\n");
}

TEST_CASE("text in ALTO margins is furniture") {
  const auto source = read(
      "<alto><Layout><Page><TopMargin><TextBlock>" + line(5, word(100, 5, 40, "Kop")) +
      "</TextBlock></TopMargin><PrintSpace><TextBlock>" + line(50, word(100, 50, 40, "Tekst")) +
      "</TextBlock></PrintSpace></Page></Layout></alto>");
  CHECK(source.text == "Kop\n\nTekst\n");
  CHECK(source.box_unit == "mm10");
  REQUIRE(source.hints.size() == 1);
  CHECK(source.hints[0].kind == HintKind::furniture);
  CHECK(slice(source.text, source.hints[0].span) == "Kop");
}

TEST_CASE("the reading order that ALTO 4 states counts") {
  const auto block = [](const std::string& id, int y, const std::string& text) {
    return "<TextBlock ID='" + id + "'>" + line(y, word(100, y, 40, text)) + "</TextBlock>";
  };
  const auto source = read(
      "<alto><ReadingOrder><OrderedGroup><ElementRef REF='c'/><ElementRef REF='a'/></OrderedGroup>"
      "</ReadingOrder><Layout><Page><PrintSpace>" +
      block("a", 50, "Tweede") + "<ComposedBlock ID='c'>" + block("b", 500, "Eerste") +
      "</ComposedBlock>" + block("d", 20, "Derde") + "</PrintSpace></Page></Layout></alto>");
  CHECK(source.text == "Eerste\n\nTweede\n\nDerde\n");
}

TEST_CASE("ALTO without words asks for OCR") {
  try {
    read(page_of(""));
    FAIL("read an empty page");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::needs_ocr);
    CHECK(std::string(error.what()).find("OCR") != std::string::npos);
  }
}

TEST_CASE("numbers in ALTO that are none do no harm") {
  const auto source =
      read(page_of("<TextBlock><TextLine><String CONTENT='a' HPOS='nan' VPOS='inf' "
                   "WIDTH='-1e308' HEIGHT='1e308' WC='7'/></TextLine></TextBlock>"));
  CHECK(source.text == "a\n");
  CHECK(source.locations[0].confidence < 0);
}

TEST_CASE("a million nested blocks are refused before anything walks them") {
  std::string xml = "<alto><Layout><Page><PrintSpace>";
  for (int i = 0; i < 1000000; ++i) xml += "<ComposedBlock>";
  CHECK_THROWS_AS(read(xml), Error);
}

TEST_CASE("ALTO that breaks off is read up to there, with a warning") {
  const auto whole =
      page_of("<TextBlock>" + line(50, word(100, 50, 90, "Convenant")) + "</TextBlock>");
  const auto source = read(whole.substr(0, whole.find("</TextBlock>")));
  CHECK(source.text == "Convenant\n");
  REQUIRE_FALSE(source.warnings.empty());
  CHECK(source.warnings[0].code == "damaged-markup");
}
