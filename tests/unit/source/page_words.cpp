#include "source/pages/words.hpp"

#include <catch2/catch.hpp>

#include "printed_page.hpp"
#include "source/pages/lines.hpp"

using namespace handvest::pages;

namespace {

Word word(const std::string& text) {
  Word result;
  result.text = text;
  return result;
}

Vocabulary vocabulary_of(const std::string& text) {
  std::vector<PageContent> pages(1);
  pages[0].regions.emplace_back();
  pages[0].regions[0].lines.push_back(line_of(set_words(0, 0, text)));
  return Vocabulary(pages);
}

}  // namespace

TEST_CASE("a hyphen at a line end is told from one of the word") {
  const auto vocabulary = vocabulary_of(
      "een verbetering van de woon- en leefomgeving is sociaal-cultureel "
      "of economisch en sociaal bedoeld om te spelen");
  const auto joint = [&](const char* a, const char* b) {
    return vocabulary.joint(word(a), word(b));
  };
  CHECK(joint("verbe-", "tering") == Joint::none);          // known as one word
  CHECK(joint("sociaal-", "cultureel") == Joint::hyphen);   // known with its hyphen
  CHECK(joint("sociaal-", "economisch") == Joint::hyphen);  // two words that stand alone too
  CHECK(joint("woon-", "en") == Joint::hyphen_blank);       // the rest is left out
  CHECK(joint("spel-", "en") == Joint::hyphen_blank);       // though 'spelen' is known
  CHECK(joint("onbe-", "kendheid") == Joint::none);         // syllables
  CHECK(joint("Noord-", "Holland") == Joint::hyphen);       // a name
  CHECK(joint("ISV-", "gelden") == Joint::hyphen);          // an abbreviation
  CHECK(joint("2007-", "2011") == Joint::hyphen);
  CHECK(joint("en/", "of") == Joint::hyphen);
  CHECK(joint("de", "stad") == Joint::blank);
  CHECK(joint("-", "stad") == Joint::blank);
}

TEST_CASE("what the format says about a hyphen comes first") {
  const auto vocabulary = vocabulary_of("sociaal-cultureel");
  Word soft = word("sociaal-");
  soft.hyphen = LineEndHyphen::soft;
  CHECK(vocabulary.joint(soft, word("cultureel")) == Joint::none);
  Word hard = word("verbe-");
  hard.hyphen = LineEndHyphen::hard;
  CHECK(vocabulary.joint(hard, word("tering")) == Joint::hyphen);
}

TEST_CASE("list marks") {
  for (const char* mark : {"-", "•", "3.", "12)", "b)", "–"}) CHECK(is_list_mark(mark));
  for (const char* other : {"2008.", "de", "A.", ".", "", "100", "(a"})
    CHECK_FALSE(is_list_mark(other));
}

TEST_CASE("printable text has no line ends, no control characters and only UTF-8") {
  CHECK(printable("  twee\n\twoorden ") == "twee woorden");
  CHECK(printable(std::string("a\0b", 3)) == "ab");
  CHECK(printable("caf\xC3\xA9") == "café");
  CHECK(printable("kapot\xC3") == "kapot\xEF\xBF\xBD");
  CHECK(printable("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("words that begin small or end a sentence") {
  CHECK(begins_small("wijk"));
  CHECK(begins_small("(\"wijk"));
  CHECK_FALSE(begins_small("Wijk"));
  CHECK_FALSE(begins_small("2008"));
  CHECK(ends_sentence("wijk."));
  CHECK_FALSE(ends_sentence("wijk,"));
  CHECK(ends_with_hyphen("wijk-"));
  CHECK_FALSE(ends_with_hyphen("--"));
  CHECK(without_hyphen("wijk\xC2\xAD") == "wijk");
}
