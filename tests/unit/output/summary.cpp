#include "output/summary.hpp"

#include <catch2/catch.hpp>

using namespace handvest;

namespace {

Pledge pledge(const std::string& side, std::int64_t amount, const std::string& scope) {
  Pledge result;
  result.in = "delft/1/inzet";
  result.side = side;
  result.amount = {amount, 0};
  result.scope = scope;
  return result;
}

Extraction extraction() {
  Extraction result;
  result.source.name = "delft.txt";
  result.outline.kind = "charters";
  Block block;
  block.id = "delft/1/inzet";
  Section section;
  section.id = "delft/1";
  section.theme = "wonen";
  section.blocks.push_back(block);
  Charter charter;
  charter.id = "delft";
  charter.city = {"Delft", "gm0503"};
  charter.sections.push_back(section);
  result.outline.charters.push_back(charter);
  Target target;
  target.in = "delft/1";
  result.meaning.targets = {target, target};
  result.meaning.pledges = {pledge("rijk", 1250000, "city"), pledge("stad", 80000, "city"),
                            pledge("rijk", 20000000, "national")};
  result.warnings = {{"damaged-date", "", {}}, {"damaged-date", "", {}}};
  return result;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the summary counts what was found") {
  const std::string text = summary(extraction());
  CHECK(holds(text, "cities     1\n"));
  CHECK(holds(text, "sections   1\n"));
  CHECK(holds(text, "blocks     1\n"));
  CHECK(holds(text, "targets    2\n"));
  CHECK(holds(text, "warnings   2: 2 damaged-date\n"));
}

TEST_CASE("the summary's table adds up sums by side, without those for the whole country") {
  const std::string text = summary(extraction());
  CHECK(holds(text, "1 250 000"));
  CHECK(holds(text, "80 000"));
  CHECK_FALSE(holds(text, "20 000 000"));
  CHECK_FALSE(holds(text, "21 250 000"));
}

TEST_CASE("the summary fits a terminal of 100 columns") {
  std::size_t width = 0;
  for (const char c : summary(extraction())) {
    width = c == '\n' ? 0 : width + 1;
    REQUIRE(width <= 100);
  }
}
