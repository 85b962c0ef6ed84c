#include <catch2/catch.hpp>

#include "source/formats.hpp"
#include "tiny_pdf.hpp"

using namespace handvest;

namespace {

SourceText read(const TinyPdf& pdf) { return read_pdf(pdf.bytes(), "a.pdf", {}); }

ErrorCode refusal(const std::string& bytes) {
  try {
    read_pdf(bytes, "a.pdf", {});
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::bad_grammar;
}

std::vector<std::string> hinted(const SourceText& source, HintKind kind) {
  std::vector<std::string> texts;
  for (const Hint& hint : source.hints)
    if (hint.kind == kind) texts.emplace_back(slice(source.text, hint.span));
  return texts;
}

}  // namespace

TEST_CASE("a paragraph of a PDF is one line, and knows its places") {
  TinyPdf pdf;
  pdf.text(72, 100,
           "De partijen spreken met elkaar af dat zij in de komende vier jaar "
           "samen");
  pdf.text(72, 112,
           "optrekken bij de aanpak van de wijken in de stad, en dat zij "
           "elkaar ieder");
  pdf.text(72, 124, "jaar verslag doen.");
  pdf.text(72, 148, "Aldus besloten.");
  const auto source = read(pdf);
  CHECK(source.text ==
        "De partijen spreken met elkaar af dat zij in de "
        "komende vier jaar samen optrekken bij de "
        "aanpak van de wijken in de stad, en dat zij elkaar "
        "ieder jaar verslag doen.\n\n"
        "Aldus besloten.\n");
  CHECK(source.box_unit == "pt");
  REQUIRE_FALSE(source.locations.empty());
  CHECK(source.locations[0].page == 1);
  CHECK(source.locations[0].x == Approx(72).margin(1));
  CHECK(source.locations[0].y == Approx(92).margin(3));
}

TEST_CASE("the title of a PDF is that of its properties") {
  TinyPdf pdf;
  pdf.text(72, 100, "De stad bouwt 40 woningen.");
  const auto titled = [&](const std::string& title) {
    return read_pdf(pdf.bytes("/Info << /Title (" + title + ") >>"), "a.pdf", {}).title;
  };
  CHECK(titled("Convenant Zonnehoek") == "Convenant Zonnehoek");
  CHECK(titled("Microsoft Word - convenant.doc").empty());
}

TEST_CASE("two columns of a PDF are read one after the other") {
  TinyPdf pdf;
  for (int i = 0; i < 8; ++i) {
    pdf.text(60, 100 + 12 * i, "links regel nummer en nog meer woorden hier");
    pdf.text(310, 100 + 12 * i, "rechts regel nummer en nog meer woorden hier");
  }
  const auto source = read(pdf);
  CHECK(source.text.rfind("links") < source.text.find("rechts"));
}

TEST_CASE("large and bold lines of a PDF are headings, running heads are furniture") {
  TinyPdf pdf;
  for (int page = 1; page <= 4; ++page) {
    if (page > 1) pdf.add_page();
    pdf.text(72, 30, "Convenant wijkaanpak");
    pdf.text(300, 820, std::to_string(page));
    const std::string mark(static_cast<std::size_t>(page), 'i');
    pdf.text(72, 100, "Hoofdstuk " + mark, 16);
    pdf.text(72, 130, "Inzet " + mark, 10, "F2");
    for (int i = 0; i < 10; ++i)
      pdf.text(72, 150 + 12 * i,
               "gewone tekst over van alles en nog wat die de regel vult " +
                   std::string(static_cast<std::size_t>(page * 3 + i), 'x'));
  }
  const auto source = read(pdf);
  CHECK(source.pages.size() == 4);
  const auto headings = hinted(source, HintKind::heading);
  REQUIRE(headings.size() == 8);
  CHECK(headings[0] == "Hoofdstuk i");
  CHECK(headings[1] == "Inzet i");
  const auto furniture = hinted(source, HintKind::furniture);
  REQUIRE(furniture.size() == 8);
  CHECK(furniture[0] == "Convenant wijkaanpak");
  CHECK(furniture[1] == "1");
}

TEST_CASE("a raised figure is a footnote mark and never part of a number") {
  TinyPdf pdf;
  pdf.text(72, 100, "in het jaar 2008");
  pdf.text(141, 96, "3", 6);
  pdf.text(72, 112, "was dat anders");
  const auto source = read(pdf);
  CHECK(source.text.find("2008³") != std::string::npos);
  CHECK(hinted(source, HintKind::footnote_mark) == std::vector<std::string>{"³"});
}

TEST_CASE("a PDF without text asks for OCR") {
  CHECK(refusal(TinyPdf().bytes()) == ErrorCode::needs_ocr);
}

TEST_CASE(
    "a damaged PDF is refused or read as far as it goes, at whatever "
    "byte it breaks off") {
  TinyPdf pdf;
  pdf.text(72, 100, "Tekst die bewaard blijft");
  const std::string bytes = pdf.bytes();
  CHECK(refusal("%PDF-1.4\n") == ErrorCode::damaged);
  for (std::size_t length = 9; length < bytes.size(); length += 7) {
    const auto code = refusal(bytes.substr(0, length));
    const bool expected = code == ErrorCode::damaged || code == ErrorCode::needs_ocr ||
                          code == ErrorCode::bad_grammar;  // read without an error
    CHECK(expected);
  }
}

TEST_CASE("a locked PDF says so") {
  const std::string hash(32, 'x');
  CHECK(refusal(TinyPdf().bytes("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + hash +
                                ") /U (" + hash + ") >> /ID [(a) (a)]")) == ErrorCode::cannot_read);
}

TEST_CASE("words of a PDF count against the limit") {
  TinyPdf pdf;
  for (int i = 0; i < 50; ++i) pdf.text(72, 20 + 12 * i, "woorden en nog meer woorden");
  ReadLimits limits;
  limits.max_expansion = 1000;
  CHECK_THROWS_AS(read_pdf(pdf.bytes(), "a.pdf", limits), Error);
}
