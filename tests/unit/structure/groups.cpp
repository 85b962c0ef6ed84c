#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "structure/profile.hpp"
#include "structure/rule_group.hpp"
#include "support.hpp"

using namespace handvest;
using structure::RuleGroup;

namespace {

structure::Profile charter() {
  return {test::grammar(), *test::grammar().subject("profile-charter")};
}

}  // namespace

TEST_CASE("a group asks each rule that a text may match, in their order") {
  const auto profile = charter();
  for (const char* what : {"label", "heading", "no-heading", "charter-sign"}) {
    const auto& rules = profile.rules(what);
    REQUIRE_FALSE(rules.empty());
    const RuleGroup group(rules);
    for (std::size_t number = 0; number < rules.size(); ++number) {
      for (const auto& example : rules[number]->examples) {
        INFO(rules[number]->id << ": " << example.text);
        const auto asked = group.candidates(example.finds);
        CHECK(std::count(asked.begin(), asked.end(), number) == 1);
        CHECK(std::is_sorted(asked.begin(), asked.end()));
      }
    }
  }
}

TEST_CASE("a group leaves out what the first byte tells, and asks all of an empty text") {
  const RuleGroup labels(charter().rules("label"));
  CHECK(labels.candidates("zeven").size() < labels.size());
  CHECK(labels.candidates("").size() == labels.size());
  CHECK(labels.fits("Inzet stad"));
  CHECK_FALSE(labels.fits("Zeven punten"));
  CHECK(labels.match_whole("b. Inzet stad")->rule->yields == "label");
}
