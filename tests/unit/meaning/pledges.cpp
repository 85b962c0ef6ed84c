#include <catch2/catch.hpp>

#include "document.hpp"

using namespace handvest;
using handvest::test::charter_text;
using handvest::test::read;

namespace {

std::vector<Pledge> pledges_of(const std::string& body) {
  return read(charter_text(body)).meaning.pledges;
}

}  // namespace

TEST_CASE("who pays how much to whom") {
  const auto pledges = pledges_of(
      "- WWI stelt in 2009 € 18 miljoen voor bewonersplannen beschikbaar voor geheel "
      "Nederland. De gemeente Delft krijgt hiervan € 70.000 in 2009.");
  REQUIRE(pledges.size() == 2);
  CHECK(pledges[0].payer == "WWI");
  CHECK(pledges[0].side == "rijk");
  CHECK(pledges[0].scope == "national");
  CHECK(pledges[0].amount.to_string() == "18000000");
  CHECK(pledges[0].period == "2009");
  CHECK(pledges[1].payer == "WWI");
  CHECK(pledges[1].beneficiary == "De gemeente Delft");
  CHECK(pledges[1].scope == "city");
  CHECK(pledges[1].amount.to_string() == "70000");
}

TEST_CASE("purpose, condition and period") {
  const auto pledges = pledges_of(
      "- SZW betaalt in de jaren 2010 t/m 2012 in totaal € 400.000 voor hulp bij schulden, onder "
      "voorbehoud van instemming van het parlement.");
  REQUIRE(pledges.size() == 1);
  CHECK(pledges[0].period == "2010/2012");
  CHECK(pledges[0].purpose == "hulp bij schulden");
  CHECK(pledges[0].condition == "onder voorbehoud van instemming van het parlement");
}

TEST_CASE("what is said beside the sum is no condition") {
  const auto pledges = pledges_of(
      "- Voor 2010 zal de gemeente uit eigen middelen indicatief € 300.000 inzetten ten behoeve "
      "van "
      "het plein, indien mogelijk samen met de buurt.");
  REQUIRE(pledges.size() == 1);
  CHECK(pledges[0].payer == "de gemeente");
  CHECK(pledges[0].condition == "indicatief");
}

TEST_CASE("a verb before its subject makes nobody a recipient") {
  const auto paid = pledges_of("- Ook stelt de gemeente Delft al € 9.000 per jaar beschikbaar.");
  REQUIRE(paid.size() == 1);
  CHECK(paid[0].payer == "de gemeente Delft");
  CHECK(paid[0].beneficiary.empty());
  const auto given = pledges_of("- OCW geeft de gemeente Delft € 9.000 voor het feest.");
  REQUIRE(given.size() == 1);
  CHECK(given[0].payer == "OCW");
  CHECK(given[0].beneficiary == "de gemeente Delft");
}

TEST_CASE("the payer may stand behind the sum") {
  const auto pledges = pledges_of("- Er is 150.000 euro beschikbaar van OCW voor de school.");
  REQUIRE(pledges.size() == 1);
  CHECK(pledges[0].payer == "OCW");
  const auto from = pledges_of("- De € 40.000 die de gemeente ontvangt van het rijk gaat op.");
  REQUIRE(from.size() == 1);
  CHECK(from[0].payer == "het rijk");
}

TEST_CASE("money that is there, from a budget or up to a sum") {
  CHECK(pledges_of("- Daarvoor is er voor beide wijken minimaal € 120.000.").size() == 1);
  CHECK(pledges_of("- Hun loon komt uit het sportbudget: € 110.000,- per jaar.").size() == 1);
  CHECK(pledges_of("- SZW betaalt de helft van de kosten van de winkel, tot een bedrag van "
                   "€ 90.000,- per jaar.")
            .size() == 1);
  CHECK(pledges_of("- Bij de gemeente is er een tekort van € 90.000,-.").empty());
}

TEST_CASE("a sum of the rijk that returns in several charters is one national budget") {
  const auto with = [](const std::string& city) {
    return charter_text("- OCW verhoogt de middelen met 50 miljoen.", city);
  };
  for (const auto& pledge : read(with("Delft") + with("Breda")).meaning.pledges) {
    CHECK(pledge.scope.empty());
  }
  const auto document = read(with("Delft") + with("Breda") + with("Assen"));
  REQUIRE(document.meaning.pledges.size() == 3);
  CHECK(document.meaning.pledges[0].scope == "national");
}

TEST_CASE("a national budget has no payer among the cities") {
  const auto pledges = pledges_of(
      "Inzet stad\n\n- Voor heel Nederland is 8 miljoen euro beschikbaar.\n"
      "- Een bijdrage uit het programma Water en de stad (maximaal 1 miljoen voor de 40 wijken).\n"
      "- Er komt 7 miljoen ter beschikking van gemeenten in de 40 wijken.\n");
  REQUIRE(pledges.size() == 3);
  for (const auto& pledge : pledges) {
    CHECK(pledge.scope == "national");
    CHECK(pledge.side.empty());
  }
}

TEST_CASE("whose share it is pays, even where the rijk speaks") {
  const auto pledges = pledges_of(
      "Inzet rijk\n\n- Dit gaat uit van een inzet van de corporaties van gemiddeld € 4 miljoen.\n");
  REQUIRE(pledges.size() == 1);
  CHECK(pledges[0].payer == "de corporaties");
  CHECK(pledges[0].side == "overig");
}

TEST_CASE("a price is no pledge") {
  CHECK(pledges_of("- De winkels hebben een huurprijs van € 60 per m2.").empty());
}

TEST_CASE("a financing table whose columns are payers") {
  const auto pledges = pledges_of(
      "Financiering (bedragen x € 1.000)\n\nThema\tGemeente\tCorporaties\tRijk\n"
      "Wonen\t300\t1.250\t\nLeren\t120\t\t275\nTotaal\t420\t1.250\t275\n");
  std::size_t totals = 0;
  for (const auto& pledge : pledges) totals += pledge.rule == "pledge.table-total" ? 1U : 0U;
  REQUIRE(pledges.size() == 7);
  CHECK(totals == 3);
  CHECK(pledges[0].side == "stad");
  CHECK(pledges[0].amount.to_string() == "300000");
  CHECK(pledges[0].purpose == "Wonen");
  CHECK(pledges[1].side == "overig");
}

TEST_CASE("a table whose rows are those who pay") {
  const auto pledges = pledges_of(
      "De inzet is als volgt.\n\nCorporatie\tInvestering\nWonen Kade\t€ 24.070.500\nHof Beheer\t"
      "€ 6,9 miljoen\n");
  REQUIRE(pledges.size() == 2);
  CHECK(pledges[0].payer == "Wonen Kade");
  CHECK(pledges[0].side == "overig");
  CHECK(pledges[1].payer == "Hof Beheer");
  CHECK(pledges_of("Zo is het geld verdeeld.\n\nGemeente\tBedrag\nDelft\t€ 24.500\nGouda\t"
                   "€ 6.900\n")
            .empty());
}

TEST_CASE("who pays all of a table is named before it") {
  const auto pledges = pledges_of(
      "Het bod van de corporaties ziet er als volgt uit:\n\n\tTotaal\tPer jaar\nKade\t€ 34,5 mln\t"
      "€ 3,5 mln\nHof\t€ 18 mln\t€ 1,8 mln\n");
  REQUIRE(pledges.size() == 2);
  CHECK(pledges[0].payer == "de corporaties");
  CHECK(pledges[0].purpose == "Kade");
  CHECK(pledges[1].amount.to_string() == "18000000");
}

TEST_CASE("the columns of a deal") {
  const auto pledges = pledges_of(
      "De begroting (x € 1.000) is:\n\n\tRijk\tRegio\tPrivaat\tTotaal\n"
      "Wonen\t8.000\t6.500\t1.000\t15.500\nWerk\t7.000\t1.500\t2.000\t10.500\n");
  REQUIRE(pledges.size() == 6);
  CHECK(pledges[1].payer == "Regio");
  CHECK(pledges[1].side == "stad");
  CHECK(pledges[2].side == "overig");
  CHECK(pledges[2].amount.to_string() == "1000000");
}

TEST_CASE("each sum has the year that stands behind it") {
  const auto pledges = pledges_of(
      "- De gemeenten reserveren 5 miljoen in 2009, 6 miljoen in 2010 en 7 miljoen in 2011.");
  REQUIRE(pledges.size() == 3);
  CHECK(pledges[0].payer == "De gemeenten");
  CHECK(pledges[0].period == "2009");
  CHECK(pledges[1].period == "2010");
  CHECK(pledges[2].period == "2011");
}

TEST_CASE("who stands beside a sum pays it") {
  const auto pledges = pledges_of(
      "- De Regio draagt 20 miljoen bij, waarvan 8 miljoen van de provincie en 5 miljoen van "
      "private "
      "partijen.");
  REQUIRE(pledges.size() == 3);
  CHECK(pledges[0].payer == "De Regio");
  CHECK(pledges[1].payer == "de provincie");
  CHECK(pledges[2].payer == "private partijen");
}

TEST_CASE("a deal that money comes by is nobody") {
  const auto pledges = pledges_of("- Het Rijk draagt via de Regio Deal 2 miljoen bij.");
  REQUIRE(pledges.size() == 1);
  CHECK(pledges[0].payer == "Het Rijk");
}

TEST_CASE("a name that no rule knows pays where it is the subject") {
  const auto pledges = pledges_of(
      "- Wonen Kade investeert 4 miljoen in de daken.\n- Daarnaast investeert zij 2 miljoen.");
  REQUIRE(pledges.size() == 2);
  CHECK(pledges[0].payer == "Wonen Kade");
  CHECK(pledges[0].side == "overig");
  CHECK(pledges[1].payer != "Daarnaast");
}
