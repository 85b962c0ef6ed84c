#include "text/decimal.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace handvest;

TEST_CASE("decimals print and read back exactly") {
  for (const char* text : {"0", "7", "-3", "2500", "0.5", "6.8", "-0.25", "123456789.123456789"}) {
    const auto value = parse_decimal(text);
    REQUIRE(value);
    CHECK(value->to_string() == text);
  }
}

TEST_CASE("decimals are normalised") {
  CHECK(parse_decimal("6.0")->to_string() == "6");
  CHECK(parse_decimal("1.50") == parse_decimal("1.5"));
}

TEST_CASE("what is no plain decimal is refused") {
  for (const char* text : {"", "-", ".", "5.", ".5", "1e3", "1,5", "9999999999999999999"}) {
    CHECK_FALSE(parse_decimal(text));
  }
}

TEST_CASE("scaling and sums are exact and bounded") {
  CHECK(scale_by_power_of_ten(*parse_decimal("2.7"), 9)->to_string() == "2700000000");
  CHECK(scale_by_power_of_ten(*parse_decimal("5"), -2)->to_string() == "0.05");
  CHECK_FALSE(scale_by_power_of_ten(*parse_decimal("5"), 19));
  CHECK(add(*parse_decimal("0.1"), *parse_decimal("0.2"))->to_string() == "0.3");
  CHECK(subtract(*parse_decimal("34"), *parse_decimal("29.5"))->to_string() == "4.5");
}

TEST_CASE("the nearest double is that of the plain notation") {
  for (const char* text : {"0", "0.1", "-6.8", "4300000", "0.00000000000000001",
                           "123456789.123456789", "9007199254740993", "-9.007199254740993"}) {
    CHECK(parse_decimal(text)->to_double() == std::strtod(text, nullptr));
  }
  CHECK(Decimal{1, -30}.to_double() == 1e-30);
}
