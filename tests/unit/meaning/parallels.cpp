#include "meaning/parallels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "document.hpp"
#include "meaning/parallels/differences.hpp"
#include "meaning/parallels/standard.hpp"
#include "meaning/reading/shingles.hpp"

using namespace handvest;
using handvest::test::charter_text;
using handvest::test::read;

TEST_CASE("similarity is that of word pairs, figures apart") {
  using meaning::shingles_of;
  const auto a = shingles_of("Het rijk stelt 500 bomen beschikbaar voor alle wijken");
  const auto b = shingles_of("Het rijk stelt 300 bomen beschikbaar voor alle wijken");
  const auto c = shingles_of("De gemeente legt een plein aan in de zomer");
  CHECK(meaning::similarity(a, b) == Approx(1));
  CHECK(meaning::similarity(a, c) == Approx(0));
}

TEST_CASE("the same pledge in two charters is one parallel, with what differs") {
  const std::string standard =
      "- Het rijk stelt honderd bomen beschikbaar voor de straten. De verdeling over de steden "
      "gaat "
      "volgens de lijst van de minister. Het bosbedrijf ";
  const auto document =
      read(charter_text(standard + "Noord plant in 2009 12 bomen.", "Delft") + "\n" +
           charter_text(standard + "Zuid plant in 2009 37 bomen.", "Gouda"));
  REQUIRE(document.outline.charters.size() == 2);
  const Parallel* found = nullptr;
  for (const auto& parallel : document.meaning.parallels) {
    if (parallel.text.find("bomen") != std::string::npos) found = &parallel;
  }
  REQUIRE(found != nullptr);
  REQUIRE(found->members.size() == 2);
  // The first is the standard text; the second tells its own number and name.
  CHECK(found->members[0].differences.empty());
  CHECK(found->members[1].differences == std::vector<std::string>{"37", "Zuid"});
  CHECK(found->members[1].similarity > 0.7);
}

TEST_CASE("names that differ are found wherever they stand") {
  const std::string standard = "- Het rijk stelt honderd bomen beschikbaar voor alle straten van ";
  for (std::size_t shift = 0; shift < 10; ++shift) {
    const std::string lead = standard + std::string(shift, 'x') + " de wijk ";
    const auto document = read(charter_text(lead + "met Noord aan kop.", "Delft") + "\n" +
                               charter_text(lead + "met Zuid aan kop.", "Gouda"));
    const auto& parallels = document.meaning.parallels;
    const auto found = std::find_if(parallels.begin(), parallels.end(), [](const Parallel& p) {
      return p.text.find("bomen") != std::string::npos;
    });
    REQUIRE(found != parallels.end());
    REQUIRE(found->members.size() == 2);
    CHECK(found->members[1].differences == std::vector<std::string>{"Zuid"});
  }
}

TEST_CASE("a name counts though the standard text has it at the begin of a sentence") {
  const auto whole = [](const meaning::Passage& passage) {
    return meaning::Extract{&passage, {0, passage.text.size()}};
  };
  meaning::Passage standard;
  standard.text = "Er komen bomen in de straten. Noord krijgt er tien van de stad Delft.";
  meaning::Passage member;
  member.text = "Er komen bomen in de straten - Noord krijgt er tien van de stad Delft.";
  const meaning::Differences differences(whole(standard));
  CHECK(differences.of(whole(member)) == std::vector<std::string>{"Noord"});
  member.text = "Er komen bomen in de straten. Noord krijgt er tien van de stad";
  CHECK(differences.of(whole(member)).empty());
  member.text = "Er komen bomen in de straten. Noord krijgt er tien van de stad Delfts. Vast Gouda";
  CHECK(differences.of(whole(member)) == std::vector<std::string>{"Delfts", "Gouda"});
}

TEST_CASE("the standard text is the version that is most like the others") {
  using meaning::Number;
  std::vector<std::vector<Number>> pairs(70);
  for (Number i = 0; i < pairs.size(); ++i) {
    for (Number pair = 0; pair < 100; ++pair) {
      if (pair % 10 != i % 10) pairs[i].push_back(pair);  // each lacks some
    }
  }
  for (Number pair = 0; pair < 100; ++pair) {
    if (pair % 10 == 7) pairs[37].push_back(pair);
  }
  meaning::Group group;
  for (const auto& own : pairs) group.push_back({nullptr, {}, {own, own.size()}});
  meaning::Standards standards(100);
  CHECK(&standards.of(group) == &group[37]);
  // The next group is judged by its own pairs; what lies behind the first sixty has no vote.
  meaning::Group other(group.begin() + 30, group.end());
  other.insert(other.begin(), group.begin(), group.begin() + 5);
  CHECK(&standards.of(other) == &other[12]);
}

TEST_CASE("versions that share only the sentence with the sum are one parallel") {
  const std::string sum = "- Het rijk stelt in 2009 18 miljoen voor buurtplannen ter beschikking. ";
  const auto document = read(
      charter_text(sum + "Delft krijgt hiervan in 2009 een deel van 70.000 euro.", "Delft") + "\n" +
      charter_text(sum +
                       "Wie een plan heeft kan zich bij het loket in de oude fabriek melden, waar "
                       "iedere week een adviseur zit die meedenkt.",
                   "Gouda"));
  const bool found = std::any_of(
      document.meaning.parallels.begin(), document.meaning.parallels.end(),
      [](const Parallel& p) { return p.text.find("buurtplannen") != std::string::npos; });
  CHECK(found);
}

TEST_CASE("an item that holds two standard texts is a member of both") {
  const std::string trees =
      "Het rijk stelt in 2009 een bijdrage voor nieuwe bomen in alle straten ter beschikking.";
  const std::string ponds =
      "De provincie onderzoekt samen met het waterschap waar vijvers kunnen worden gegraven.";
  const auto document = read(charter_text("- " + trees + "\n- " + ponds, "Delft") + "\n" +
                             charter_text("- " + trees + "\n- " + ponds, "Assen") + "\n" +
                             charter_text("- " + trees + " " + ponds, "Gouda"));
  std::vector<std::string> texts;
  for (const auto& parallel : document.meaning.parallels) {
    const bool ours = parallel.text == trees || parallel.text == ponds;
    if (ours && parallel.members.size() == 3) texts.push_back(parallel.text);
  }
  CHECK(texts == std::vector<std::string>{trees, ponds});
}

TEST_CASE("what a charter says in its own words behind the standard text is a difference") {
  const std::string sum = "- Het rijk stelt in 2009 18 miljoen voor buurtplannen ter beschikking. ";
  const auto document = read(charter_text(sum + "Delft krijgt daarvan 70.000 euro.", "Delft") +
                             "\n" + charter_text(sum + "Voor Gouda is dat 90.000 euro.", "Gouda"));
  for (const auto& parallel : document.meaning.parallels) {
    if (parallel.text.find("buurtplannen") == std::string::npos) continue;
    REQUIRE(parallel.members.size() == 2);
    CHECK(parallel.members[1].differences == std::vector<std::string>{"EUR 90000", "Gouda"});
  }
}

TEST_CASE("a charter that says the same in its own words joins the standard text") {
  const std::string standard =
      "- Er komt een regeling die scholen tegemoet komt in de kosten van een boswachter.";
  std::string text;
  for (const char* city : {"Delft", "Assen", "Gouda", "Breda", "Emmen", "Tiel"}) {
    text += charter_text(standard, city) + "\n";
  }
  text += charter_text(
      "- De provincie draagt zelf bij aan de kosten van boswachters op scholen.\n"
      "- De fontein op het plein wordt in het voorjaar door vrijwilligers geschilderd.",
      "Almelo");
  const auto document = read(text);
  const Parallel* found = nullptr;
  for (const auto& parallel : document.meaning.parallels) {
    if (parallel.text.find("boswachter") != std::string::npos) found = &parallel;
  }
  REQUIRE(found != nullptr);
  REQUIRE(found->members.size() == 7);
  CHECK(found->members.back().charter == "almelo");
  CHECK(found->members.back().similarity < 0.4);
  CHECK(found->members.back().own_words);
  CHECK_FALSE(found->members.front().own_words);
}

TEST_CASE("the same sentence is found though other sentences have all its words too") {
  const std::string same =
      "- Bewoners van de straten planten samen bomen langs het water en de school.";
  const auto document = read(
      charter_text("- Bewoners van de straten planten graag zelf iets in hun eigen tuin, als er "
                   "maar tijd voor is na het werk.\n"
                   "- In het voorjaar gaan kinderen planten samen bomen langs het pad zetten "
                   "wanneer de boswachter daar om vraagt.\n"
                   "- De boot vaart iedere zaterdag langs het water en de school naar een eiland "
                   "waar niemand anders ooit komt.",
                   "Delft") +
      "\n" + charter_text(same, "Gouda") + "\n" + charter_text(same, "Almelo"));
  const bool found = std::any_of(
      document.meaning.parallels.begin(), document.meaning.parallels.end(),
      [](const Parallel& p) { return p.text.starts_with("Bewoners") && p.members.size() == 2; });
  CHECK(found);
}

TEST_CASE("one charter alone has no parallels") {
  CHECK(
      read(charter_text("- Wij maken samen een plan voor alle straten en pleinen van de wijk, met "
                        "de bewoners."))
          .meaning.parallels.empty());
}
