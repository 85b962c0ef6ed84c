// Hard line ends.
#include <catch2/catch.hpp>
#include <sstream>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;
using Outline = std::vector<std::string>;

namespace {

std::string repeated(const std::string& part, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += part;
  return result;
}

// The document with paragraphs on single lines.
const std::string kPlain =
    "Inleiding\n\n"
    "De wijkraad en de gemeente hebben in de afgelopen jaren veel gesprekken gevoerd met bewoners "
    "over wat er beter kan, en zij leggen in deze nota vast wat zij daarvan hebben geleerd. Het "
    "gaat "
    "om zes onderwerpen die elk een eigen hoofdstuk krijgen, met aan het slot een overzicht.\n\n"
    "1. Groen in de wijk\n\n"
    "- Er komen bomen langs alle straten die daarvoor breed genoeg zijn, te beginnen bij de "
    "straten "
    "rond het plein en de school\n"
    "- Bewoners die zelf een tuin willen beheren krijgen gereedschap\n"
    "- Wie een idee heeft voor de buurt kan terecht bij het loket, dat daarvoor op maandag en op "
    "donderdag open is en dat altijd binnen een week antwoord geeft.\n\n"
    "minister van Sport\nMevrouw De Vries\n\n"
    "Tot slot danken de opstellers allen die aan deze nota hebben bijgedragen, en in het bijzonder "
    "de "
    "leerlingen van de basisschool die de tekeningen hebben gemaakt voor het omslag.\n";

std::string wrapped(const std::string& text, std::size_t width) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    while (line.size() > width) {
      const std::size_t blank = line.rfind(' ', width);
      result += line.substr(0, blank) + "\n";
      line.erase(0, blank + 1);
    }
    result += line + "\n";
  }
  return result;
}

std::string cut(const std::string& text, std::size_t width) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    while (line.size() > width) {
      result += line.substr(0, width) + "\n";
      line.erase(0, width);
    }
    result += line + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("text wrapped at any usual width gives the same elements") {
  for (const std::size_t width : {60U, 72U, 80U, 100U}) {
    INFO(width);
    const std::string text = wrapped(kPlain, width);
    const Layout layout = layout_of(text);
    CHECK(outline_of(text, layout) == outline_of(kPlain));
    CHECK(coverage_fault(text, layout).empty());
    for (const auto& element : layout.elements) CHECK(element.spans.size() == 1);
  }
}

TEST_CASE("text cut within words gives the same elements") {
  const std::string text = repeated(kPlain + "\n", 4);
  CHECK(outline_of(cut(text, 70)) == outline_of(text));
}

TEST_CASE("carriage returns and doubled blank lines change nothing") {
  std::string crlf;
  std::string doubled;
  for (const char c : kPlain) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    doubled += c;
    if (doubled.ends_with("\n\n")) doubled += '\n';
  }
  CHECK(outline_of(crlf) == outline_of(kPlain));
  CHECK(outline_of(doubled) == outline_of(kPlain));
}

TEST_CASE("lines that are paragraphs stay apart") {
  const std::string text =
      "Partijen\n\nde heer Jansen, wethouder van de gemeente Lindendam voor het bouwen\n"
      "mevrouw De Vries, directeur van de stichting Wonen in Lindendam\n"
      "de heer Bakker, voorzitter van de raad van bewoners van de wijk\n";
  CHECK(layout_of(text).elements.size() == 4);
}

TEST_CASE("a dash in mid sentence is no list mark") {
  const std::string text = wrapped(
      repeated("In de stad zijn de cijfers van de laatste jaren - en dat geldt voor alle buurten - "
               "beter dan die van de jaren ervoor, al blijft er voor iedereen nog veel te doen. ",
               6) +
          "\n",
      72);
  CHECK(layout_of(text).elements.size() == 1);
}

TEST_CASE("a row of a table is put together by the number of cells of the row under it") {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text += "De gemeente zet in alle straten en op alle pleinen van de hele stad nieuwe banken\n";
    text += "neer.\n\n";
  }
  text += "Extra uitgaven voor de buurt\tGemeente\tCorporatie van het Oosten\tAndere partijen/\n";
  text += "Bewoners\tTotaal\nBankjes\t1\t2\t3\t6\nBomen\t1\t1\t1\t3\n";
  const Layout layout = layout_of(text);
  const Table& table = *layout.elements.back().table;
  REQUIRE(table.header.size() == 1);
  REQUIRE(table.header.front().cells.size() == 5);
  CHECK(table.header.front().cells[3].text == "Andere partijen/ Bewoners");
}

TEST_CASE("one broken line shows the width of a short text that fits a screen") {
  const std::string line = "In de hele stad doen bewoners aan alle plannen mee die er zijn per\n";
  const std::string text = "Een plan.\n\n" + std::string("Hier en daar ") + line + "jaar.\n";
  CHECK(outline_of(text).size() == 2);
  CHECK(outline_of("Een plan.\n\n" + line + "jaar.\n").size() == 3);
}

TEST_CASE("furniture within a wrapped paragraph parts it into two spans of one element") {
  std::string text;
  for (int page = 0; page < 6; ++page) {
    text +=
        wrapped(repeated("Het plan voor blad " + std::string(page + 1, 'x') +
                             " van de nota beschrijft wat er in de buurt gebeurt en wie dat doet, ",
                         22) +
                    "\n",
                72);
  }
  std::istringstream lines(text);
  std::string headed;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    headed += line + "\n";
    if (++number % 25 == 0) headed += "Nota Lindendam\n";
  }
  const Layout layout = layout_of(headed);
  CHECK(coverage_fault(headed, layout).empty());
  std::size_t parts = 0;
  for (const auto& element : layout.elements) {
    if (element.kind == ElementKind::paragraph) parts = std::max(parts, element.spans.size());
  }
  CHECK(parts > 1);
}
