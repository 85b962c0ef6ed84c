#include "output/json/writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

using namespace handvest;

namespace {

std::string json_string(std::string_view text) {
  JsonWriter json(true);
  json.value(text);
  return json.take();
}

}  // namespace

TEST_CASE("strings keep every character, and control characters are escaped") {
  using namespace std::string_literals;
  CHECK(json_string("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(json_string("\b\f\n\r\t\x01\x1f\x7f"s) == "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
  CHECK(json_string("\0"s) == R"("\u0000")");
  CHECK(json_string("\xE2\x82\xAC \xF0\x9F\x8F\x98") == "\"\xE2\x82\xAC \xF0\x9F\x8F\x98\"");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters") {
  CHECK(json_string("a\xFF") == "\"a\xEF\xBF\xBD\"");
  CHECK(json_string("\xE2\x82") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");         // cut short
  CHECK(json_string("\xC0\xAF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");         // overlong
  CHECK(json_string("\xED\xA0\x80").size() == 2 + std::size_t{3} * 3);      // a surrogate
  CHECK(json_string("\xF4\x90\x80\x80").size() == 2 + std::size_t{4} * 3);  // above U+10FFFF
}

TEST_CASE("whatever the bytes, an independent reader accepts the string") {
  std::mt19937 random(20080211);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += static_cast<char>(byte(random));
    CHECK_NOTHROW(nlohmann::json::parse(json_string(text)));
  }
}

TEST_CASE("an independent reader gives the text back, wherever in it a sign stands") {
  for (const char* sign :
       {"\"", "\\", "\n", "\x1f", " ", "!", "\x7f", "\xC3\xA9", "\xE2\x82\xAC"}) {
    for (std::size_t at = 0; at < 24; ++at) {
      const std::string text = std::string(at, 'a') + sign + std::string(23 - at, 'z');
      CHECK(nlohmann::json::parse(json_string(text)) == text);
    }
  }
}

TEST_CASE("decimals are written with their own digits") {
  JsonWriter json(true);
  json.begin_array();
  for (const char* number : {"6.8", "20000000", "-0.25", "123456789012345.678"}) {
    json.value(*parse_decimal(number));
  }
  json.value(0.1);
  json.value(std::size_t{7});
  json.value(true);
  json.end_array();
  CHECK(json.take() == "[6.8,20000000,-0.25,123456789012345.678,0.1,7,true]");
}

TEST_CASE("empty objects and arrays stay on their line") {
  JsonWriter json(false);
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.end_array();
  json.field_if("b", "");
  json.key("c");
  json.begin_object();
  json.field("d", "e");
  json.end_object();
  json.end_object();
  CHECK(json.take() == "{\n  \"a\": [],\n  \"c\": {\n    \"d\": \"e\"\n  }\n}");
}
