// The places where matches can begin, against their definition, byte by byte.
#include "grammar/token_starts.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace handvest;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool begins_token(const std::string& text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  if (is_digit(text[at])) return !is_digit(before);
  if (is_small(text[at])) return !is_digit(before) && !is_small(before) && !is_capital(before);
  return text[at] != ' ';
}

using Places = std::vector<std::size_t>;

Places expected(const std::string& text, std::size_t from) {
  Places places;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (begins_token(text, at)) places.push_back(at);
  }
  return places;
}

Places found(const std::string& text, std::size_t from) {
  TokenStarts starts(text, from);
  Places places;
  for (std::size_t at = starts.next(); at < text.size(); at = starts.next()) places.push_back(at);
  return places;
}

}  // namespace

TEST_CASE("tokens begin at words, figures, signs and capitals") {
  CHECK(found("van 34% naar 2e, eenVijf", 0) == Places{0, 4, 6, 8, 13, 15, 17, 20});
  CHECK(found("", 0).empty());
  CHECK(TokenStarts({}, 0).next() == 0);
  CHECK(found("   ", 0).empty());
}

TEST_CASE("tokens are found in texts of any length, from any place") {
  constexpr std::string_view kSigns = "aZ9 -\n\xC3\xAB_z0";
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> sign(0, kSigns.size() - 1);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += kSigns[sign(random)];
    const std::size_t from = size / 3;
    INFO(text);
    CHECK(found(text, 0) == expected(text, 0));
    CHECK(found(text, from) == expected(text, from));
  }
}

TEST_CASE("places before a given one are passed over") {
  const std::string text(300, '-');
  TokenStarts starts(text, 0);
  CHECK(starts.next() == 0);
  CHECK(starts.next(250) == 250);
  CHECK(starts.next() == 251);
  CHECK(starts.next(300) == 300);
}
