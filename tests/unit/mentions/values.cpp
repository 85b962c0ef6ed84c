// Dates and sums of money, printed at random and read back, beside slow and obviously right
// references.
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "mentions/date_value.hpp"
#include "mentions/mentions.hpp"

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar built_in = builtin_grammar();
  return built_in;
}

using Random = std::mt19937;

template <typename Items>
const auto& one_of(const Items& items, Random& random) {
  return items[random() % items.size()];
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// A part of a date as it may be printed, and what it means; 0 means nothing that can be a part.
struct Printed {
  std::string text;
  int meant = 0;
};

std::vector<Printed> printed_days() {
  std::vector<Printed> days = {{"", -1}, {"0", 0}, {"32", 0}, {"99", 0}, {"dag", 0}};
  for (int day = 1; day <= 31; ++day) {
    for (const std::string ending : {"", "e", "ste", "de", "^e"}) {
      days.push_back({std::to_string(day) + ending, day});
    }
    days.push_back({two(day), day});
  }
  days.push_back({"eerste", 1});
  days.push_back({"twaalfde", 12});
  return days;
}

std::vector<Printed> printed_months() {
  const std::vector<std::string> names = {"januari",   "februari", "maart",    "april",
                                          "mei",       "juni",     "juli",     "augustus",
                                          "september", "oktober",  "november", "december"};
  std::vector<Printed> months = {{"", -1}, {"0", 0}, {"13", 0}, {"maand", 0}};
  for (int month = 1; month <= 12; ++month) {
    const std::string& name = names[static_cast<std::size_t>(month - 1)];
    std::string capital = name;
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    for (const auto& text : {std::to_string(month), two(month), name, capital}) {
      months.push_back({text, month});
    }
  }
  months.push_back({"febr.", 2});
  months.push_back({"sept", 9});
  return months;
}

std::vector<Printed> printed_years() {
  std::vector<Printed> years = {{"", -1}, {"jaar", 0}};
  for (int year = 1900; year <= 2099; ++year) years.push_back({std::to_string(year), year});
  for (int year = 0; year <= 99; ++year) {
    years.push_back({two(year), (year >= 50 ? 1900 : 2000) + year});
    years.push_back({"'" + two(year), (year >= 50 ? 1900 : 2000) + year});
  }
  return years;
}

// What the calendar says; "-" when there is no such date.
std::string expected_date(const Printed& day, const Printed& month, const Printed& year) {
  if (day.meant == 0 || month.meant == 0 || year.meant == 0) return "-";
  const bool has_day = day.meant > 0;
  const bool has_month = month.meant > 0;
  const bool has_year = year.meant > 0;
  if ((has_day && !has_month) || (!has_month && !has_year)) return "-";
  const std::chrono::year_month_day date(
      std::chrono::year(has_year ? year.meant : 2000),
      std::chrono::month(static_cast<unsigned>(has_month ? month.meant : 1)),
      std::chrono::day(static_cast<unsigned>(has_day ? day.meant : 1)));
  if (!date.ok()) return "-";
  std::string text = has_year ? std::to_string(year.meant) : "XXXX";
  if (has_month) text += "-" + two(month.meant);
  if (has_day) text += "-" + two(day.meant);
  return text;
}

std::string digits(std::int64_t number, const std::string& group) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, group);
  return text;
}

// "1250000" with the point moved `power` places to the right.
std::string times_power_of_ten(const std::string& whole, const std::string& fraction,
                               std::size_t power) {
  std::string all = whole + fraction;
  while (all.size() < whole.size() + power) all += '0';
  std::string result = all.substr(0, whole.size() + power);
  std::string rest = all.substr(whole.size() + power);
  while (result.size() > 1 && result[0] == '0') result.erase(0, 1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? result : result + "." + rest;
}

struct Sum {
  std::string text;
  std::string value;
};

Sum random_sum(Random& random) {
  struct Scale {
    const char* word;
    std::size_t power;
  };
  const std::vector<Scale> scales = {{"", 0},         {" miljoen", 6}, {" mln.", 6}, {" mln", 6},
                                     {" miljard", 9}, {" mld.", 9},    {" milj.", 6}};
  const Scale scale = random() % 2 == 0 ? scales[0] : one_of(scales, random);
  const std::int64_t whole =
      static_cast<std::int64_t>(scale.power == 0 ? random() % 100'000'000 : random() % 2000);
  const std::vector<std::string> fractions = {"", "", "05", "75", "50"};
  std::string fraction = one_of(fractions, random);
  if (scale.power != 0 && fraction.empty() && random() % 2 == 0) fraction = "5";
  const bool grouped = scale.power == 0 && random() % 4 != 0;
  std::string figures = digits(whole, grouped ? "." : "");
  if (!fraction.empty()) figures += "," + fraction;
  if (fraction.empty() && scale.power == 0 && random() % 3 == 0) {
    figures += one_of(std::vector<std::string>{",-", ",--", ",–"}, random);
    return {"€ " + figures, std::to_string(whole)};
  }
  const std::string value = times_power_of_ten(std::to_string(whole), fraction, scale.power);
  figures += scale.word;
  const std::vector<std::string> ways = {"€ " + figures,   "€" + figures,
                                         "EUR " + figures, figures + " euro",
                                         figures + " EUR", "€\xC2\xA0" + figures};
  return {one_of(ways, random), value};
}

std::string read_back(const std::string& text) {
  SourceText source;
  source.text = text;
  std::string found;
  for (const auto& mention : find_mentions(source, Outline{}, grammar()).mentions) {
    found += mention.normalized + ";";
  }
  return found;
}

}  // namespace

TEST_CASE("parts of dates put together at random mean what the calendar says") {
  const Lexicon lexicon(grammar());
  const auto days = printed_days();
  const auto months = printed_months();
  const auto years = printed_years();
  Random random(17);
  std::size_t readable = 0;
  for (int round = 0; round < 30000; ++round) {
    const Printed& day = one_of(days, random);
    const Printed& month = one_of(months, random);
    const Printed& year = one_of(years, random);
    CAPTURE(day.text, month.text, year.text);
    const auto date = parse_calendar_date(day.text, month.text, year.text, lexicon);
    const std::string expected = expected_date(day, month, year);
    readable += expected == "-" ? 0 : 1;
    CHECK((date ? to_edtf(*date) : "-") == expected);
  }
  CHECK(readable > 15000);
}

TEST_CASE("random text never makes a date that the calendar has not") {
  const Lexicon lexicon(grammar());
  const std::string alphabet = "0123456789lIOo'e^. -mei";
  Random random(23);
  const auto text = [&] {
    std::string result;
    for (std::size_t i = 0; i < random() % 5; ++i) result += alphabet[random() % alphabet.size()];
    return result;
  };
  for (int round = 0; round < 30000; ++round) {
    const std::string day = text();
    const std::string month = text();
    const std::string year = text();
    CAPTURE(day, month, year);
    const auto date = parse_calendar_date(day, month, year, lexicon);
    if (!date) continue;
    CHECK(date->year >= 0);
    CHECK(date->year <= 9999);
    if (date->day == 0) continue;
    CHECK(std::chrono::year_month_day(std::chrono::year(date->year == 0 ? 2000 : date->year),
                                      std::chrono::month(static_cast<unsigned>(date->month)),
                                      std::chrono::day(static_cast<unsigned>(date->day)))
              .ok());
  }
}

TEST_CASE("sums printed at random are read back") {
  Random random(29);
  for (int round = 0; round < 4000; ++round) {
    const Sum sum = random_sum(random);
    const std::string text = "Dat kost " + sum.text + " voor de wijk.";
    CAPTURE(text);
    CHECK(read_back(text) == "EUR " + sum.value + ";");
  }
}

TEST_CASE("ranges of sums printed at random are read back") {
  Random random(31);
  for (int round = 0; round < 1000; ++round) {
    const auto low = static_cast<std::int64_t>(1 + random() % 900);
    const auto high = low + static_cast<std::int64_t>(1 + random() % 99);
    const std::vector<std::string> joints = {" - ", "-", " tot ", " à ", " – "};
    const std::string range = std::to_string(low) + one_of(joints, random) + std::to_string(high);
    const std::string value = std::to_string(low) + "000000/" + std::to_string(high) + "000000;";
    CAPTURE(range);
    CHECK(read_back("Dat kost € " + range + " miljoen.") == "EUR " + value);
    CHECK(read_back("Dat kost " + range + " miljoen euro.") == "EUR " + value);
  }
}
