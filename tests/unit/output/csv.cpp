#include "output/csv/csv.hpp"

#include <catch2/catch.hpp>

#include "output/json.hpp"
#include "sample.hpp"
#include "text/diagnostic.hpp"

using namespace handvest;

TEST_CASE("a text that a spreadsheet would run is neutralised") {
  for (const char* formula :
       {"=1+1", "+groen", "-groen", "@jaar", "\tx", "\r=1", "\nx", "--", "-1+2", "'=1+1", "''+x"}) {
    CHECK(neutralised(formula) == std::string("'") + formula);
  }
  for (const char* plain : {"", "-", "=", "-5", "-0.5", "groen", "'s avonds", "a=b", "'"}) {
    CHECK(neutralised(plain) == plain);
  }
}

TEST_CASE("cells are quoted as RFC 4180 has it") {
  DataTable table;
  table.columns.resize(2);
  table.columns[0].name = "text";
  table.columns[1].name = "n";
  table.columns[1].type = ColumnType::integer;
  table.rows = {{"a,b", "1"}, {"say \"a\"", std::nullopt}, {"two\r\nlines", "-3"}, {" a ", "4"}};
  CHECK(csv_header(table) == "text,n\r\n");
  CHECK(csv_rows(table) == "\"a,b\",1\r\n\"say \"\"a\"\"\",\r\n\"two\r\nlines\",-3\r\n a ,4\r\n");
}

namespace {

ErrorCode refusal(const std::string& json) {
  try {
    static_cast<void>(tables_of(Document(json, "x.json")));
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("accepted: " << json);
  return {};
}

}  // namespace

TEST_CASE("what is no document of this format is refused, and hostile JSON does no harm") {
  CHECK(refusal("") == ErrorCode::damaged);
  CHECK(refusal("[1]") == ErrorCode::damaged);
  CHECK(refusal("{\"format\": \"handvest/2\"}") == ErrorCode::unsupported_format);
  CHECK(refusal(R"({"format": "handvest/1", "source": {"name": 5}})") == ErrorCode::damaged);
  CHECK(refusal(R"({"format": "handvest/1", "mentions": [{"span": {"start": "1"}}]})") ==
        ErrorCode::damaged);
  std::string nested = R"({"format": "handvest/1")";
  for (int i = 0; i < 100000; ++i) nested += R"(, "sections": [{"id": "x")";
  for (int i = 0; i < 100000; ++i) nested += "}]";
  CHECK(refusal(nested + "}") == ErrorCode::damaged);
  CHECK_NOTHROW(tables_of(Document(R"({"format": "handvest/1", "charters": 7})", "x.json")));
}

TEST_CASE("the text must be the one that the JSON speaks of") {
  const Extraction extraction = test::sample();
  Document document(to_json(extraction), "sample.json");
  CHECK_THROWS_AS(document.attach_text(extraction.source.text + " "), Error);
  CHECK_FALSE(document.has_text());
  document.attach_text("\xEF\xBB\xBF" + extraction.source.text);
  CHECK(document.text() == extraction.source.text);
}
