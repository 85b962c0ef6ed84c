// Paragraphs and list items broken by page ends, footnotes, furniture and tables.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

namespace {

// As long as a printed line, so that it can be no name and no heading.
const std::string kStart =
    "De gemeente en de bewoners maken in het eerste jaar samen een plan voor het plein en";

}  // namespace

TEST_CASE("a sentence broken by a page end is one paragraph of two spans") {
  const std::string text = kStart + "\n\n\n\nleggen dat aan de raad voor.\n";
  const Layout layout = layout_of(text);
  REQUIRE(layout.elements.size() == 1);
  CHECK(layout.elements[0].spans.size() == 2);
  CHECK(layout.elements[0].text(text) == kStart + " leggen dat aan de raad voor.");
  CHECK(coverage_fault(text, layout).empty());
}

TEST_CASE("a footnote and page furniture may stand between the halves") {
  const std::string text =
      "- Het rijk draagt bij aan de kosten van de nieuwe buurtschool en ook de\n\n"
      "¹ Zie de begroting van vorig jaar.\n\n\n\n"
      "gemeente doet dat voor een even groot deel.\n- Het tweede punt.\n";
  CHECK(outline_of(text) ==
        Outline{"item 1 [-] Het rijk draagt bij aan de kosten van de nieuwe buurtschool en ook de "
                "gemeente doet dat voor een even groot deel.",
                "footnote [¹] Zie de begroting van vorig jaar.", "item 1 [-] Het tweede punt."});
}

TEST_CASE("a word broken at the page end is mended in the text only") {
  const std::string text =
      "In deze wijk komen er in de komende jaren tweehonderd goedkope wo-\n\n\n\nningen bij.\n";
  const Layout layout = layout_of(text);
  REQUIRE(layout.elements.size() == 1);
  CHECK(layout.elements[0].text(text) ==
        "In deze wijk komen er in de komende jaren tweehonderd goedkope woningen bij.");
  CHECK(layout.elements[0].spans[0].end == text.find("wo-") + 3);
}

TEST_CASE("the hyphen of a compound stays") {
  const std::string start = "Er is een wijk-economie en er komt voor alle ondernemers een wijk-";
  CHECK(outline_of(start + "\n\n\n\neconomie van de toekomst.") ==
        Outline{"paragraph " + start + "economie van de toekomst."});
  const std::string suspended = "De gemeente maakt in overleg met de scholen een plan voor sport-";
  CHECK(outline_of(suspended + "\n\n\n\nen speelvelden in de wijk.") ==
        Outline{"paragraph " + suspended + " en speelvelden in de wijk."});
}

TEST_CASE("a word broken at a hyphen is written as the text writes it elsewhere") {
  const std::string hyphen = GENERATE("-", "\u2010");
  const std::string end = "De buurt krijgt samen met de ondernemers een plan voor de wijk" + hyphen;
  const auto written = [&](const std::string& known) {
    return outline_of(known + end + "\n\n\n\neconomie van de toekomst.").front();
  };
  const std::string rest = "economie van de toekomst.";
  const std::string mended = end.substr(0, end.size() - hyphen.size());
  CHECK(written("") == "paragraph " + mended + rest);
  CHECK(written("De Wijkeconomie. ") == "paragraph De Wijkeconomie. " + mended + rest);
  CHECK(written("De wijk en de Economie. ") == "paragraph De wijk en de Economie. " + end + rest);
  CHECK(written("De wijken en economieles. ") ==
        "paragraph De wijken en economieles. " + mended + rest);
}

TEST_CASE("after a word that cannot end a sentence a capital may follow") {
  const std::string start =
      "Partijen spreken af dat zij elk jaar met elkaar overleggen over de inzet van het";
  CHECK(outline_of(start + "\n\nFonds voor de Stad, dat de kosten daarvan betaalt.") ==
        Outline{"paragraph " + start + " Fonds voor de Stad, dat de kosten daarvan betaalt."});
}

TEST_CASE("a rest that OCR gave a list mark joins its item without the mark") {
  const std::string text =
      "- Het ministerie helpt de gemeente bij de voorbereiding van de komst van het\n\n\n\n"
      "- wijkfonds, zodat het op tijd begint.\n- Een ander punt.\n";
  const Layout layout = layout_of(text);
  CHECK(outline_of(text, layout) ==
        Outline{"item 1 [-] Het ministerie helpt de gemeente bij de voorbereiding van de komst van "
                "het wijkfonds, zodat het op tijd begint.",
                "item 1 [-] Een ander punt."});
  CHECK(coverage_fault(text, layout).empty());
}

TEST_CASE("an amount goes on from a word that needs one, whatever mark it got") {
  const std::string start =
      "- De kosten van het onderzoek naar de grond onder de flats bedragen circa";
  CHECK(outline_of(start + "\n\n- € 15.000. De stad betaalt dat.\n- Iets anders.\n").size() == 2);
}

TEST_CASE(
    "an item in small letters goes on from one before the page end, where items have capitals") {
  const std::string start =
      "- Het rijk stelt agenten beschikbaar, waarbij is afgesproken dat hierbij extra aandacht";
  const std::string rest = "- wordt besteed aan deze wijken. Dat gebeurt elk jaar.\n";
  const std::string others = "\n\nEen.\n\nTwee.\n\nDrie.\n";
  CHECK(outline_of(start + "\n\n\n\n" + rest + others).size() == 4);
  CHECK(outline_of(start + "\n" + rest + others).size() == 5);
}

TEST_CASE("a line that goes on in the next is one paragraph with it, unless all begin alike") {
  const std::string rest =
      "lokale organisaties, zoals scholen en clubs in de stad, en aan bewoners.";
  const std::string line =
      "e extra middelen komen ter beschikking van de stad en van de buurt, alsmede";
  CHECK(outline_of("Dez" + line + " weer de\n" + rest + "\n").size() == 1);
  CHECK(outline_of("dez" + line + " weer en\n" + rest + "\n").size() == 2);
}

TEST_CASE("the rest is found behind a box that the page put between") {
  const std::string text =
      "Iedereen moet in deze stad mee kunnen doen, met werk, met een opleiding, via sport,\n\n"
      "De bewoners van de Lindenbuurt zijn tevreden over hun buurt. Zij willen er blijven.\n\n\n\n"
      "via cultuur en via de kerk of de moskee.\n";
  CHECK(
      outline_of(text) ==
      Outline{"paragraph Iedereen moet in deze stad mee kunnen doen, met werk, met een opleiding, "
              "via sport, via cultuur en via de kerk of de moskee.",
              "paragraph De bewoners van de Lindenbuurt zijn tevreden over hun buurt. Zij willen "
              "er blijven."});
}

TEST_CASE("a footnote may be broken by the page end itself") {
  const std::string text =
      "Partijen delen de kosten van de aanpak als volgt:\n\nBuurt\tRijk *\nNoord\t5\nZuid\t6\n\n"
      "* Deze bedragen zijn een schatting; zij dragen wel bij aan het\n\n\n\nhalen van de "
      "doelen.\n\n"
      "Zij maken daarover nadere afspraken.\n";
  CHECK(outline_of(text).at(2) ==
        "footnote [*] Deze bedragen zijn een schatting; zij dragen wel bij aan het halen van de "
        "doelen.");
}

TEST_CASE("a web address on the next line belongs to the item before it") {
  CHECK(outline_of("- Meer over het loket staat op de site van de gemeente.\nwww.example.nl\n\n") ==
        Outline{"item 1 [-] Meer over het loket staat op de site van de gemeente. www.example.nl"});
}

TEST_CASE("what is complete or short is left apart") {
  const std::vector<std::string> texts = {
      // a list item without a full stop before a label
      "- Een buurthuis voor alle bewoners van de wijk, ook voor wie er nog niet komt\n\n\n\n"
      "Inzet rijk\n\n- Geld",
      // names and roles
      "minister van Onderwijs\n\n\n\nstaatssecretaris van Sport",
      "De minister voor Wonen, mede namens de andere leden van het kabinet, namens deze,\n\n"
      "mr. A. de Vries",
      // the last item of a page and the first of the next
      "- Een eerste punt over de inrichting van de openbare ruimte in de wijk\n\n\n\n- een tweede "
      "punt",
      // a list that a sentence announces
      "De gemeente zet zich in de komende vier jaren met alle kracht in voor de\n\n- scholen\n- "
      "sport",
      // a new sentence
      "In de wijk wordt gebouwd aan een nieuw hart met winkels en een bibliotheek.\n\n\n\n"
      "De bouw begint.",
  };
  for (const auto& text : texts) {
    INFO(text);
    for (const auto& element : layout_of(text).elements) CHECK(element.spans.size() == 1);
  }
}

TEST_CASE("a heading is never swallowed") {
  const auto outline = outline_of(kStart + "\n\n\n\nInzet stad\n\n- Een plan\n");
  CHECK(outline.at(1) == "heading Inzet stad");
}
