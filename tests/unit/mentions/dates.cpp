// Dates in every format, over a hundred years.
#include <catch2/catch.hpp>

#include "mentions/date_value.hpp"
#include "mentions/mentions.hpp"

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar built_in = builtin_grammar();
  return built_in;
}

std::string dates_in(const std::string& text) {
  SourceText source;
  source.text = text;
  std::string found;
  for (const auto& mention : find_mentions(source, Outline{}, grammar()).mentions) {
    found += mention.normalized + " '" +
             source.text.substr(mention.span.begin, mention.span.size()) + "';";
  }
  return found;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

const std::vector<std::string> kMonths = {"januari",   "februari", "maart",    "april",
                                          "mei",       "juni",     "juli",     "augustus",
                                          "september", "oktober",  "november", "december"};

// Every way in which a document may print the date.
std::vector<std::string> printed(int year, int month, int day) {
  const std::string y = std::to_string(year);
  const std::string m = std::to_string(month);
  const std::string d = std::to_string(day);
  const std::string& name = kMonths[static_cast<std::size_t>(month - 1)];
  std::string capital = name;
  capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  return {d + " " + name + " " + y,
          d + " " + capital + " " + y,
          d + "\n" + name + " " + y,
          d + "-" + m + "-" + y,
          two(day) + "-" + two(month) + "-" + y,
          d + "/" + m + "/" + y,
          d + "." + m + "." + y,
          y + "-" + two(month) + "-" + two(day),
          d + "-" + m + "-" + two(year % 100),
          d + "\xC2\xA0" + name + "\xC2\xA0" + y};
}

}  // namespace

TEST_CASE("every day of 1950 to 2049 is read in every format") {
  for (int year = 1950; year <= 2049; ++year) {
    std::string text;
    std::string expected;
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_of_month(year, month); ++day) {
        const auto formats = printed(year, month, day);
        // Each day in one of the formats, each format on every day over the years.
        const auto& format = formats[static_cast<std::size_t>(day + year) % formats.size()];
        text += "op " + format + " was\n\n";
        expected += std::to_string(year) + "-" + two(month) + "-" + two(day) + " '" + format + "';";
      }
    }
    CHECK(dates_in(text) == expected);
  }
}

TEST_CASE("a day that does not exist is no date") {
  const Lexicon lexicon(grammar());
  CHECK_FALSE(parse_calendar_date("29", "februari", "2007", lexicon));
  CHECK(parse_calendar_date("29", "februari", "2008", lexicon));
  CHECK_FALSE(parse_calendar_date("31", "4", "2008", lexicon));
  CHECK_FALSE(parse_calendar_date("1", "13", "2008", lexicon));
  CHECK_FALSE(parse_calendar_date("", "", "", lexicon));
}

TEST_CASE("parts that are missing") {
  const Lexicon lexicon(grammar());
  CHECK(to_edtf(*parse_calendar_date("1", "februari", "", lexicon)) == "XXXX-02-01");
  CHECK(to_edtf(*parse_calendar_date("", "juli", "09", lexicon)) == "2009-07");
  CHECK(to_edtf(*parse_calendar_date("", "", "'98", lexicon)) == "1998");
}

TEST_CASE("letters that stand for figures are read with a doubt") {
  const Lexicon lexicon(grammar());
  const auto date = parse_calendar_date("l", "februari", "2O08", lexicon);
  REQUIRE(date);
  CHECK(to_edtf(*date) == "2008-02-01");
  CHECK(date->damaged);
  SourceText source;
  source.text = "getekend op l februari 2O08 te Voorbeeldstad";
  const auto mentions = find_mentions(source, Outline{}, grammar());
  REQUIRE(mentions.warnings.size() == 1);
  CHECK(mentions.warnings[0].code == "damaged-value");
}
