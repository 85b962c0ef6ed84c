#include <catch2/catch.hpp>
#include <random>

#include "source/read.hpp"

using namespace handvest;
using namespace std::string_literals;

namespace {

SourceText read_one(const std::string& bytes) { return read_documents(bytes, "in.txt").at(0); }

ErrorCode refusal_of(const std::string& bytes) {
  try {
    read_documents(bytes, "in.txt");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).starts_with("in.txt: "));
    return error.code();
  }
  FAIL("was read");
  return {};
}

std::string utf16(const std::u16string& text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("plain UTF-8 is kept as it is, line ends and blanks included") {
  const std::string text = "\r\n  Eén wijk\t€ 5\r\n\nslot \n\n";
  const SourceText source = read_one(text);
  CHECK(source.text == text);
  CHECK(source.encoding == "UTF-8");
  CHECK(source.media_type == "text/plain");
  CHECK(source.warnings.empty());
}

TEST_CASE("a byte order mark is no part of the text") {
  CHECK(read_one("\xEF\xBB\xBFwijk\n").text == "wijk\n");
  CHECK(read_one("\xFF\xFE" + utf16(u"één wijk", true)).text == "één wijk");
  CHECK(read_one("\xFE\xFF" + utf16(u"één wijk", false)).encoding == "UTF-16BE");
}

TEST_CASE("UTF-16 is told without a byte order mark") {
  const std::u16string text = u"De stad en het rijk zetten zich in voor de wijk, met € 5.";
  for (const bool little : {true, false}) {
    const SourceText source = read_one(utf16(text, little));
    CHECK(source.text == "De stad en het rijk zetten zich in voor de wijk, met € 5.");
    CHECK(source.encoding == (little ? "UTF-16LE" : "UTF-16BE"));
  }
}

TEST_CASE("Windows-1252 and ISO-8859-15 differ in their euro sign") {
  const std::string sentence = "De gemeente stelt per jaar twee\xEBntwintig mensen aan voor ";
  const SourceText windows = read_one(sentence + "\x80 5 miljoen.");
  CHECK(windows.encoding == "windows-1252");
  CHECK(windows.text == "De gemeente stelt per jaar tweeëntwintig mensen aan voor € 5 miljoen.");
  const SourceText latin = read_one(sentence + "\xA4 5 miljoen.");
  CHECK(latin.encoding == "ISO-8859-15");
  CHECK(latin.text == windows.text);
}

TEST_CASE("damaged UTF-8 is replaced with a warning at its place") {
  const SourceText source = read_one("één café en cr\xE8me voor de coöperatie");
  CHECK(source.text == "één café en cr\xEF\xBF\xBDme voor de coöperatie");
  REQUIRE(source.warnings.size() == 1);
  REQUIRE(source.warnings[0].span);
  CHECK(slice(source.text, *source.warnings[0].span) == "\xEF\xBF\xBD");
}

TEST_CASE("a sign beyond ASCII is met wherever it stands") {
  for (std::size_t at = 0; at < 40; ++at) {
    const std::string before(at, 'a');
    const std::string behind(40 - at, 'z');
    CHECK(read_one(before + "\xC3\xA9" + behind).warnings.empty());
    CHECK(read_one("\xC3\xA9" + before + "\xFF" + behind).warnings.size() == 1);
  }
}

TEST_CASE("an empty file is a document without text") {
  const SourceText source = read_one("");
  CHECK(source.text.empty());
  REQUIRE(source.warnings.size() == 1);
  CHECK(source.warnings[0].code == "empty-document");
}

TEST_CASE("binary data is refused") {
  CHECK(refusal_of("wijk\0en stad"s) == ErrorCode::bad_encoding);
  std::mt19937 random(1);
  std::string bytes(5000, ' ');
  for (auto& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
  CHECK(refusal_of(bytes) == ErrorCode::bad_encoding);
  std::erase(bytes, '\0');
  CHECK(refusal_of(bytes) == ErrorCode::bad_encoding);
}

TEST_CASE("formats without readable text are refused with advice") {
  CHECK(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud") == ErrorCode::unsupported_format);
  CHECK(refusal_of("{\\rtf1 wijk}") == ErrorCode::unsupported_format);
  CHECK(refusal_of("\x89PNG\r\n\x1A\n") == ErrorCode::needs_ocr);
  CHECK(refusal_of("<?xml version='1.0'?><onbekend>wijk</onbekend>") ==
        ErrorCode::unsupported_format);
}

TEST_CASE("an input beyond its bounds is refused") {
  ReadLimits limits;
  limits.max_bytes = 4;
  CHECK_THROWS_AS(read_documents("wijken", "in.txt", limits), Error);
  CHECK(read_documents("wijk", "in.txt", limits).at(0).text == "wijk");
}
