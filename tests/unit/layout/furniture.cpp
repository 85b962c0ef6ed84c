// Page furniture is told by its repetition; what labels repeat stays.
#include <catch2/catch.hpp>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;

namespace {

int count(const Layout& layout, ElementKind kind) {
  int found = 0;
  for (const auto& element : layout.elements) found += element.kind == kind ? 1 : 0;
  return found;
}

// Sections of different lengths with the same labels.
std::string sections(int number) {
  std::string text;
  for (int i = 1; i <= number; ++i) {
    text += std::to_string(i) + ". Deel\n\nInzet stad\n\n";
    for (int k = 0; k < 3 + (i * 7) % 11; ++k) {
      text += "- Punt " + std::string(1, static_cast<char>('a' + k)) + " van deel\n";
    }
    text += "\nInzet rijk\n\n- Geld van het rijk\n\n";
  }
  return text;
}

std::string with_line_every(const std::string& text, int lines, const std::string& line) {
  std::string result;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    result += text.substr(begin, end + 1 - begin);
    if (++number % lines == 0) result += line + "\n";
    begin = end + 1;
  }
  return result;
}

std::vector<std::string> without_furniture(const std::string& text, const Layout& layout) {
  std::vector<std::string> outline;
  for (const auto& line : outline_of(text, layout)) {
    if (!line.starts_with("furniture")) outline.push_back(line);
  }
  return outline;
}

}  // namespace

TEST_CASE("labels that repeat are no furniture") {
  CHECK(count(layout_of(sections(40)), ElementKind::furniture) == 0);
}

TEST_CASE("rows of a table that differ in figures only are no furniture") {
  const std::string text =
      "Jaar\tWijken\tTotaal\n\n2008\t10 miljoen\t20 miljoen\n\n2009\t15 miljoen\t25 miljoen\n\n"
      "2010\t15 miljoen\t25 miljoen\n\n2011\t15 miljoen\t< 25 miljoen\n\n";
  CHECK(count(layout_of(text), ElementKind::furniture) == 0);
}

TEST_CASE("sections of one length do not make their labels furniture") {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text += "Gezamenlijke ambitie\n\n";
    for (int k = 0; k < 20; ++k)
      text += "- Punt " + std::string(i + 1, 'x') + std::string(k + 1, 'y') + "\n";
    text += "\nInzet stad\n\n- Iets anders " + std::string(i + 1, 'z') + "\n\n";
  }
  CHECK(count(layout_of(text), ElementKind::furniture) == 0);
}

TEST_CASE("a line put in every sixty lines is furniture and changes nothing else") {
  const std::string text = sections(40);
  const auto expected = outline_of(text);
  for (const std::string line : {"Ministerie van Wijken", "Ministerie van Wijken - blad"}) {
    const std::string printed = with_line_every(text, 60, line);
    const Layout layout = layout_of(printed);
    CHECK(count(layout, ElementKind::furniture) > 5);
    CHECK(without_furniture(printed, layout) == expected);
  }
}

TEST_CASE("a head on each of three pages is known by its distance, a label on two is none") {
  const std::string page = sections(3);
  const std::string text = with_line_every(page + page + page, 30, "Ministerie van Wijken");
  const Layout layout = layout_of(text.substr(0, text.rfind("Ministerie")) + "Einde.\n");
  CHECK(count(layout, ElementKind::furniture) >= 3);
  CHECK(count(layout_of(with_line_every(page, 25, "Inzet rijk")), ElementKind::furniture) == 0);
}

TEST_CASE(
    "a line that stands alone and interrupts what it parts is a head, though it stands twice") {
  std::string text;
  for (const std::string street : {"de Dijk", "het Plein"}) {
    text += "De gemeente werkt in alle buurten van de stad samen met de bewoners van " + street;
    text += "\n\nBouwen en Leven\n\naan " + street + ".\n\nOok bij " + street + ".\n\n";
  }
  CHECK(count(layout_of(text), ElementKind::furniture) == 2);
  text = "Buurt\t2008\nDijk\t4\n\nBouwen en Leven\n\nPlein\t5\n\nTekst.\n\n";
  text += "Straat\t2009\nLaan\t7\n\nBouwen en Leven\n\nPark\tgeen\n";
  CHECK(count(layout_of(text), ElementKind::furniture) == 2);
}

TEST_CASE(
    "labels among items without marks are no heads, nor is a line between an office and its name") {
  std::string text;
  for (const std::string what : {"bomen", "banken", "struiken"}) {
    text += "zorgt in alle straten en op alle pleinen van de hele stad voor nieuwe " + what;
    text += "\n\nInzet rijk\n\nbetaalt de helft van alle kosten van nieuwe " + what + "\n\n";
  }
  CHECK(count(layout_of(text), ElementKind::furniture) == 0);
  text.clear();
  for (const std::string name : {"Bos", "Dijk", "Veld"}) {
    text += "De minister voor Steden, Dorpen en Streken van het hele land, mevrouw " + name;
    text += ",\n\nMede namens\n\nminister van " + name + "\n\n";
  }
  CHECK(count(layout_of(text), ElementKind::furniture) == 0);
}

TEST_CASE("an item of a numbered list stays one when a page ends before it") {
  std::string text;
  for (const std::string what : {"bomen", "banken"}) {
    text += "De gemeente zet in alle straten en op alle pleinen van de stad nieuwe " + what;
    text += "\n\nBouwen en Leven\n\nen ruimt de " + what + " op.\n\n1. Elke straat een " + what +
            "plan\n\nBouwen en Leven\n\n2. Elk plein een " + what + "feest\n\nMeer " + what +
            ".\n\n";
  }
  const Layout layout = layout_of(text);
  CHECK(count(layout, ElementKind::furniture) == 4);
  CHECK(count(layout, ElementKind::list_item) == 4);
}

TEST_CASE("names among the blank lines of page ends are furniture where they break sentences") {
  std::string text;
  for (int page = 0; page < 5; ++page) {
    text += "De gemeente werkt in alle buurten van de stad samen met de bewoners en hun\n\n\n\n";
    text += "Gemeente Lindendam\n\n\n\nBouwen en Leven\n\n";
    text += "verenigingen aan een buurt waar het goed is.\n\nInzet stad\n\n- Een plan\n\n";
    text += std::string("Nog een zin over iets anders") + std::string(page, '!') + "\n\n";
  }
  const Layout layout = layout_of(text);
  CHECK(count(layout, ElementKind::furniture) == 10);
  CHECK(coverage_fault(text, layout).empty());
  int labels = 0;
  for (const auto& line : outline_of(text, layout)) labels += line == "heading Inzet stad" ? 1 : 0;
  CHECK(labels == 5);
}

TEST_CASE("the part of a head that stands only once is known by its place") {
  std::string text;
  for (const std::string city : {"Elst", "Elst", "Elst", "Elst", "Beek"}) {
    text += "De gemeente werkt in alle buurten van de stad samen met de bewoners en hun\n\n\n\n";
    text += "Gemeente " + city + "\n\n\n\nBouwen en Leven\n\nverenigingen aan een goede buurt.\n\n";
  }
  CHECK(count(layout_of(text), ElementKind::furniture) == 10);
}

TEST_CASE("page edges of a paged source") {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    text += "Convenant Wijken\n\nTekst van blad nummer " + std::string(page, 'i') +
            ".\n\nNog meer tekst" + std::string(page, '.') + "\n\n" + std::to_string(page + 7) +
            "\n\f";
  }
  const Layout layout = layout_of(text);
  CHECK(count(layout, ElementKind::furniture) == 8);
  CHECK(coverage_fault(text, layout).empty());
}

TEST_CASE("page numbers count up; a column of figures does not") {
  std::string pages;
  for (int page = 1; page <= 4; ++page) {
    for (int line = 0; line < 12; ++line) pages += "Regel " + std::string(line + page, 'x') + ".\n";
    pages += "\n" + std::to_string(page) + "\n\n";
  }
  CHECK(count(layout_of(pages), ElementKind::furniture) == 4);
  CHECK(count(layout_of("Jaar\n\n1\n\n2\n\n3\n\n4\n\nEinde\n"), ElementKind::furniture) == 0);
}

TEST_CASE("a row of links of a web page is navigation") {
  CHECK(outline_of("[nieuws] [agenda] [contact]\n\nTekst.\n").front() ==
        "furniture [nieuws] [agenda] [contact]");
}
