#include <catch2/catch.hpp>

#include "structure/headings.hpp"
#include "structure/themes.hpp"
#include "support.hpp"
#include "text/fold.hpp"

using namespace handvest;
using structure::Candidate;

namespace {

std::vector<Candidate> numbered(const std::vector<int>& numbers) {
  std::vector<Candidate> candidates;
  for (const int number : numbers) {
    Candidate candidate;
    candidate.main = number;
    candidate.number = std::to_string(number);
    candidates.push_back(candidate);
  }
  return candidates;
}

// The numbers of the run.
std::vector<int> run_of(const std::vector<int>& numbers, const std::vector<int>& weights) {
  const auto candidates = numbered(numbers);
  const auto run = structure::main_run(candidates, weights);
  std::vector<int> result;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i]) result.push_back(numbers[i]);
  }
  return result;
}

// Labels, headings and the like are whole lines; other rules match at a line's begin.
bool whole(const Rule& rule) {
  return rule.attribute("look") == "whole" || rule.yields == "label" || rule.yields == "heading" ||
         rule.yields == "toc-entry";
}

std::optional<Match> match_of(const Rule& rule, const std::string& text) {
  return whole(rule) ? rule.pattern.full_match(text) : rule.pattern.match_at(text, 0);
}

// Whether a rule finds exactly the text that an example names.
bool finds(const Rule& rule, const Example& example) {
  const auto match = match_of(rule, example.text);
  return match && slice(example.text, match->span) == example.finds;
}

}  // namespace

TEST_CASE("every rule of structure and profiles keeps its examples and counter-examples") {
  for (const auto& subject : test::grammar().subjects()) {
    if (subject.name != "structure" && subject.name.rfind("profile-", 0) != 0) continue;
    for (const auto& rule : subject.rules) {
      INFO(rule.id);
      CHECK(!rule.examples.empty());
      CHECK(!rule.counterexamples.empty());
      for (const auto& example : rule.examples) CHECK(finds(rule, example));
      for (const auto& text : rule.counterexamples) {
        INFO(text);
        CHECK(!match_of(rule, text));
      }
    }
  }
}

TEST_CASE("the run of main numbers rises; displaced pages keep theirs") {
  CHECK(run_of({1, 2, 1, 2, 3, 3}, {6, 6, 0, 0, 0, 6}) == std::vector<int>{1, 2, 3});
  CHECK(run_of({5, 6, 1, 2}, {6, 6, 6, 6}) == std::vector<int>{5, 6, 1, 2});
  CHECK(run_of({5, 6, 1, 2}, {6, 6, 1, 1}) == std::vector<int>{5, 6});
  CHECK(run_of({}, {}).empty());
}

TEST_CASE("themes weigh the words of a title, its first one double") {
  const structure::Themes themes(test::grammar());
  CHECK(themes.of_title(fold("Op het gebied van WONEN")) == "wonen");
  CHECK(themes.of_title(fold("Wonen en veiligheid")) == "wonen");
  CHECK(themes.of_title(fold("Veiligheid en wonen")) == "veiligheid");
  CHECK(themes.of_title(fold("Iets heel anders dan dit?")) != "wonen");
  CHECK(themes.of_title(fold("Xyz")).empty());
  CHECK(themes.usual_heading(fold("OVERIG")) == "overig");
  CHECK(themes.usual_heading(fold("Overig nieuws")).empty());
  CHECK(themes.closes("financiering"));
  CHECK_FALSE(themes.closes("wonen"));
}

TEST_CASE("a text has the theme that clearly outweighs the others") {
  const structure::Themes themes(test::grammar());
  CHECK(themes.of_body(fold("Kinderen gaan naar school en leren daar veel.")) == "leren_opgroeien");
  CHECK(themes.of_body(fold("Zij zaten stil.")).empty());
}

TEST_CASE("the plain form drops signs of emphasis, footnote marks and doubled blanks") {
  CHECK(structure::plain_form("**Wonen**  in\tde stad¹:") == "Wonen in de stad:");
  CHECK(structure::plain_form(" * ") == "");
}
