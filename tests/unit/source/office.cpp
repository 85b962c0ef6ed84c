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

namespace {

// A DOCX of this body and these other parts.
std::string docx_of(const std::string& body, const std::vector<Member>& parts = {}) {
  const std::string names =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"mc\" "
      "xmlns:wps=\"wps\"";
  std::vector<Member> members = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml", "<w:document" + names + "><w:body>" + body + "</w:body></w:document>"}};
  members.insert(members.end(), parts.begin(), parts.end());
  return packed(members);
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r>";
}

std::string paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

}  // namespace

TEST_CASE("rows and cells of a DOCX table may stand in content controls") {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  const auto cell = [](const std::string& text) {
    return "<w:tc>" + paragraph(run(text)) + "</w:tc>";
  };
  const SourceText source = read_one(
      docx_of(control(paragraph(run("Vooraf"))) + "<w:tbl><w:tr>" + cell("Wie") + cell("Bedrag") +
              "</w:tr>" + control("<w:tr>" + cell("Rijk") + control(cell("€ 5")) + "</w:tr>") +
              "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell("weg") + "</w:tr></w:tbl>"));
  CHECK(source.text == "Vooraf\n\nWie\tBedrag\nRijk\t€ 5\n");
}

TEST_CASE("symbols of DOCX are characters, hidden text is none") {
  const auto symbol = [](const std::string& font, const std::string& code) {
    return "<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/></w:r>";
  };
  const SourceText source = read_one(
      docx_of(paragraph(symbol("Symbol", "F0B3") + run(" 40 ") + symbol("Wingdings", "F0E0") +
                        symbol("Arial", "20AC") + symbol("Arial", "D800")) +
              paragraph(run("weg ", "<w:vanish/>") + run("blijft", "<w:vanish w:val=\"0\"/>")) +
              paragraph(run("2008") + "<w:r><w:noBreakHyphen/></w:r>" + run("2010"))));
  CHECK(source.text == "≥ 40 →€\n\nblijft\n\n2008-2010\n");
}

TEST_CASE("each text box of a group of shapes is read once") {
  const auto box = [](const std::string& text) {
    return "<wps:txbx><w:txbxContent>" + paragraph(run(text)) + "</w:txbxContent></wps:txbx>";
  };
  const SourceText source = read_one(docx_of(
      paragraph(run("Voor") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box("een") +
                box("twee") + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box("een") +
                "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" na"))));
  CHECK(source.text == "Voor na\n\neen\n\ntwee\n");
}

TEST_CASE("lists of DOCX are found through numbering styles, bold through character styles") {
  const std::string numbering =
      "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink "
      "w:val=\"Lijst\"/></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:styleLink "
      "w:val=\"Lijst\"/><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
      "w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId "
      "w:val=\"1\"/></w:num></w:numbering>";
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr>"
      "<w:b/></w:rPr></w:style></w:styles>";
  const std::string listed = "<w:numPr><w:numId w:val=\"7\"/></w:numPr>";
  const SourceText source =
      read_one(docx_of(paragraph(run("Kop", "<w:rStyle w:val=\"Strong\"/>")) +
                           paragraph(run("een"), listed) + paragraph(run("twee"), listed),
                       {{"word/numbering.xml", numbering}, {"word/styles.xml", styles}}));
  CHECK(source.text == "Kop\n\na) een\nb) twee\n");
  CHECK(hinted(source, HintKind::heading) == Texts{"0||Kop"});
}

namespace {

// An ODT of this text, with these styles.
std::string odt_of(const std::string& text, const std::string& styles) {
  const std::string names =
      " xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:draw=\"d\" xmlns:svg=\"v\"";
  return packed(
      {{"content.xml", "<office:document-content" + names + "><office:body><office:text>" + text +
                           "</office:text></office:body></office:document-content>"},
       {"styles.xml", "<office:document-styles" + names + "><office:styles>" + styles +
                          "</office:styles></office:document-styles>"}});
}

std::string odt_heading(int level, const std::string& text, const std::string& more = "") {
  return "<text:h text:outline-level=\"" + std::to_string(level) + "\"" + more + ">" + text +
         "</text:h>";
}

}  // namespace

TEST_CASE("headings of ODT have the numbers that the outline gives them") {
  const std::string outline =
      "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" "
      "style:num-suffix=\".\"/><text:outline-level-style text:level=\"2\" style:num-format=\"a\" "
      "text:display-levels=\"2\"/><text:outline-level-style text:level=\"3\" "
      "style:num-format=\"\"/></text:outline-style>";
  const SourceText source = read_one(
      odt_of(odt_heading(1, "Wonen") + odt_heading(2, "Huur") + odt_heading(2, "Koop") +
                 odt_heading(3, "Los") + odt_heading(1, "Vooraf", " text:is-list-header=\"true\"") +
                 odt_heading(1, "Werken") + odt_heading(2, "Banen"),
             outline));
  CHECK(hinted(source, HintKind::heading) == Texts{"1||1. Wonen", "2||1.a Huur", "2||1.b Koop",
                                                   "3||Los", "1||Vooraf", "1||2. Werken",
                                                   "2||2.a Banen"});
}

TEST_CASE("hidden text, templates of indexes and descriptions of pictures are no text of ODT") {
  const SourceText source = read_one(odt_of(
      "<text:table-of-content><text:table-of-content-source><text:index-title-template>Sjabloon"
      "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Inhoud"
      "</text:p></text:index-body></text:table-of-content>"
      "<text:p>Wel<text:span text:style-name=\"T1\"> niet</text:span> dit.</text:p>"
      "<text:section text:display=\"none\"><text:p>Niet.</text:p></text:section>"
      "<text:p>Voor<draw:frame><draw:text-box><text:p>Kader</text:p></draw:text-box>"
      "<svg:title>Titel</svg:title><svg:desc>Beeld</svg:desc></draw:frame> na.</text:p>",
      "<style:style style:name=\"T1\"><style:text-properties "
      "text:display=\"none\"/></style:style>"));
  CHECK(source.text == "Inhoud\n\nWel dit.\n\nVoor na.\n\nKader\n");
}

TEST_CASE("other office files are refused with advice") {
  const auto reason = [](const std::string& bytes) {
    try {
      read_documents(bytes, "in");
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const std::string sheet =
      packed({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<w/>"}});
  CHECK(reason(sheet).find("spreadsheet") != std::string::npos);
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(reason(locked).find(".doc") != std::string::npos);
  for (const char c : std::string("EncryptedPackage")) locked += {c, '\0'};
  CHECK(reason(locked).find("password") != std::string::npos);
}
