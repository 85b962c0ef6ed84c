// Input made to harm: each ends in a clear error or the readable part, in bounded time and memory.
#include <catch2/catch.hpp>

#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;
using namespace std::string_literals;

namespace {

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

std::string publication(const std::string& body) {
  return "<officiele-publicatie><gemeenteblad>" + body + "</gemeenteblad></officiele-publicatie>";
}

}  // namespace

TEST_CASE("entities are neither expanded nor fetched") {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE officiele-publicatie [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
  }
  bomb += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
  const SourceText source = read_one(bomb + publication("<al>x &a29; &file; &amp; y</al>"));
  CHECK(source.text == "x &a29; &file; & y\n");
  CHECK(has_warning(source, "entities-not-read"));
  CHECK_FALSE(has_warning(read_one(publication("<al>x</al>")), "entities-not-read"));
}

TEST_CASE("a million nested elements are refused") {
  constexpr std::size_t kMany = 1'000'000;
  CHECK(refusal_of(publication(repeated("<al>", kMany))) == ErrorCode::too_large);
  CHECK(refusal_of("<html><body>" + repeated("<div>", kMany)) == ErrorCode::too_large);
  CHECK(refusal_of("<html><body>" + repeated("<b><p>", kMany)) == ErrorCode::too_large);
  CHECK(refusal_of("<html><body><p " + repeated("a=1 ", kMany) + ">") == ErrorCode::too_large);
}

TEST_CASE("a million flat elements are read") {
  const SourceText source = read_one(publication(repeated("<al>wijk</al>", 200'000)));
  CHECK(source.text.size() == 200'000 * 6 - 1);
}

TEST_CASE("a tree beyond the bound on expansion is refused before it is built") {
  ReadLimits limits;
  limits.max_expansion = 100'000;
  CHECK(refusal_of(publication(repeated("<al/>", 10'000)), limits) == ErrorCode::too_large);
}

TEST_CASE("spans of cells are cut to bounds") {
  const std::string cell = "<td colspan=\"2000000000\" rowspan=\"-7\">wijk</td>";
  const SourceText source =
      read_one("<html><body><table><tr>" + cell + cell + "</tr></table></body></html>");
  const auto widest =
      std::max_element(source.hints.begin(), source.hints.end(),
                       [](const Hint& a, const Hint& b) { return a.column_span < b.column_span; });
  CHECK(widest->column_span == 1000);
  CHECK(source.text.size() < 2000);
}

TEST_CASE("damaged XML is read up to the damage") {
  const SourceText source = read_one("<officiele-publicatie><al>eerste</al><al>twee<de</al");
  CHECK(source.text.starts_with("eerste"));
  CHECK(has_warning(source, "damaged-markup"));
  const SourceText cut = read_one("<officiele-publicatie");
  CHECK(has_warning(cut, "damaged-markup"));
  CHECK(has_warning(cut, "empty-document"));
}

TEST_CASE("a wrong declaration of the encoding is seen through") {
  const std::string declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  const SourceText windows = read_one(declared + publication("<al>co\xF6peratie van de wijk</al>"));
  CHECK(windows.text == "coöperatie van de wijk\n");
  CHECK(has_warning(windows, "wrong-encoding"));
  const SourceText utf8 = read_one("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
                                   publication("<al>coöperatie</al>"));
  CHECK(utf8.text == "coöperatie\n");
  const SourceText latin =
      read_one("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>" + publication("<al>5 \xA4</al>"));
  CHECK(latin.text == "5 €\n");
}

TEST_CASE("NUL characters in markup are blanks") {
  const SourceText source = read_one(publication("<al>een\0twee</al>"s));
  CHECK(source.text == "een twee\n");
  CHECK(has_warning(source, "nul-characters"));
}

TEST_CASE("every cut of a document is read or refused") {
  for (const std::string name : {"agreement.xml", "agreement.html", "stop.xml"}) {
    const std::string bytes = data_file(name);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
      try {
        read_documents(bytes.substr(0, size), name);
      } catch (const Error& error) {
        CHECK(std::string(error.what()).find(name) != std::string::npos);
      }
    }
  }
}
