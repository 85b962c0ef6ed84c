#include <catch2/catch.hpp>

#include "source/formats.hpp"

using namespace handvest;

namespace {

SourceText read(const std::string& body) {
  return read_hocr("<html><head><title>x</title></head><body>" + body + "</body></html>", "a.hocr",
                   {});
}

std::string word(const std::string& box, const std::string& text) {
  return "<span class='ocrx_word' title='bbox " + box + "; x_wconf 91'>" + text + "</span> ";
}

}  // namespace

TEST_CASE("hOCR lines and paragraphs") {
  const auto source = read(
      "<div class='ocr_page' title='image \"a b; c.png\"; bbox 0 0 1000 1400; "
      "ppageno 0'>"
      "<div class='ocr_carea' title='bbox 100 100 500 160'><p class='ocr_par'>"
      "<span class='ocr_line' title='bbox 100 100 500 120'>" +
      word("100 100 300 120", "Aldus") + word("310 100 500 120", "<em>overeengekomen</em>") +
      "</span><span class='ocr_line' title='bbox 100 125 300 145'>" +
      word("100 125 300 145", "en") +
      "</span></p><p class='ocr_par'><span class='ocr_line' title='bbox 100 "
      "200 300 220'>" +
      word("100 200 300 220", "getekend") + "</span></p></div></div>");
  CHECK(source.text == "Aldus overeengekomen en\n\ngetekend\n");
  CHECK(source.pages.size() == 1);
  REQUIRE(source.locations.size() == 4);
  CHECK(source.locations[1].x == 310);
  CHECK(source.locations[1].width == 190);
  CHECK(source.locations[1].confidence == Approx(0.91));
}

TEST_CASE("hOCR text outside of words is kept with the box around it") {
  const auto source = read(
      "<div class='ocr_page' title='bbox 0 0 100 100'>"
      "<span class='ocr_line' title='bbox 5 6 95 16'>los " +
      word("30 6 60 16", "vast") + "</span></div>");
  CHECK(source.text == "los vast\n");
  CHECK(source.locations[0].x == 5);
  CHECK(source.locations[0].confidence < 0);
}

TEST_CASE("hOCR pages and running heads") {
  const auto source = read(
      "<div class='ocr_page'><span class='ocr_header'>Kop</span><p "
      "class='ocr_par'>"
      "<span class='ocr_line'>een</span></p></div>"
      "<div class='ocr_page'></div>"
      "<div class='ocr_page'><span class='ocr_line'>twee</span></div>");
  CHECK(source.pages.size() == 3);
  CHECK(source.pages[2].begin == source.text.find("twee"));
  REQUIRE(source.hints.size() == 1);
  CHECK(slice(source.text, source.hints[0].span) == "Kop");
  REQUIRE(source.warnings.size() == 1);
  CHECK(source.warnings[0].code == "page-without-text");
}
