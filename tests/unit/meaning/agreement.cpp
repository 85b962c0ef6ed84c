#include "meaning/agreement.hpp"

#include <catch2/catch.hpp>

#include "meaning/agreement/parts.hpp"

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar kGrammar = builtin_grammar();
  return kGrammar;
}

Agreement read(const std::string& text) {
  SourceText source;
  source.text = text;
  Outline outline;
  Charter charter;
  charter.id = "delft";
  charter.city = {"Delft", "gm0503"};
  charter.span = {0, text.size()};
  outline.charters.push_back(charter);
  return find_agreements(source, outline, {}, grammar()).agreements.at(0);
}

std::string names(const Agreement& agreement) {
  std::string all;
  for (const auto& neighbourhood : agreement.neighbourhoods) all += neighbourhood.name + ";";
  return all;
}

}  // namespace

TEST_CASE("neighbourhoods of the subject line") {
  CHECK(names(read("Betreffende de aanpak van wijk Zonneveld te Delft\n")) == "Zonneveld;");
  CHECK(names(read("Betreffende de aanpak van de Molenwijk en de wijk De Akker te Delft\n")) ==
        "Molenwijk;De Akker;");
  CHECK(
      names(read("Betreffende de aanpak van de Delftse krachtwijken Kade, Het Zand en Noord\n")) ==
      "Kade;Het Zand;Noord;");
  CHECK(names(read("Betreffende de aanpak van Hof/Singel\n")) == "Hof;Singel;");
  CHECK(names(read("Betreffende de aanpak van Kade en Hof/Singel\n")) == "Kade;Hof/Singel;");
  CHECK(names(read("Betreffende de aanpak van wijk Kade op basis van het wijkplan Kade\n")) ==
        "Kade;");
  CHECK(names(read("Betreffende de aanpak van de wijken Kade, Hof en\nSingel in Delft.\n")) ==
        "Kade;Hof;Singel;");
}

TEST_CASE("neighbourhoods of the list under the subject line") {
  CHECK(names(read(
            "Betreft de aanpak van de twee wijken:\n\n- **Wijk Delft Oost**, met Kade en Hof\n"
            "- **Wijk West**, waarmee bedoeld Zonneveld\n\nHet college\n")) == "Delft Oost;West;");
}

TEST_CASE("parties with role before, after and without") {
  const auto agreement = read(
      "Charter\n\nHet college van burgemeester en wethouders van de gemeente Delft, namens "
      "deze,\n\n"
      "mr. K. L. Bakker\n\nDe minister voor Wonen, Wijken en Integratie, drs. Anna de Wit,\n\n"
      "Mede namens\n\nminister van Justitie\nDr. P.W. de Graauw\n\nde voorzitter van stadsdeel "
      "Oost\n"
      "Rob Visser\n\nen Bart van Loon wethouder van Zorg\n\n"
      "handelend als bestuursorgaan en als vertegenwoordiger van de Staat der Nederlanden.\n\n"
      "minister van Onzin\nDr. N. Iemand\n");
  REQUIRE(agreement.parties.size() == 5);
  const auto& parties = agreement.parties;
  CHECK(parties[0].name == "mr. K. L. Bakker");
  CHECK(parties[0].role.empty());
  CHECK(parties[0].side == "stad");
  CHECK(parties[0].organisation_id == "gm0503");
  CHECK(parties[1].name == "drs. Anna de Wit");
  CHECK(parties[1].role == "minister voor Wonen, Wijken en Integratie");
  CHECK(parties[1].side == "rijk");
  CHECK(parties[2].organisation_id == "mnre1058");
  CHECK(parties[3].name == "Rob Visser");
  CHECK(parties[3].role == "voorzitter van stadsdeel Oost");
  CHECK(parties[3].side == "stad");
  CHECK(parties[4].name == "Bart van Loon");
  CHECK(parties[4].role == "wethouder van Zorg");
}

TEST_CASE("parties of a numbered list with aliases") {
  const auto agreement = read(
      "Partijen\n\n1. De Minister van Binnenlandse Zaken en Koninkrijksrelaties, mevrouw drs. C. "
      "Vos, "
      "handelend als bestuursorgaan, hierna te noemen: 'Rijk';\n\n"
      "2. Het college van burgemeester en wethouders van de gemeente Gouda, vertegenwoordigd door "
      "de "
      "burgemeester, de heer J. Mol, hierna te noemen: 'Gemeente Gouda';\n");
  REQUIRE(agreement.parties.size() == 2);
  CHECK(agreement.parties[0].organisation_id == "mnre1034");
  CHECK(agreement.parties[0].alias == "Rijk");
  CHECK(agreement.parties[1].role == "burgemeester");
  CHECK(agreement.parties[1].organisation == "gemeente Gouda");
  CHECK(agreement.parties[1].alias == "Gemeente Gouda");
}

TEST_CASE("the closing clause ends the parties wherever the pages put it") {
  const auto agreement = read(
      "Charter\n\nminister van Justitie\nDr. P.W. de Graauw\n\n5. Wonen\n\nDe gemeente bouwt.\n\n"
      "minister van Defensie\nMevrouw A. Kuil\n\n"
      "handelend als vertegenwoordiger van de Staat der Nederlanden.\n");
  CHECK(agreement.parties.size() == 2);
}

TEST_CASE("roles and names survive narrow lines") {
  const auto agreement = read(
      "Het college van burgemeester en\nwethouders van de gemeente Delft,\nnamens deze,\n\n"
      "De wethouder Wijkgericht Werken,\nVolkshuisvesting en Ruimtelijke\nOrdening,\n\n"
      "Dhr. mr. Jan Kok\n\nhandelend als vertegenwoordiger van de\nStaat der Nederlanden.\n");
  REQUIRE(agreement.parties.size() == 1);
  CHECK(agreement.parties[0].role ==
        "wethouder Wijkgericht Werken, Volkshuisvesting en Ruimtelijke Ordening");
}

TEST_CASE("the signing formula") {
  const auto agreement = read(
      "Aldus opgemaakt en in drievoud ondertekend te Den Haag op 25 - 2 2008\n\nDe wethouder\n");
  REQUIRE(agreement.signature);
  CHECK(agreement.signature->place == "Den Haag");
  CHECK(agreement.signature->copies == 3);
  CHECK(agreement.signature->date == "2008-02-25");
}

TEST_CASE("damaged dates are read where one reading is possible") {
  CHECK(meaning::read_damaged_date("25 - 2 2008") == "2008-02-25");
  CHECK(meaning::read_damaged_date("4.1.5.12009") == "2009-05-04");
  CHECK(meaning::read_damaged_date("29.1.12009") == "2009-01-29");
  CHECK(meaning::read_damaged_date("2O-4-2008") == "2008-04-20");
  CHECK(meaning::read_damaged_date("45-2-2008").empty());
  CHECK(meaning::read_damaged_date("1 2 3 4 5").empty());
}

TEST_CASE("an agreement without parties and signature is warned of") {
  SourceText source;
  source.text = "Charter\n";
  Outline outline;
  outline.charters.resize(1);
  outline.charters[0].span = {0, source.text.size()};
  const auto found = find_agreements(source, outline, {}, grammar());
  REQUIRE(found.warnings.size() == 2);
  CHECK(found.warnings[0].code == "no-parties");
  CHECK(found.warnings[1].code == "no-signature");
}
