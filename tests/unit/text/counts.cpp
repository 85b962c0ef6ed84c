#include <catch2/catch.hpp>
#include <string>

#include "text/code_points.hpp"
#include "text/count_bytes.hpp"
#include "text/lines.hpp"

using namespace handvest;

TEST_CASE("bytes are counted in texts of every length") {
  const auto is_a = [](unsigned char byte) { return byte == 'a'; };
  const auto is_nul = [](unsigned char byte) { return byte == 0; };
  std::string text;
  std::size_t wanted = 0;
  for (std::size_t size = 0; size < 600; ++size) {
    INFO(size);
    CHECK(count_bytes(text, is_a) == wanted);
    CHECK(count_bytes(text, is_nul) == 0);
    text += size % 3 == 0 ? 'a' : 'b';
    wanted += size % 3 == 0 ? 1 : 0;
  }
  CHECK(count_code_points("één\xE2\x80\x93twee") == 8);
}

TEST_CASE("words that one blank each parts are single-spaced") {
  CHECK(is_single_spaced(""));
  CHECK(is_single_spaced("een twee drie"));
  for (const char* text : {" een", "een ", "een  twee", "een\ttwee", "\neen", "een\xC2\xA0twee"}) {
    INFO(text);
    CHECK_FALSE(is_single_spaced(text));
  }
}
