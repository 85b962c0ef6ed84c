// The examples beside the rules of the built-in grammar.
#include <catch2/catch.hpp>

#include "mentions/check.hpp"

using namespace handvest;

TEST_CASE("the mention rules do what their examples say") {
  const Grammar grammar = builtin_grammar();
  std::size_t rules = 0;
  for (const auto& report : check_grammar(grammar)) {
    if (!grammar.subject(report.rule->file.substr(0, report.rule->file.find('.')))
             ->attributes.contains("stage")) {
      continue;
    }
    ++rules;
    for (const auto& problem : report.problems) {
      FAIL_CHECK(report.rule->file << ":" << report.rule->line << " " << report.rule->id << " "
                                   << problem);
    }
  }
  CHECK(rules > 50);
}

TEST_CASE("a grammar at fault is found out") {
  const auto problems = [](const std::string& rules) {
    std::string text;
    const Grammar grammar =
        compile_grammar({{"t.xml", "<grammar stage=\"mentions\">" + rules + "</grammar>"}});
    for (const auto& report : check_grammar(grammar)) {
      for (const auto& problem : report.problems) text += report.rule->id + " " + problem + "\n";
    }
    return text;
  };
  const std::string good =
      "<rule id=\"a\" yields=\"number\"><pattern>\\d+</pattern>"
      "<example text=\"nog 12 over\" finds=\"12\" value=\"12\"/><counterexample "
      "text=\"niets\"/></rule>";
  CHECK(problems(good).empty());
  CHECK_THAT(problems("<rule id=\"a\" yields=\"number\"><pattern>\\d+</pattern></rule>"),
             Catch::Contains("a has no example") && Catch::Contains("a has no counter-example"));
  CHECK_THAT(
      problems("<rule id=\"a\" yields=\"number\"><pattern>\\d+</pattern>"
               "<example text=\"nog 12\" finds=\"12\" value=\"13\"/><counterexample "
               "text=\"3\"/></rule>"),
      Catch::Contains("reads '12' as 12, not as 13") && Catch::Contains("counter-example '3'"));
  CHECK_THAT(
      problems(
          good +
          "<rule id=\"b\" yields=\"date\"><pattern>(?'year'\\d+)</pattern>"
          "<example text=\"x\" finds=\"y\" value=\"z\"/><counterexample text=\"niets\"/></rule>"),
      Catch::Contains("a '12' is ambiguous") && Catch::Contains("b does not find 'y'"));
  CHECK_THAT(problems("<rule id=\"a\" yields=\"number\"><pattern>(?:\\d+)+x</pattern></rule>"),
             Catch::Contains("backtrack without bound"));
  CHECK_THAT(problems("<rule id=\"a\" yields=\"number\"><pattern>(?:\\d+\\.?)+x</pattern></rule>"),
             Catch::Contains("backtrack without bound"));
}
