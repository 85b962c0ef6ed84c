#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "output/json.hpp"

using namespace handvest;

namespace {

Location word(Span span, double x, double y, double confidence = -1) {
  Location place;
  place.span = span;
  place.x = x;
  place.y = y;
  place.width = 40;
  place.height = 10;
  place.page = 1;
  place.confidence = confidence;
  return place;
}

/// The span of a mention of bytes 3 to 20 in a text with these places.
nlohmann::json span_with(std::vector<Location> places) {
  Extraction extraction;
  extraction.source.text = "in € 1.500.000 euro samen\n";
  extraction.source.pages = {{0, "1"}};
  extraction.source.locations = std::move(places);
  Mention mention;
  mention.span = {3, 21};
  extraction.mentions.mentions.push_back(mention);
  return nlohmann::json::parse(to_json(extraction))["mentions"][0]["span"];
}

}  // namespace

TEST_CASE("words of one printed line share a box, and the lowest confidence counts") {
  const auto span =
      span_with({word({0, 2}, 0, 0, 0.1), word({3, 6}, 50, 100, 0.9), word({7, 16}, 95, 102, 0.7),
                 word({17, 21}, 10, 120), word({22, 27}, 60, 120, 0.2)});
  REQUIRE(span["boxes"].size() == 2);
  CHECK(span["boxes"][0] ==
        nlohmann::json({{"page", 1}, {"x", 50}, {"y", 100}, {"w", 85}, {"h", 12}}));
  CHECK(span["boxes"][1]["y"] == 120);
  CHECK(span["boxes"][1]["w"] == 40);
  CHECK(span["confidence"] == 0.7);
}

TEST_CASE("a source without places gives none") {
  const auto span = span_with({});
  CHECK_FALSE(span.contains("boxes"));
  CHECK_FALSE(span.contains("confidence"));
  CHECK_FALSE(span.contains("xpath"));
}

TEST_CASE("places that end before the mention or begin behind it are not its own") {
  const auto span = span_with({word({0, 2}, 0, 0), word({22, 27}, 60, 120)});
  CHECK_FALSE(span.contains("boxes"));
}
