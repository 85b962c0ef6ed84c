#include <catch2/catch.hpp>

#include "support.hpp"
#include "text/diagnostic.hpp"

using namespace handvest;
using test::outline_of;

namespace {

std::string agreement(const std::string& title, const std::string& town) {
  return title + "\n\nHet college van burgemeester en wethouders van de gemeente " + town +
         ", namens deze,\n\nmevrouw B. de Boer\n\n"
         "handelend als bestuursorgaan en als vertegenwoordiger van de Staat der Nederlanden.\n\n"
         "1. Wonen\n\nInzet stad\n\n- De stad veegt.\n\nInzet rijk\n\n- Het rijk wacht.\n\n"
         "Aldus opgemaakt te " +
         town + "\n\n";
}

std::vector<std::string> cities_of(const Outline& outline) {
  std::vector<std::string> cities;
  for (const auto& charter : outline.charters) {
    cities.push_back(charter.id + " " + charter.number + " " + charter.city.id);
  }
  return cities;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("several charters in one document, with front matter and contents") {
  const Outline outline = outline_of(
      "De Charters\n\nEen voorwoord zonder stad.\n\nInhoudsopgave\n\n- 1 Meppel\n"
      "- 2 Hoogeveen\n\n\n" +
      agreement("1. CHARTER MEPPEL", "Meppel") + agreement("2. Charter", "Hoogeveen"));
  CHECK(cities_of(outline) == Lines{"meppel 1 gm0119", "hoogeveen 2 gm0118"});
  CHECK(outline.title == "De Charters");
  CHECK(outline.kind == "charters");
  CHECK(test::warnings_of(outline).empty());
}

TEST_CASE("one sign may be damaged") {
  CHECK(cities_of(outline_of(agreement("Betreffende de aanpak van de Oeverwijk", "Meppel"))) ==
        Lines{"meppel  gm0119"});
  CHECK(cities_of(outline_of(agreement("7.\n\nCharter", "Meppel"))) == Lines{"meppel 7 gm0119"});
}

TEST_CASE("a title printed again after the contents begins no second charter") {
  const Outline outline = outline_of(
      "3. Charter Sterk Meppel\n\nInhoudsopgave\n\nWonen\t2\n"
      "Werken\t4\nGeld\t6\n\n" +
      agreement("Charter", "Meppel"));
  CHECK(cities_of(outline) == Lines{"meppel 3 gm0119"});
  CHECK(outline.charters[0].sections[0].theme == "inhoudsopgave");
}

TEST_CASE("the contents are a check on the charters") {
  const Outline outline = outline_of("Inhoudsopgave\n\n- 1 Meppel\n- 2 Hoogeveen\n\n\n" +
                                     agreement("1. Charter", "Meppel"));
  CHECK(test::warnings_of(outline) == Lines{"toc-city-missing"});
}

TEST_CASE("a Regio Deal is an agreement with its region, in articles") {
  const Outline outline = outline_of(
      "Regio Deal Oeverland\n\nPartijen\n\nDe Minister en de regio.\n\n"
      "Artikel 1 Doelen\n\n1. Meer werk.\n2. Meer groen.\n\nArtikel 2 Inzet\n\nInzet Rijk\n\n"
      "1. Het Rijk betaalt.\n\nInzet Regio\n\n1. De Regio bouwt.\n\nArtikel 3 Slot\n\nKlaar.\n");
  REQUIRE(outline.charters.size() == 1);
  CHECK(outline.profile == "profile-regiodeal");
  CHECK(outline.charters[0].city.name == "Oeverland");
  CHECK(test::tree_of(outline.charters[0].sections) ==
        Lines{"Partijen [algemeen]", "1 Doelen [algemeen]", "2 Inzet [algemeen]",
              "- inzet rijk: Inzet Rijk", "- inzet stad: Inzet Regio", "3 Slot [overig]"});
}

TEST_CASE("a profile can be forced, and an unknown one is refused") {
  CHECK(outline_of("Zomaar tekst.\n", "profile-letter").kind == "letter");
  CHECK(outline_of("Zomaar tekst.\n").profile == "profile-document");
  CHECK_THROWS_AS(outline_of("Zomaar tekst.\n", "profile-novel"), Error);
}
