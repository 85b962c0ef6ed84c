// Nothing of a text is lost: every non-blank character lies in exactly one element.
#include <catch2/catch.hpp>
#include <random>

#include "support.hpp"

using namespace handvest;
using namespace handvest::test;

TEST_CASE("every character of tricky texts lies in one element") {
  const std::vector<std::string> texts = {
      "",
      "\n\n\n",
      "-",
      "- ",
      "1.",
      "a.\n\nb.",
      "¹",
      "- ¹",
      "*",
      "**",
      "\t",
      "\t\t\nx\ty",
      "x\ty\n\tz\n",
      "- a\tb\n- c\td",
      "\xEF\xBB\xBFTitel",
      "a\r\nb\r\n\r\n- c\r\n",
      "\f\fa\f",
      "\xFF\xFE- a\n\xC2",
      "Noot: *1)",
      "Noot: *1) x",
      "[a] [b] [c]",
      "(1) (2) (3)",
      "A. B. C.",
      "- o - o - o",
      "1. 2. 3. x",
      "www.handvest.nl",
      "een-\ntwee",
      "\xC2\xA0",
      "\xC2\xA0x\xC2\xA0",
  };
  for (const auto& text : texts) {
    INFO(text);
    CHECK(coverage_fault(text, layout_of(text)) == "");
  }
}

TEST_CASE("every character of random texts lies in one element") {
  const std::vector<std::string> parts = {
      "\n",
      "\n\n",
      "\n\n\n\n",
      "\t",
      " ",
      "- ",
      "• ",
      "1. ",
      "2) ",
      "a. ",
      "A. ",
      "¹ ",
      "* ",
      "** ",
      "o ",
      "van",
      "het ",
      "Wijk",
      "gezond-",
      "heid. ",
      "€ 3 mln",
      "12%",
      "\f",
      "[a] [b] [c]",
      "Noot: 1) ",
      "een zin die lang genoeg is om geen kop te zijn en die maar doorgaat, woord na woord ",
      "Rijk en gemeente",
      "Tabel 1: ",
      "\r\n",
      "www.example.nl",
      "\xC3",
      "\xE2\x80\x8B",
      "7",
      "\" ",
  };
  std::mt19937 random(20260101);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) text += parts[random() % parts.size()];
    INFO(text);
    REQUIRE(coverage_fault(text, layout_of(text)) == "");
  }
}

TEST_CASE("hostile texts cost no more than their length") {
  // Each would take hours at quadratic cost; the test's time limit is the assertion.
  const auto repeated = [](const std::string& part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  for (const auto& text :
       {repeated("een woord ", 500000), repeated("-\n", 300000), repeated("- \n- a\n", 200000),
        repeated("\n", 1000000), repeated("a\tb\n\n", 200000), repeated("het\n\nvan\n\n", 100000),
        repeated("1 a*\n\n\n\n", 100000), repeated("(((", 500000), repeated("- ", 500000),
        repeated("12\n\n", 200000), repeated("¹", 300000), repeated("¹ a\n\n", 100000)}) {
    const Layout layout = layout_of(text);
    CHECK(layout.elements.size() <= text.size());
  }
}
