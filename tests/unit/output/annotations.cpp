#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "output/annotations/marks.hpp"
#include "output/annotations/writers.hpp"
#include "output/document_formats.hpp"
#include "output/html/html.hpp"
#include "output/json.hpp"
#include "sample.hpp"
#include "text/diagnostic.hpp"

using namespace handvest;
using Catch::Contains;

namespace {

Document sample_with_text() {
  const Extraction extraction = test::sample();
  Document document(to_json(extraction), "sample.json");
  document.attach_text(extraction.source.text);
  return document;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::u16string utf16(const std::string& text) {
  const auto json = nlohmann::json(text).dump(-1, ' ', true);  // ASCII with \uXXXX units
  std::u16string units;
  for (std::size_t i = 1; i + 1 < json.size(); ++i) {
    if (json[i] != '\\') {
      units += static_cast<char16_t>(json[i]);
    } else if (json[i + 1] == 'u') {
      units += static_cast<char16_t>(std::stoul(json.substr(i + 2, 4), nullptr, 16));
      i += 5;
    } else {
      units += u'\\';  // any one unit: only lengths count
      ++i;
    }
  }
  return units;
}

}  // namespace

TEST_CASE("web annotations choose the same words by position and by quote") {
  const Document document = sample_with_text();
  const CodePointText text(document.text());
  const auto page = nlohmann::json::parse(write_web_annotation(document));
  REQUIRE(page.at("items").size() == 9);
  for (const auto& item : page.at("items")) {
    const auto& position = item.at("target").at("selector").at(0);
    const auto& quote = item.at("target").at("selector").at(1);
    const auto start = position.at("start").get<std::size_t>();
    const auto end = position.at("end").get<std::size_t>();
    CHECK(quote.at("exact") == std::string(text.slice(start, end)));
    const auto around = quote.at("prefix").get<std::string>() +
                        quote.at("exact").get<std::string>() +
                        quote.at("suffix").get<std::string>();
    CHECK(document.text().find(around) != std::string::npos);
    CHECK(item.at("target").at("source") == "sample%20%221%22.txt");
  }
}

TEST_CASE("without its text a document still quotes its mentions") {
  const Document document(to_json(test::sample()), "sample.json");
  const auto page = nlohmann::json::parse(write_web_annotation(document));
  const auto& selectors = page.at("items").at(0).at("target").at("selector");
  CHECK(selectors.at(1).at("exact") == "2008 tot 2012");
  CHECK_FALSE(selectors.at(1).contains("prefix"));
  for (const auto& format : document_formats()) {
    if (format.name != "webannotation") CHECK_THROWS_AS(format.write(document), Error);
  }
}

TEST_CASE("brat's fragments are the words that they name, and hold no line end or tab") {
  const Document document = sample_with_text();
  const CodePointText text(document.text());
  const std::string standoff = write_brat(document);
  int spans = 0;
  const std::regex form("(T[0-9]+)\t([a-z]+) ([0-9 ;]+)\t(.*)");
  for (const auto& line : lines_of(standoff)) {
    std::smatch parts;
    if (!std::regex_match(line, parts, form)) continue;
    ++spans;
    std::string words;
    std::string offsets = parts[3];
    std::replace(offsets.begin(), offsets.end(), ';', ' ');
    std::istringstream in(offsets);
    for (std::size_t start = 0, end = 0; in >> start >> end;) {
      words += (words.empty() ? "" : " ") + std::string(text.slice(start, end));
    }
    CHECK(words == parts[4]);
  }
  CHECK(spans == 9);
  CHECK_THAT(standoff, Contains("T2\tmoney 197 210\t\xE2\x82\xAC 2,5 miljoen\n"));
  CHECK_THAT(standoff, Contains("AnnotatorNotes T2\tEUR 2500000\n"));
  CHECK_THAT(standoff, Contains("qualifier T2 about\n"));
  CHECK_THAT(standoff, Contains("baseline Arg1:T8 Arg2:T4\n"));
}

TEST_CASE("WebAnno's tokens stand at their UTF-16 offsets and carry the mentions") {
  const Document document = sample_with_text();
  const std::u16string units = utf16(document.text());
  const std::regex form("[0-9]+-[0-9]+\t([0-9]+)-([0-9]+)\t([^\t]+)\t([^\t]+)\t([^\t]+)\t");
  std::string money;
  for (const auto& line : lines_of(write_webanno(document))) {
    std::smatch parts;
    if (!std::regex_match(line, parts, form)) continue;
    const std::string token = std::regex_replace(parts[3].str(), std::regex(R"(\\(.))"), "$1");
    const auto start = std::stoul(parts[1]);
    const auto end = std::stoul(parts[2]);
    if (token.find('\x07') == std::string::npos) {
      CHECK(units.substr(start, end - start) == utf16(token));
    }
    if (parts[5] == "money[2]") money += token;
  }
  CHECK(money ==
        "\xE2\x82\xAC"
        "2,5miljoen");
}

TEST_CASE("the page shows the text unchanged and links to every place") {
  const Document document = sample_with_text();
  const std::string page = write_html(document);
  const auto begin = page.find('>', page.find("<article")) + 1;
  std::string shown = page.substr(begin, page.find("</article>") - begin);
  CHECK_THAT(shown, Contains("<mark id=\"m197\" class=\"money\""));
  CHECK_THAT(shown, Contains("<a class=\"place\" id=\"waterstad/1/inzet-stad\"></a>"));
  CHECK_THAT(page, Contains("<a href=\"#m265\">+groen 6.8"));
  shown = std::regex_replace(shown, std::regex("<[^>]*>"), "");
  for (const auto& [escape, text] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"),
                                     std::pair("&quot;", "\""), std::pair("\xE2\x90\x87", "\x07"),
                                     std::pair("\xE2\x90\x8C", "\f"), std::pair("&amp;", "&")}) {
    shown = std::regex_replace(shown, std::regex(escape), text);
  }
  CHECK(shown == document.text());
}

TEST_CASE("offsets that lie outside the text do no harm") {
  Document document(
      R"({"format": "handvest/1", "source": {"name": "x", "sha256":)"
      R"( "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},)"
      R"( "mentions": [{"id": "m5", "type": "money", "span": {"start": 5, "end": 99}},)"
      R"( {"id": "m3", "span": {"start": 90, "end": 3}}, 7]})",
      "x.json");
  document.attach_text("");
  for (const auto& format : document_formats()) CHECK_NOTHROW(format.write(document));
}
