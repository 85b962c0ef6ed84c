#include <catch2/catch.hpp>

#include "packed.hpp"
#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;
using Texts = std::vector<std::string>;

namespace {

const std::string kAgreement =
    "Convenant Zonnehoek\n\n"
    "Wonen en leven\n\n"
    "Inleiding met een noot¹ en vet woord, m² en 1e.\n\n"
    "¹ De tekst van de noot, met € 5.\n\n"
    "1.1 Inzet stad\n\n"
    "- eerste punt\n"
    "- tweede punt\n"
    " 1. genummerd\n"
    " 2. nogmaals\n\n"
    "tweede alinea\n\n"
    "- derde\n\n"
    "Vetgedrukte kop\n\n"
    "Bedragen\n\n"
    "Jaar\tBedrag\n"
    "2008\t€ 10\n"
    "2009\t€ 20\n\n"
    "Regel een\nregel twee\n\n";

}  // namespace

TEST_CASE("DOCX, ODT and HTML of one document give one text") {
  CHECK(read_one(data_file("pandoc.docx")).text == kAgreement + "a) letter\nb) letter twee\n");
  // This ODT numbers its pages in their feet.
  CHECK(read_one(data_file("pandoc.odt")).text == kAgreement + "a) letter\nb) letter twee\n\n1\n");
  // HTML has no way to say that a bracket follows the letter.
  CHECK(read_one(data_file("pandoc.html")).text == kAgreement + "a. letter\nb. letter twee\n");
}

TEST_CASE("office formats keep headings, lists and notes as hints") {
  for (const std::string format : {"docx", "odt", "html"}) {
    CAPTURE(format);
    const SourceText source = read_one(data_file("pandoc." + format));
    CHECK(source.title == "Convenant Zonnehoek");
    CHECK(hinted(source, HintKind::title) == Texts{"0||Convenant Zonnehoek"});
    CHECK(hinted(source, HintKind::heading) ==
          Texts{"1||Wonen en leven", "2||1.1 Inzet stad", "0||Vetgedrukte kop"});
    CHECK(hinted(source, HintKind::footnote) == Texts{"0|1|¹ De tekst van de noot, met € 5."});
    const Texts items = hinted(source, HintKind::list_item);
    REQUIRE(items.size() == 7);
    CHECK(items[2] == "2|1.|1. genummerd");
    CHECK(hinted(source, HintKind::table_cell).size() == 6);
  }
}

TEST_CASE("tracked deletions are left out, insertions and text boxes are text") {
  const SourceText source = read_one(data_file("tracked.docx"));
  CHECK(source.text ==
        "De stad bouwt 40 woningen.\n\n"
        "Samengevoegde alinea gaat door.\n\n"
        "Tekst in een kader.\n\n"
        "Rijk\t2031\n"
        "\t2032\n");
  const auto cell = std::find_if(source.hints.begin(), source.hints.end(), [](const Hint& hint) {
    return hint.kind == HintKind::table_cell;
  });
  REQUIRE(cell != source.hints.end());
  CHECK(cell->row_span == 2);
}

TEST_CASE("the parts of DOCX are found by their relationships") {
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const auto relationship = [&](const std::string& type, const std::string& target) {
    return "<Relationship Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
  };
  const auto relationships = [](const std::string& content) {
    return "<Relationships xmlns=\"r\">" + content + "</Relationships>";
  };
  const SourceText source = read_one(packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"_rels/.rels", relationships(relationship("officeDocument", "/word/document2.xml"))},
       {"word/_rels/document2.xml.rels", relationships(relationship("styles", "styles3.xml"))},
       {"word/styles3.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/>"
        "</w:style></w:styles>"},
       {"word/document2.xml",
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r>"
        "<w:t>Wonen</w:t></w:r></w:p></w:body></w:document>"}}));
  CHECK(source.text == "Wonen\n");
  CHECK(hinted(source, HintKind::heading) == Texts{"1||Wonen"});
}

TEST_CASE("lists of DOCX that share a definition go on, unless one starts anew") {
  const auto item = [](const std::string& list, const std::string& text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + list +
           "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const SourceText source = read_one(packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/numbering.xml",
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\">"
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>"
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\">"
        "<w:startOverride w:val=\"4\"/></w:lvlOverride></w:num></w:numbering>"},
       {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + item("1", "een") +
                                 item("2", "gaat door") + item("3", "begint opnieuw") +
                                 item("3", "gaat door") + "</w:body></w:document>"}}));
  CHECK(source.text == "1. een\n2. gaat door\n4. begint opnieuw\n5. gaat door\n");
}

TEST_CASE("running heads and feet of DOCX are furniture, each text once") {
  const auto part = [](const std::string& content) {
    return "<x xmlns:w=\"w\"><w:p><w:r>" + content + "</w:r></w:p></x>";
  };
  const SourceText source = read_one(packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>De stad bouwt 40 woningen.</w:t></w:r>"
        "</w:p></w:body></w:document>"},
       {"word/header1.xml", part("<w:t>Convenant Zonnehoek</w:t>")},
       {"word/header2.xml", part("<w:t>Convenant</w:t><w:tab/><w:t>Zonnehoek</w:t>")},
       {"word/header3.xml", part("<w:t>Convenant Zonnehoek</w:t>")},
       {"word/footer1.xml", part("<w:t>Pagina </w:t><w:instrText>PAGE</w:instrText><w:t>2</w:t>")},
       {"word/media/header.bin", "\x01"}}));
  CHECK(source.text ==
        "Convenant Zonnehoek\n\n"
        "De stad bouwt 40 woningen.\n\n"
        "Pagina 2\n");
  CHECK(hinted(source, HintKind::furniture) == Texts{"0||Convenant Zonnehoek", "0||Pagina 2"});
}

TEST_CASE("running heads and feet of ODT are furniture") {
  const SourceText source = read_one(packed(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<o:document-content xmlns:o=\"o\" xmlns:text=\"t\"><o:body><o:text><text:p>De stad bouwt."
        "</text:p></o:text></o:body></o:document-content>"},
       {"styles.xml",
        "<o:document-styles xmlns:o=\"o\" xmlns:s=\"s\" xmlns:text=\"t\"><s:header-style/>"
        "<o:master-styles><s:master-page><s:header><text:p>Convenant<text:tab/>Zonnehoek</text:p>"
        "</s:header><s:footer><text:p>Blad <text:page-number>1</text:page-number></text:p>"
        "</s:footer></s:master-page></o:master-styles></o:document-styles>"}}));
  CHECK(source.text == "Convenant Zonnehoek\n\nDe stad bouwt.\n\nBlad 1\n");
  CHECK(hinted(source, HintKind::furniture) == Texts{"0||Convenant Zonnehoek", "0||Blad 1"});
}

TEST_CASE("a truncated or emptied office file is refused or read in part") {
  const std::string docx = data_file("pandoc.docx");
  for (const std::size_t size :
       {std::size_t{30}, docx.size() / 4, docx.size() / 2, docx.size() - 30}) {
    CAPTURE(size);
    try {
      const SourceText source = read_one(docx.substr(0, size));
      CHECK(source.text.size() <= kAgreement.size() + 40);
    } catch (const Error& error) {
      CHECK((error.code() == ErrorCode::damaged || error.code() == ErrorCode::unsupported_format));
    }
  }
}
