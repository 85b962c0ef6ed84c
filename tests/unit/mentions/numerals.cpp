// Figures and number words as numbers.
#include "mentions/numeral_value.hpp"

#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <catch2/catch.hpp>
#include <random>

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar built_in = builtin_grammar();
  return built_in;
}

const Lexicon& lexicon() {
  static const Lexicon words(grammar());
  return words;
}

std::string word_value(const std::string& word) {
  const auto value = parse_number_word(word, lexicon());
  return value ? value->to_string() : "-";
}

std::string figures_value(const std::string& figures) {
  const auto value = parse_figures(figures);
  return value ? value->to_string() : "-";
}

// ICU joins with soft hyphens (U+00AD).
std::string spelled(const icu::RuleBasedNumberFormat& speller, std::int64_t number) {
  icu::UnicodeString text;
  speller.format(number, text);
  text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0xAD)), icu::UnicodeString());
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// What the figures mean, found the slow way: try each reading in turn.
std::string slow_figures(const std::string& text) {
  std::string digits;
  std::vector<std::size_t> marks;
  for (const char c : text) {
    if (c == '.' || c == ',') marks.push_back(digits.size());
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.empty() || digits.size() > 18 ||
      text.find_first_not_of("0123456789.,") != std::string::npos)
    return "-";
  const auto spaced_by_three = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t next = i + 1 < marks.size() ? marks[i + 1] : digits.size();
      if (next - marks[i] != 3) return false;
    }
    return marks[0] >= 1 && marks[0] <= 4 && digits[0] != '0';
  };
  const auto value = [&](std::size_t fraction_at) {
    const std::string whole = digits.substr(0, fraction_at);
    const std::string fraction = digits.substr(fraction_at);
    if (whole.empty()) return std::string("-");
    const auto number = parse_decimal(fraction.empty() ? whole : whole + "." + fraction);
    return number ? number->to_string() : std::string("-");
  };
  const bool points = text.find('.') != std::string::npos;
  const bool commas = text.find(',') != std::string::npos;
  if (marks.empty()) return value(digits.size());
  if (points && commas) {
    const char last = text[text.find_last_of(".,")];
    if (std::count(text.begin(), text.end(), last) != 1 || marks.back() == digits.size())
      return "-";
    return spaced_by_three(marks.size() - 1) ? value(marks.back()) : "-";
  }
  const bool grouped = spaced_by_three(marks.size());
  if (grouped && (points || marks.size() > 1)) return value(digits.size());
  if (marks.size() == 1 && marks[0] < digits.size()) return value(marks[0]);
  return "-";
}

}  // namespace

TEST_CASE("figures are read the Dutch way, and the English way where only that is possible") {
  CHECK(figures_value("2.500") == "2500");
  CHECK(figures_value("7,4") == "7.4");
  CHECK(figures_value("7.4") == "7.4");
  CHECK(figures_value("1.234,56") == "1234.56");
  CHECK(figures_value("1,234.56") == "1234.56");
  CHECK(figures_value("1,234,567") == "1234567");
  CHECK(figures_value("1000.000") == "1000000");
  CHECK(figures_value("0.125") == "0.125");
  CHECK(figures_value("20.42") == "20.42");
  CHECK(figures_value("-13") == "-13");
  CHECK(figures_value("10 000") == "10000");
  CHECK(figures_value("12a") == "-");
  CHECK(figures_value("1.2.3") == "-");
}

TEST_CASE("figures agree with a slow reading of random texts") {
  std::mt19937 random(11);
  const std::string alphabet = "0123456789..,,";
  std::size_t readable = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 9; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    const std::string expected = slow_figures(text);
    readable += expected == "-" ? 0 : 1;
    CHECK(figures_value(text) == expected);
  }
  CHECK(readable > 2000);
}

TEST_CASE("number words that ICU spells are read back") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat speller(icu::URBNF_SPELLOUT, icu::Locale("nl"), status);
  REQUIRE(U_SUCCESS(status));
  std::mt19937_64 random(3);
  std::vector<std::int64_t> numbers;
  for (std::int64_t i = 0; i <= 3000; ++i) numbers.push_back(i);
  for (int i = 0; i < 1500; ++i) numbers.push_back(static_cast<std::int64_t>(random() % 1'000'000));
  for (int i = 0; i < 1500; ++i)
    numbers.push_back(static_cast<std::int64_t>(random() % 999'999'999'999));
  for (const std::int64_t number : numbers) {
    const std::string word = spelled(speller, number);
    CAPTURE(word);
    CHECK(word_value(word) == std::to_string(number));
  }
}

TEST_CASE("number words beyond ICU's") {
  CHECK(word_value("anderhalf") == "1.5");
  CHECK(word_value("tweeënhalf") == "2.5");
  CHECK(word_value("vijf en een half") == "5.5");
  CHECK(word_value("één") == "1");
  CHECK(word_value("Drieëntwintig") == "23");
  CHECK(word_value("vijfentwintighonderd") == "2500");
  CHECK(word_value("wijk") == "-");
  CHECK(word_value("") == "-");
}
