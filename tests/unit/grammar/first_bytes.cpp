// The first bytes of a match, which rule out most patterns at most places.
#include "grammar/first_bytes.hpp"

#include <catch2/catch.hpp>

using namespace handvest;

namespace {

bool may_begin(const char* expression, const char* text, const SyntaxOptions& options = {}) {
  return FirstBytes(parse_expression(expression, options)).may_begin(text, 0);
}

}  // namespace

TEST_CASE("what an expression cannot begin with is told by the first byte") {
  CHECK(may_begin("(?:a|b)?c", "bc"));
  CHECK(may_begin("(?:a|b)?c", "c"));
  CHECK_FALSE(may_begin("(?:a|b)?c", "dc"));
  CHECK(may_begin("[0-9]{1,2}x", "7x"));
  CHECK_FALSE(may_begin("[0-9]{1,2}x", "x"));
  CHECK_FALSE(may_begin("abc", ""));
  CHECK(may_begin("inzet", "INZET", {true, false}));
  CHECK_FALSE(may_begin("inzet", "INZET"));
}

TEST_CASE("what it takes before its first character leaves the question open") {
  CHECK(may_begin("a*", "b"));
  CHECK(may_begin("(?!b)a", "a"));
  CHECK_FALSE(may_begin("(?!b)a", "c"));
  CHECK(may_begin("^a", "a"));
  CHECK(may_begin("(?<n>a)\\1|\\1", "b"));
  CHECK(may_begin("é", "é"));
}

TEST_CASE("the kind of the second byte is told too") {
  CHECK(may_begin("(?:[a-h][.)] ?)?inzet", "b. inzet"));
  CHECK(may_begin("(?:[a-h][.)] ?)?inzet", "inzet"));
  CHECK_FALSE(may_begin("(?:[a-h][.)] ?)?inzet", "de inzet"));
  CHECK(may_begin("ab|c", "c?"));
  CHECK_FALSE(may_begin("ab|cd", "ca"));
  CHECK(may_begin("a+b", "aab"));
  CHECK_FALSE(may_begin("ab", "a"));
  CHECK(may_begin("€ ?x", "€x"));
}
