// Reading grammar files: parts, lists, errors.
#include <catch2/catch.hpp>

#include "grammar/grammar.hpp"
#include "text/diagnostic.hpp"

using namespace handvest;

namespace {

GrammarFile file(const std::string& name, const std::string& body) {
  return {name, "<grammar>" + body + "</grammar>"};
}

}  // namespace

TEST_CASE("parts use parts of files that are read later") {
  const Grammar grammar =
      compile_grammar({file("a.xml",
                            "<rule id=\"r\" yields=\"x\"><pattern>{outer}!</pattern></rule>"
                            "<part name=\"outer\">{inner}{2}</part>"),
                       file("z.xml", "<part name=\"inner\">ab|c</part>")});
  const Rule* const rule = grammar.subject("a")->rule("r");
  REQUIRE(rule != nullptr);
  CHECK(rule->pattern.full_match("abc!"));
  CHECK_FALSE(rule->pattern.full_match("ab!"));
}

TEST_CASE("a list of entries is a part") {
  const Grammar grammar =
      compile_grammar({file("a.xml",
                            "<part name=\"unit\" list=\"unit\"/>"
                            "<entry group=\"unit\"><form>mln</form><form>mln.</form></entry>"
                            "<rule id=\"r\" yields=\"x\"><pattern>{unit}</pattern></rule>")});
  const Rule& rule = grammar.subjects()[0].rules[0];
  CHECK(rule.pattern.search("3 mln. extra")->span == Span{2, 6});
  CHECK_FALSE(rule.pattern.full_match("mlnx"));
}

TEST_CASE("faults of a grammar name file, line and remedy") {
  const auto compiled = [](const std::string& body) {
    return compile_grammar({file("f.xml", body)});
  };
  CHECK_THROWS_WITH(compiled("<part name=\"a\">{b}</part>\n<part name=\"b\">{a}</part>"
                             "<rule id=\"r\" yields=\"x\"><pattern>{a}</pattern></rule>"),
                    Catch::Contains("f.xml") && Catch::Contains("uses itself"));
  CHECK_THROWS_WITH(compiled("\n\n<rule id=\"r\" yields=\"x\"><pattern>{nowhere}</pattern></rule>"),
                    Catch::Contains("f.xml:3") && Catch::Contains("{nowhere}"));
  CHECK_THROWS_WITH(compiled("<rule id=\"r\" yields=\"x\"><pattern>(a</pattern></rule>"),
                    Catch::Contains("rule r") && Catch::Contains("not closed"));
  CHECK_THROWS_WITH(
      compiled("<rule id=\"r\" yields=\"x\" edge=\"top\"><pattern>a</pattern></rule>"),
      Catch::Contains("edge is both, left, right or none"));
  CHECK_THROWS_WITH(compile_grammar({{"f.xml", "<grammar>\n<rule>\n</grammar>"}}),
                    Catch::Contains("f.xml:3") && Catch::Contains("well-formed"));
  CHECK_THROWS_WITH(compiled("<part name=\"a\">x</part>\n<part name=\"a\">y</part>"),
                    Catch::Contains("defined twice"));
}
