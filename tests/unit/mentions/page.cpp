// Mentions as pages print them: over line ends, glued to words, in rows.
#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "mentions/mentions.hpp"
#include "mentions/view.hpp"

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar built_in = builtin_grammar();
  return built_in;
}

std::string shown(const std::string& text, const Mentions& mentions) {
  std::string result;
  for (const auto& mention : mentions.mentions) {
    result += std::string(name_of(mention.type)) + " " + mention.normalized + " '" +
              text.substr(mention.span.begin, mention.span.size()) + "';";
  }
  return result;
}

std::string mentions_in(const std::string& text, const Outline& outline = {}) {
  SourceText source;
  source.text = text;
  return shown(text, find_mentions(source, outline, grammar()));
}

}  // namespace

TEST_CASE("line ends, hyphens and odd blanks") {
  CHECK(mentions_in("voor € 2,5\nmiljoen per") == "money EUR 2500000 '€ 2,5\nmiljoen';");
  CHECK(mentions_in("op 3 febru-\nari 2009 is") == "date 2009-02-03 '3 febru-\nari 2009';");
  CHECK(mentions_in("na 10\xC2\xA0jaar weer") == "duration P10Y '10\xC2\xA0jaar';");
  CHECK(mentions_in("in 2008\xE2\x80\x91"
                    "2010 is") ==
        "period 2008/2010 '2008\xE2\x80\x91"
        "2010';");
  CHECK(mentions_in("na 10jaar weer") == "duration P10Y '10jaar';");
  CHECK(mentions_in("voor €225.000 extra") == "money EUR 225000 '€225.000';");
  CHECK(mentions_in("op16 juni 2009 is") == "date 2009-06-16 '16 juni 2009';");
  CHECK(mentions_in("in 2009\n\n10 jaar") == "date 2009 '2009';duration P10Y '10 jaar';");
  CHECK(mentions_in("de **10** jaar") == "duration P10Y '10** jaar';");
  CHECK(mentions_in("vo\xCC\x81\xC3\xB3r e\xCC\x81\xC3\xA9n wijk") ==
        "number 1 'e\xCC\x81\xC3\xA9n';");
}

TEST_CASE("superscripts are no part of a number") {
  CHECK(mentions_in("in 12 wijken²") == "number 12 '12';");
  CHECK(mentions_in("de 2^e stap") == "ordinal 2 '2^e';");
}

TEST_CASE("what counts nothing") {
  CHECK(mentions_in("de G4 en VR0M en A16").empty());
  CHECK(mentions_in("een 0-meting voor de Tweede Kamer").empty());
  CHECK(mentions_in("zie www.voorbeeld.nl/2008/12 of bel 070-1234567").empty());
  CHECK(mentions_in("een loket").empty());
  CHECK(mentions_in("1. de wijk").empty());
}

TEST_CASE("qualifiers and rates") {
  SourceText source;
  source.text = "ruim 12 euro per jaar, ten minste 3 wijken, bijna 4 jaar, de 5 scholen";
  const auto mentions = find_mentions(source, Outline{}, grammar()).mentions;
  REQUIRE(mentions.size() == 4);
  CHECK(mentions[0].qualifier == Qualifier::more_than);
  CHECK(mentions[0].rate == "P1Y");
  CHECK(mentions[1].qualifier == Qualifier::at_least);
  CHECK(mentions[2].qualifier == Qualifier::less_than);
  CHECK(mentions[3].qualifier == Qualifier::none);
  CHECK(mentions[3].rate.empty());
}

TEST_CASE("words that come again have their value again, and what stands beside them now") {
  SourceText source;
  source.text = "ruim 12 euro per jaar, 12 wijken en 12 euro, 12 wijken, 12 euro in 2009";
  const auto mentions = find_mentions(source, Outline{}, grammar()).mentions;
  CHECK(shown(source.text, {mentions, {}}) ==
        "money EUR 12 '12 euro';number 12 '12';money EUR 12 '12 euro';number 12 '12';"
        "money EUR 12 '12 euro';date 2009 '2009';");
  CHECK(mentions[0].rate == "P1Y");
  CHECK(mentions[2].rate.empty());
  CHECK(mentions[2].qualifier == Qualifier::none);
  CHECK(mentions[2].value.unit == "EUR");
  CHECK(mentions[2].rule == mentions[0].rule);
}

TEST_CASE("marks of the outline are no mentions") {
  Outline outline;
  outline.marks = {{0, 1}, {10, 12}};
  CHECK(mentions_in("7 wijken, 12 en 13 scholen", outline) == "number 13 '13';");
}

TEST_CASE("amounts in a row share the unit of the last") {
  CHECK(mentions_in("is dat respectievelijk 4 en 15%") == "percentage 4 '4';percentage 15 '15%';");
  CHECK(mentions_in("met 4, 12 en 15 euro") ==
        "money EUR 4 '4';money EUR 12 '12';money EUR 15 '15 euro';");
  CHECK(mentions_in("de 4 en 15%") == "number 4 '4';percentage 15 '15%';");
}

TEST_CASE("from one figure to another") {
  CHECK(mentions_in("daalt van 11 naar 7 procent") ==
        "percentage 11 '11';percentage 7 '7 procent';");
  CHECK(mentions_in("gaat van 11 mensen naar 7 procent") ==
        "number 11 '11';percentage 7 '7 procent';");
  CHECK(mentions_in("is toegenomen van 15.000 tot 19.000 mensen") ==
        "number 15000 '15.000';number 19000 '19.000';");
  CHECK(mentions_in("een groep van 15 tot 19 mensen") == "number 15/19 '15 tot 19';");
}

TEST_CASE("a value that cannot be gives way to the next best reading") {
  CHECK(mentions_in("op 31 juni 2009 is") == "number 31 '31';date 2009-06 'juni 2009';");
  CHECK(mentions_in("8 tot 8 uur") == "number 8 '8';duration PT8H '8 uur';");
}

TEST_CASE("a text with more mentions than allowed is refused by its line") {
  SourceText source;
  source.name = "cijfers.txt";
  source.text = "In 2011 komen er 12 bomen.\nIn 2012 nog 15.\n";
  CHECK(find_mentions(source, Outline{}, grammar(), 4).mentions.size() == 4);
  try {
    find_mentions(source, Outline{}, grammar(), 3);
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::too_large);
    CHECK(std::string(error.what()).starts_with("cijfers.txt:2: "));
  }
}

TEST_CASE("the view maps every byte back to where it came from") {
  const std::string text = "a  b \r\n  c-\nd e\xCC\x81 \xC2\xA0 **f** \xC2\xADg";
  const TextView view(text);
  CHECK(view.text() == "a b\ncd \xC3\xA9 f g");
  for (std::size_t i = 0; i < view.text().size(); ++i) {
    const char c = view.text()[i];
    if (c >= 'a' && c <= 'z') {
      CHECK(slice(text, view.to_source({i, i + 1})) == std::string(1, c));
    }
  }
}

// Bytes are read eight at a time, so a text must look the same wherever in eight it begins.
TEST_CASE("the view of a text is the same at every offset") {
  constexpr std::array<const char*, 10> kPieces = {"a", "bc", " ",    "  ",       "\n",
                                                   "-", "*",  "\r\n", "\xC2\xA0", "\xC3\xA9"};
  std::mt19937 random(20071221);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  for (int round = 0; round < 300; ++round) {
    std::string text = "a";
    for (int i = 0; i < 24; ++i) text += kPieces[piece(random)];
    const std::string expected(TextView(text).text());
    for (std::size_t shift = 1; shift < 8; ++shift) {
      const std::string before(shift, 'x');
      const std::string shifted = before + text;
      CHECK(TextView(shifted).text() == before + expected);
    }
  }
}
