// Rules that look: their tables find what their patterns find.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "grammar/beginnings.hpp"
#include "grammar/cue.hpp"
#include "grammar/cue_ways.hpp"
#include "grammar/freeze.hpp"
#include "grammar/grammar.hpp"
#include "text/code_points.hpp"

using namespace handvest;

namespace {

// A cue made at run time.
class MadeCue {
 public:
  MadeCue(const std::string& expression, CuePlace place) {
    const auto automaton = cue_automaton(parse_expression(expression), place);
    REQUIRE(automaton);
    tables_ = freeze(*automaton).value();
    const FrozenAutomaton frozen(tables_.view());
    pairs_ = beginning_pairs(frozen);
    cue_ = {"made",
            place,
            false,
            tables_.view(),
            frozen.step(frozen.start(), '\n'),
            beginning_kinds(frozen),
            pairs_,
            {}};
  }
  MadeCue(const MadeCue&) = delete;
  MadeCue& operator=(const MadeCue&) = delete;

  std::optional<Span> find(std::string_view text, std::size_t from = 0) const {
    return find_cue(cue_, text, from);
  }

 private:
  OwnedTables tables_;
  std::vector<BytePair> pairs_;
  FrozenCue cue_;
};

bool can_look(const std::string& expression, CuePlace place) {
  return cue_ways(parse_expression(expression), place).has_value();
}

// Lines of the example documents, as far as they have some words.
std::vector<std::string> lines() {
  std::vector<std::string> result;
  const std::filesystem::path corpora = std::filesystem::path(HANDVEST_ROOT) / "corpora";
  for (const auto& file : std::filesystem::recursive_directory_iterator(corpora)) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream stream(file.path(), std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
      if (line.size() > 20) result.push_back(line);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

// What a rule is tried on in a line: up to a blank, from one on, or all of it.
std::vector<std::string_view> views(std::string_view line, CuePlace place) {
  if (place == CuePlace::within) return {line};
  std::vector<std::string_view> result;
  for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    result.push_back(place == CuePlace::before ? line.substr(0, at + 1) : line.substr(at));
    if (place == CuePlace::whole) result.back().remove_prefix(1);
    if (place == CuePlace::whole) result.push_back(line.substr(0, at));
  }
  result.push_back(line);
  return result;
}

bool same_parts(const Match& one, const Match& other) {
  const auto holds = [](const Match& match, const Match& all) {
    return std::all_of(match.groups.begin(), match.groups.end(),
                       [&](const auto& part) { return all.group(part.first) == part.second; });
  };
  return one.span == other.span && holds(one, other) && holds(other, one);
}

// Whether the rule's tables tell of the text what its pattern tells.
bool agree(const Rule& rule, std::string_view text, std::size_t& matches) {
  switch (rule.cue->place) {
    case CuePlace::begin: {
      const bool quick = rule.begins(text);
      if (quick) ++matches;
      return quick == rule.pattern.match_at(text, 0).has_value();
    }
    case CuePlace::whole: {
      const auto quick = rule.match_whole(text);
      const auto slow =
          count_code_points(text) > rule.longest ? std::nullopt : rule.pattern.full_match(text);
      if (quick) ++matches;
      return quick.has_value() == slow.has_value() && (!quick || same_parts(*quick, *slow));
    }
    default: {
      const auto quick = rule.find(text);
      const auto slow = rule.pattern.search(text);
      if (quick) ++matches;
      return quick.has_value() == slow.has_value() && (!quick || quick->begin == slow->span.begin);
    }
  }
}

}  // namespace

TEST_CASE("a rule that looks before ends with the text and reaches as far back as it can") {
  const MadeCue cue(R"((?:^|[\s(])(?:tot|naar)(?: een)? $|\bvan $)", CuePlace::before);
  CHECK(cue.find("stijgt naar een ") == Span{6, 16});
  CHECK(cue.find("tot ") == Span{0, 4});
  CHECK(cue.find("is van ") == Span{3, 7});
  CHECK_FALSE(cue.find("daarvan "));
  CHECK_FALSE(cue.find("naar een huis "));
  CHECK_FALSE(cue.find(""));
}

TEST_CASE("a rule that looks after begins with the text") {
  const MadeCue cue(R"(^ ?(?:jaar|uur\b)|^(?:in|per)\s*$)", CuePlace::after);
  CHECK(cue.find(" jaarlijks") == Span{0, 5});
  CHECK(cue.find("uur.") == Span{0, 3});
  CHECK_FALSE(cue.find(" uurtje"));
  CHECK(cue.find("in ") == Span{0, 3});
  CHECK_FALSE(cue.find("in een"));
}

TEST_CASE("a rule that looks within gives the first place and the longest match there") {
  const MadeCue cue(R"(\b(?:daal|daalt)\b|^Dit\b)", CuePlace::within);
  CHECK(cue.find("het daalt, daal") == Span{4, 9});
  CHECK(cue.find("het daalt, daal", 6) == Span{11, 15});
  CHECK(cue.find("Dit is") == Span{0, 3});
  CHECK_FALSE(cue.find("is Dit"));
  CHECK_FALSE(
      cue.find("verdaalt daalton \xC3\xA9"
               "daal"));
}

TEST_CASE("a rule that looks within is found at any place of a long text, at its end too") {
  const MadeCue cue(R"((?:stijg|Da?al)t?\b|zo$)", CuePlace::within);
  for (std::size_t before = 1; before < 150; ++before) {
    const std::string blanks(before, ' ');
    CHECK(cue.find(blanks + "stijgen, Dalt en") == Span{before + 9, before + 13});
    CHECK(cue.find(blanks + "daal zo") == Span{before + 5, before + 7});
    CHECK_FALSE(cue.find(blanks + "zo. stij"));
  }
}

TEST_CASE("the pairs of bytes that matches begin with are told where they are few") {
  const auto pairs = [](const char* expression) {
    const auto automaton = cue_automaton(parse_expression(expression), CuePlace::within);
    return beginning_pairs(FrozenAutomaton(freeze(automaton.value()).value().view()));
  };
  const auto few = pairs("(?:Daal|meer|of$)");
  REQUIRE(few.size() == 3);
  CHECK((few[0].first == 'd' && few[0].second == 'a'));
  CHECK((few[1].first == 'm' && few[1].second == 'e'));
  CHECK((few[2].first == 'o' && few[2].second == 'f'));
  CHECK(pairs("[a-z]aal").empty());
  CHECK(pairs("meer|x").empty());
}

TEST_CASE("a rule that looks at the begin needs no anchor") {
  const MadeCue cue(R"((?:de )?charters?\b|colofon$)", CuePlace::begin);
  CHECK(cue.find("de charter van") == Span{0, 10});
  CHECK(cue.find("colofon"));
  CHECK_FALSE(cue.find("colofon en"));
  CHECK_FALSE(cue.find("charterpartij"));
  CHECK_FALSE(cue.find("een charter"));
}

TEST_CASE("a rule that looks at the whole takes all of the text or nothing") {
  const MadeCue cue(R"([a-h][.)] ?inzet .{2,9})", CuePlace::whole);
  CHECK(cue.find("b. inzet stad") == Span{0, 13});
  CHECK_FALSE(cue.find("b. inzet s"));
  CHECK_FALSE(cue.find("b. inzet van de stad"));
  CHECK_FALSE(cue.find("zo b. inzet stad"));
  CHECK_FALSE(cue.find(""));
}

TEST_CASE("what an automaton cannot follow cannot look") {
  CHECK_FALSE(can_look(R"(inzet\b)", CuePlace::whole));
  CHECK_FALSE(can_look("inzet$", CuePlace::whole));
  CHECK_FALSE(can_look("(?=x)inzet", CuePlace::begin));
  CHECK_FALSE(can_look("(?<!niet )meer $", CuePlace::before));
  CHECK_FALSE(can_look(R"(nu\b[^,]* $)", CuePlace::before));
  CHECK_FALSE(can_look("meer ", CuePlace::before));
  CHECK_FALSE(can_look("meer", CuePlace::after));
  CHECK(can_look("^meer", CuePlace::after));
}

TEST_CASE("a grammar whose rule cannot look so is refused") {
  const auto load = [](const std::string& look) {
    return compile_grammar({{"f.xml", "<grammar><rule id=\"a\" yields=\"x\" look=\"" + look +
                                          "\"><pattern>meer</pattern></rule></grammar>"}});
  };
  CHECK_NOTHROW(load("within"));
  CHECK_THROWS_WITH(load("before"), Catch::Contains("rule a cannot look before"));
  CHECK_THROWS_WITH(load("beside"),
                    Catch::Contains("look is before, after, within, begin or whole"));
}

TEST_CASE("the tables of the built-in rules find what their patterns find") {
  const Grammar grammar = builtin_grammar();
  std::size_t cues = 0;
  std::size_t matches = 0;
  const auto texts = lines();
  for (const Subject& subject : grammar.subjects()) {
    for (const Rule& rule : subject.rules) {
      if (rule.cue == nullptr) continue;
      ++cues;
      for (const std::string& line : texts) {
        for (const std::string_view text : views(line, rule.cue->place)) {
          if (!agree(rule, text, matches)) FAIL_CHECK(rule.id << " in '" << text << "'");
        }
      }
    }
  }
  CHECK(cues > 40);
  CHECK(matches > 2000);
}
