#include <catch2/catch.hpp>
#include <vector>

#include "text/code_points.hpp"
#include "text/count_bytes.hpp"
#include "text/fold.hpp"
#include "text/lines.hpp"

using namespace handvest;

TEST_CASE("code points and bytes translate both ways") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 3 == 0 ? "€" : i % 3 == 1 ? "é" : "a";
  const CodePointIndex index(text);
  REQUIRE(index.count() == 300);
  for (std::size_t i = 0; i <= 300; ++i) CHECK(index.code_points_before(index.byte_of(i)) == i);
}

TEST_CASE("code points are counted where ASCII ends in the midst of a stretch") {
  std::string text;
  for (const std::size_t size : std::vector<std::size_t>{300, 1, 127, 128, 129})
    text += std::string(size, 'a') + "é";
  const CodePointIndex index(text);
  REQUIRE(index.count() == 690);
  std::size_t before = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (text[at] & 0xC0) != 0x80;
    if (begins) CHECK(index.code_points_before(at) == before++);
  }
}

TEST_CASE("lines end at LF, with or without CR") {
  const std::string text = "een\r\ntwee\n\ndrie";
  const LineIndex lines(text);
  REQUIRE(lines.count() == 4);
  CHECK(slice(text, lines.line(1)) == "een");
  CHECK(slice(text, lines.line(2)) == "twee");
  CHECK(lines.line(3).empty());
  CHECK(lines.number_at(text.find("twee")) == 2);
  CHECK(lines.number_at(text.find("\n\n")) == 2);
  CHECK(lines.number_at(text.size()) == 4);
}

TEST_CASE("a final line end starts no further line") {
  CHECK(LineIndex("a\n").count() == 1);
  CHECK(LineIndex("").count() == 1);
  CHECK(LineIndex("\n").count() == 1);
}

TEST_CASE("blanks and controls are not visible") {
  CHECK(count_visible("") == 0);
  CHECK(count_visible("a b\tc\n") == 3);
  CHECK(count_visible("\xE2\x82\xAC 5\xC2\xA0mln\xE2\x80\x8B") == 5);
  std::string text;
  for (int i = 0; i < 600; ++i) text += i % 2 == 0 ? "\xC3\xA9" : "\xEF\xBB\xBF";
  CHECK(count_visible(text) == 300);
}

TEST_CASE("bytes are counted in texts longer than one block") {
  const auto is_x = [](unsigned char byte) { return byte == 'x'; };
  CHECK(count_bytes("", is_x) == 0);
  for (const std::size_t size : {1U, 254U, 255U, 256U, 1000U}) {
    CHECK(count_bytes(std::string(size, 'x') + "y", is_x) == size);
  }
}

TEST_CASE("spans are trimmed of all white space") {
  const std::string text = " \xC2\xA0 a b\t\r\n";
  CHECK(slice(text, trimmed(text, {0, text.size()})) == "a b");
  CHECK(trimmed("  ", {0, 2}).empty());
}

TEST_CASE("folding keeps letters and digits only") {
  CHECK(fold("Leren & Opgroeien:") == "leren opgroeien");
  CHECK(fold("Één, geïnd \xEF\xAC\x81n") == "een geind fin");
  CHECK(slug("'s-Hertogenbosch 2") == "s-hertogenbosch-2");
}
