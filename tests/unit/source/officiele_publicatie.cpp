#include <catch2/catch.hpp>

#include "read_one.hpp"

using namespace handvest;
using namespace handvest::test;
using Texts = std::vector<std::string>;

TEST_CASE("a publication becomes text as plain text would have it") {
  const SourceText source = read_one(data_file("agreement.xml"));
  CHECK(source.text ==
        "STAATSCOURANT\n\nOfficiële uitgave\n\n"
        "Convenant over de wijk Zonnehoek\n\n"
        "Partijen spreken af wat samen kan.¹ En verder.\n\n"
        "¹ Zie de brief van 3 mei 2031.\n\n"
        "Artikel 1 Inzet stad\n\n"
        "De stad zorgt voor:\n\n"
        "a. twee speelplekken;\n"
        " 1°. een voor kleuters;\n"
        "b. drie conciërges.\n\n"
        "Geld\n\n"
        "Wie betaalt\n\n"
        "Bijdragen\n\n"
        "Wie\tBedrag\n"
        "Rijk\t2031\t€ 5.000\n"
        "\t2032\t€ 6.000\n\n"
        "Artikel 2\n\n"
        "1. Een wijkteam is 40 m² groot.\n\n"
        "2. Het werkt.\n\n"
        "wijkteam een team\n\n"
        "Zonnehoek, 1 juni 2031\n\n"
        "De wethouder,\n\n"
        "A. Voorbeeld\n");
}

TEST_CASE("the markup's structure is kept in hints") {
  const SourceText source = read_one(data_file("agreement.xml"));
  CHECK(hinted(source, HintKind::furniture) == Texts{"0||STAATSCOURANT\n\nOfficiële uitgave"});
  CHECK(hinted(source, HintKind::title) == Texts{"0||Convenant over de wijk Zonnehoek"});
  CHECK(hinted(source, HintKind::heading) ==
        Texts{"1|1|Artikel 1 Inzet stad", "2||Geld", "0||Wie betaalt", "1|2|Artikel 2"});
  CHECK(hinted(source, HintKind::list_item) ==
        Texts{"1|a.|a. twee speelplekken;", "2|1°.|1°. een voor kleuters;",
              "1|b.|b. drie conciërges.", "1|1.|1. Een wijkteam is 40 m² groot.",
              "1|2.|2. Het werkt.", "1|wijkteam|wijkteam een team"});
  CHECK(hinted(source, HintKind::footnote_mark) == Texts{"0|1|¹"});
  CHECK(hinted(source, HintKind::footnote) == Texts{"0|1|¹ Zie de brief van 3 mei 2031."});
  CHECK(hinted(source, HintKind::caption) == Texts{"0||Bijdragen"});
  CHECK(hinted(source, HintKind::signature) ==
        Texts{"0||Zonnehoek, 1 juni 2031\n\nDe wethouder,\n\nA. Voorbeeld"});
}

TEST_CASE("cells keep their columns and spans") {
  const SourceText source = read_one(data_file("agreement.xml"));
  std::vector<Hint> cells;
  std::copy_if(source.hints.begin(), source.hints.end(), std::back_inserter(cells),
               [](const Hint& hint) { return hint.kind == HintKind::table_cell; });
  REQUIRE(cells.size() == 7);
  CHECK(cells[1].column_span == 2);
  CHECK(cells[2].row_span == 2);
  CHECK(slice(source.text, cells[5].span) == "2032");
  CHECK(cells[5].column == 1);
}

TEST_CASE("places are XPaths of the document") {
  const SourceText source = read_one(data_file("agreement.xml"));
  const auto place = std::find_if(
      source.locations.begin(), source.locations.end(),
      [&](const Location& at) { return slice(source.text, at.span) == "b. drie conciërges."; });
  REQUIRE(place != source.locations.end());
  CHECK(place->xpath ==
        "/officiele-publicatie[1]/staatscourant[1]/circulaire[1]/circulaire-tekst[1]/"
        "circulaire.divisie[1]/lijst[1]/li[2]/al[1]");
}

TEST_CASE("identifier, title and format are told") {
  const SourceText source = read_one(data_file("agreement.xml"));
  CHECK(source.identifiers == Texts{"stcrt-2031-12345"});
  CHECK(source.title == "Convenant over de wijk Zonnehoek");
  CHECK(source.media_type == "application/vnd.officiele-publicatie+xml");
}

TEST_CASE("STOP is read by namespace, deleted text left out") {
  const SourceText source = read_one(data_file("stop.xml"));
  CHECK(source.text ==
        "Besluit over de wijk Zonnehoek\n\n"
        "Artikel 1 Inzet\n\n"
        "1. De stad bouwt 40 woningen.¹\n"
        " a. sociale huur;\n\n"
        "¹ In 2031.\n");
  CHECK(source.identifiers == Texts{"gmb-2031-777"});
  CHECK(source.title == "Besluit over de wijk Zonnehoek");
  CHECK(hinted(source, HintKind::title) == Texts{"0||Besluit over de wijk Zonnehoek"});
}

TEST_CASE("the same document in HTML gives the same text, with the site around it as furniture") {
  const SourceText xml = read_one(data_file("agreement.xml"));
  const SourceText html = read_one(data_file("agreement.html"));
  CHECK(hinted(html, HintKind::title) == hinted(xml, HintKind::title));
  CHECK(hinted(html, HintKind::list_item) == hinted(xml, HintKind::list_item));
  CHECK(hinted(html, HintKind::footnote) == hinted(xml, HintKind::footnote));
  CHECK(hinted(html, HintKind::table_cell) == hinted(xml, HintKind::table_cell));
  CHECK(hinted(html, HintKind::signature) == hinted(xml, HintKind::signature));
  const std::string begin = "Partijen spreken";
  CHECK(html.text.substr(html.text.find(begin), 700) ==
        xml.text.substr(xml.text.find(begin)).append("\nColofon van de site\n").substr(0, 700));
  CHECK(hinted(html, HintKind::furniture) ==
        Texts{"0||- Home\n\n- Artikel 1 Inzet stad", "0||Colofon van de site"});
  CHECK(html.date == "2031-06-04");
  CHECK(html.identifiers == xml.identifiers);
}

TEST_CASE("Kamerstukken, Kamervragen and changes of laws are read part by part") {
  const SourceText letter = read_one(
      "<officiele-publicatie><kamerstuk><kamerstukkop><tekstregel inhoud=\"zittingsduur\">2"
      "</tekstregel></kamerstukkop><dossier><dossiernummer><dossiernr>39 999</dossiernr>"
      "<begrotingshoofdstuk>XVIII</begrotingshoofdstuk></dossiernummer><titel>Zonnehoek</titel>"
      "</dossier><stuk><stuknr>Nr. <ondernummer>12</ondernummer></stuknr><titel>BRIEF</titel>"
      "<ondertekening><naam><voornaam>A.</voornaam><achternaam>Voorbeeld</achternaam></naam>"
      "</ondertekening></stuk></kamerstuk></officiele-publicatie>");
  CHECK(letter.text == "2\n\n39 999 XVIII\n\nZonnehoek\n\nNr. 12\n\nBRIEF\n\nA. Voorbeeld\n");
  CHECK(hinted(letter, HintKind::furniture) == Texts{"0||2"});

  const SourceText questions = read_one(
      "<officiele-publicatie><kamervragen><kamervraagnummer>7</kamervraagnummer>"
      "<kamervraagomschrijving>Vragen over <kamervraagonderwerp>de wijk</kamervraagonderwerp>"
      "</kamervraagomschrijving><vraag><nr>Vraag 1</nr><al>Waarom?</al></vraag>"
      "<antwoord><nr>Antwoord 1</nr><al>Daarom.</al></antwoord></kamervragen>"
      "</officiele-publicatie>");
  CHECK(questions.title == "Vragen over de wijk");
  CHECK(hinted(questions, HintKind::heading) == Texts{"1||Vraag 1", "1||Antwoord 1"});

  const SourceText change = read_one(
      "<officiele-publicatie><staatsblad><wijzig-artikel><kop><label>ARTIKEL</label><nr>I</nr></"
      "kop>"
      "<wijziging><nr>A</nr><wat>Artikel 3 vervalt.</wat></wijziging></wijzig-artikel>"
      "</staatsblad></officiele-publicatie>");
  CHECK(hinted(change, HintKind::list_item) == Texts{"1|A|A Artikel 3 vervalt."});
}

TEST_CASE("decentral regulations and laws as they stand share the vocabulary") {
  const SourceText regulation = read_one(
      "<cvdr xmlns=\"http://standaarden.overheid.nl/cvdr/terms/\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\"><meta><owmskern>"
      "<dcterms:identifier>CVDR999999_2</dcterms:identifier></owmskern><owmsmantel>"
      "<dcterms:issued>2031-05-28</dcterms:issued></owmsmantel></meta><body>"
      "<intitule>Regeling Zonnehoek</intitule><regeling><regeling-tekst><hoofdstuk>"
      "<kop><label>Hoofdstuk</label><nr>1</nr><titel>Geld</titel></kop><structuurtekst>"
      "<al><vet>Let op</vet></al><lijst><li nr=\"a.\"><al>huur;</al></li></lijst>"
      "</structuurtekst></hoofdstuk></regeling-tekst></regeling></body></cvdr>");
  CHECK(regulation.text == "Regeling Zonnehoek\n\nHoofdstuk 1 Geld\n\nLet op\n\na. huur;\n");
  CHECK(regulation.identifiers == Texts{"CVDR999999"});
  CHECK(regulation.date == "2031-05-28");
  CHECK(hinted(regulation, HintKind::title) == Texts{"0||Regeling Zonnehoek"});
  CHECK(hinted(regulation, HintKind::list_item) == Texts{"1|a.|a. huur;"});

  const SourceText law = read_one(
      "<toestand bwb-id=\"BWBR0099999\"><wetgeving><intitule>Wijkenwet</intitule><artikel>"
      "<kop><label>Artikel</label><nr>1</nr></kop><al>Een wijk is een wijk.</al>"
      "<meta-data><jcis>weg</jcis></meta-data></artikel></wetgeving></toestand>");
  CHECK(law.text == "Wijkenwet\n\nArtikel 1\n\nEen wijk is een wijk.\n");
  CHECK(law.identifiers == Texts{"BWBR0099999"});
}
