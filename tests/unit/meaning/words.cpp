#include "meaning/reading/words.hpp"

#include <catch2/catch.hpp>

#include "meaning/parallels/known_texts.hpp"
#include "meaning/parallels/likeness.hpp"
#include "meaning/parallels/numbers.hpp"

using namespace handvest::meaning;

namespace {

HashedWord word(std::string_view text) {
  const HashedWords words = words_of(text);
  REQUIRE(words.size() == 1);
  return words.front();
}

WordHash stem(std::string_view text) {
  WordReader reader;
  reader.read(text);
  REQUIRE(reader.stems().size() == 1);
  return reader.stems().front();
}

}  // namespace

TEST_CASE("a word is the same in capitals and with diacritics") {
  CHECK(word("Wijk").hash == word("wijk").hash);
  CHECK(word("COÖRDINATIE").hash == word("coordinatie").hash);
  CHECK(word("wijk").hash != word("wijs").hash);
}

TEST_CASE("words of any length differ by any of their letters") {
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 1; size <= letters.size(); ++size) {
    std::string text = letters.substr(0, size);
    const auto hash = word(text).hash;
    CHECK(words_of("." + text + ".").front().hash == hash);
    text.back() = '0';
    CHECK(word(text).hash != hash);
  }
}

TEST_CASE("words are the same wherever they stand in a text") {
  const HashedWords expected = words_of("Wijk 12, PLEIN");
  for (std::size_t blanks = 0; blanks < 40; ++blanks) {
    WordReader reader;
    const WordView words = reader.read(std::string(blanks, ' ') + "Wijk 12, PLEIN");
    REQUIRE(words.size() == expected.size());
    for (std::size_t i = 0; i < words.size(); ++i) REQUIRE(words[i].hash == expected[i].hash);
    CHECK(reader.read("wijk").size() == 1);  // nothing is left of a longer text
  }
}

TEST_CASE("marks and blanks part words, and so do those beyond ASCII") {
  CHECK(words_of("").empty());
  CHECK(words_of(" - € … ").empty());
  CHECK(words_of("40–60 woningen/tuinen@stad[1]{2}").size() == 7);
  CHECK(words_of("één, twee €3 — ‘vier’").size() == 4);
}

TEST_CASE("long words have a stem without their ending") {
  CHECK(stem("conciërges") == stem("conciërge"));
  // Endings that lie on both sides of the eighth letter.
  CHECK(stem("plannen") == stem("planne"));
  CHECK(stem("projecten") == stem("projectes"));
  CHECK(stem("projecten") == stem("projectn"));
  CHECK(stem("gebouwde") == stem("gebouwd"));
  CHECK_FALSE(word("bomen").is_long());
  WordReader reader;
  reader.read("De conciërges ruimen op");
  REQUIRE(reader.stems().size() == 2);
  CHECK(reader.stems().front() == stem("conciërge"));
  CHECK(word("12345").is_figure());
  CHECK_FALSE(word("a1").is_figure());
  CHECK_FALSE(word("ж1").is_figure());
}

TEST_CASE("a name is found where its words stand side by side") {
  const HashedWords words = words_of("In de Oude Kade komen bomen");
  CHECK(holds_words(words, words_of("oude kade")));
  CHECK_FALSE(holds_words(words, words_of("kade oude")));
  CHECK_FALSE(holds_words(words, words_of("")));
}

TEST_CASE("hashes are numbered in their order, those of one text once") {
  constexpr Number kMany = 3000;
  Numbering numbering;
  std::vector<Number> hashes;
  for (Number i = 0; i < 2 * kMany; ++i) hashes.push_back(i % kMany * 1024);
  Number* const end = numbering.number(hashes, hashes.data());
  REQUIRE(end == hashes.data() + kMany);
  for (Number i = 0; i < kMany; ++i) REQUIRE(hashes[i] == i);
  const std::vector<Number> others = {1024, 5, 0, 5};
  CHECK(numbering.number(others, hashes.data()) == hashes.data() + 3);
  CHECK(hashes[0] == 1);
  CHECK(hashes[1] == kMany);
  CHECK(hashes[2] == 0);
  CHECK(numbering.size() == kMany + 1);
}

TEST_CASE("texts are numbered in their order, however many there are") {
  constexpr Number kMany = 3000;
  KnownTexts known;
  std::vector<std::string> texts;
  for (Number i = 0; i < kMany; ++i) {
    texts.push_back(std::to_string(i) + " is het nummer van zin " + std::to_string(i));
    if (i % 2 == 0) texts.back().resize(std::to_string(i).size() + i % 17);
  }
  for (Number i = 0; i < kMany; ++i) REQUIRE(known.number_of(texts[i]) == i);
  for (Number i = 0; i < kMany; ++i) REQUIRE(known.number_of(std::string(texts[i])) == i);
  CHECK(known.size() == kMany);
}

TEST_CASE("the sieve lets through what came twice and little else") {
  Sieve sieve(1000);
  const auto hash = [](Number i) { return i * 2654435761U; };
  for (Number i = 0; i < 1000; ++i) sieve.add(hash(i));
  for (Number i = 0; i < 100; ++i) sieve.add(hash(i));
  std::vector<WordHash> hashes;
  for (Number i = 0; i < 1000; ++i) hashes.push_back(hash(i));
  CHECK(sieve.pick(hashes, true, hashes.data()) == hashes.data() + 1000);
  const auto picked = sieve.pick(hashes, false, hashes.data()) - hashes.data();
  REQUIRE(picked >= 100);
  CHECK(picked < 400);
  for (Number i = 0; i < 100; ++i) REQUIRE(hashes[i] == hash(i));
}

TEST_CASE("likeness counts the pairs that only one text has") {
  const std::vector<Number> a = {0, 1, 2};
  const std::vector<Number> b = {1, 2, 3};
  Likeness likeness(4);
  likeness.take({a, 5});
  CHECK(likeness.both({b, 3}) == 2);
  CHECK(likeness.similarity({b, 3}) == Approx(2.0 / 6));
  likeness.take({b, 3});
  CHECK(likeness.similarity({a, 3}) == Approx(2.0 / 4));
}
