// The one-pass dispatcher against a slow reference that tries each rule at each place.
#include "grammar/dispatcher.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "grammar/grammar.hpp"
#include "slow_dispatcher.hpp"

using namespace handvest;

namespace {

Grammar grammar_of(const std::string& body) {
  return compile_grammar(
      {{"test.xml", "<grammar stage=\"mentions\" case=\"ignore\">" + body + "</grammar>"}});
}

const char* const kRules = R"(
  <part name="n">\d{1,3}(?:\.\d{3})*|één|drie</part>
  <rule id="count" yields="number"><pattern>{n}</pattern>
    <not-before edge="none">[.-]</not-before></rule>
  <rule id="euro" yields="money"><pattern>€ ?{n}|{n} euro</pattern></rule>
  <rule id="year" yields="date" priority="1"><pattern>(?:19|20)\d{2}</pattern></rule>
  <rule id="years" yields="duration"><pattern>{n} ?jaar</pattern><not-after> oud</not-after></rule>
  <rule id="age" yields="age" priority="2"><pattern>{n} jaar</pattern><before>tot </before></rule>
  <rule id="day" yields="date" edge="right"><pattern>\d{1,2} mei</pattern></rule>)";

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {
      "1", "20",  "2008", ".000", " ",   "jaar", "€", "euro", " mei",  "tot ",
      "é", "één", "drie", "\n",   "oud", "-",    "x", ".",    " jaar", "12"};
  std::string text;
  for (int i = 0; i < 9; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace

TEST_CASE("the dispatcher finds what the slow reference finds") {
  const Grammar grammar = grammar_of(kRules);
  const Dispatcher* const dispatcher = grammar.dispatcher("mentions");
  REQUIRE(dispatcher != nullptr);
  const SlowDispatcher slow(grammar.rules_of("mentions"));
  std::mt19937 random(20240501);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    CHECK(shown(dispatcher->scan(text)) == shown(slow.scan(text)));
  }
}

TEST_CASE("longest match, then priority, then order in the grammar") {
  const Grammar grammar = grammar_of(kRules);
  const auto scan = [&](const std::string& text) {
    return shown(grammar.dispatcher("mentions")->scan(text));
  };
  CHECK(scan("2008") == "year[0,4) ");
  CHECK(scan("20 jaar") == "years[0,7) ");
  CHECK(scan("tot 20 jaar") == "age[4,11) ");
  CHECK(scan("op16 mei") == "day[2,8) ");
  CHECK(scan("16 meiden") == "count[0,2) ");
}

TEST_CASE("a refused winner gives way to the next best") {
  const Grammar grammar = grammar_of(kRules);
  std::vector<std::string> offered;
  grammar.dispatcher("mentions")->scan("tot 20 jaar", [&](const Hit& hit) {
    offered.push_back(hit.rule->id);
    return hit.rule->id == "count";
  });
  CHECK(offered == std::vector<std::string>{"age", "years", "count"});
}

TEST_CASE("what an automaton cannot follow is refused with its place") {
  CHECK_THROWS_WITH(
      grammar_of("\n<rule id=\"a\" yields=\"number\"><pattern>a(?=b)</pattern></rule>"),
      Catch::Contains("test.xml:2") && Catch::Contains("rule a") && Catch::Contains("<after>"));
}
