#include "mentions/date_value.hpp"

#include <array>

#include "mentions/numeral_value.hpp"
#include "mentions/reading.hpp"

namespace handvest {
namespace {

// The figures of a part; letters that look like figures count as those. -1 when there is none.
int figures(std::string_view text, bool& damaged) {
  int value = 0;
  bool any = false;
  for (const char c : text) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (c == 'l' || c == 'I' || c == '|') digit = 1;
    if (c == 'O' || c == 'o') digit = 0;
    if (digit < 0) {
      if (any) break;  // "1e", "3de"
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return -1;
      continue;  // "'09"
    }
    if (c < '0' || c > '9') damaged = true;
    any = true;
    value = value * 10 + digit;
    if (value > 9999) return -1;
  }
  return any ? value : -1;
}

int month_of(std::string_view text, const Lexicon& lexicon, bool& damaged) {
  const auto* const word = lexicon.find(WordGroup::month, text);
  return figures(word != nullptr ? std::string_view(*word) : text, damaged);
}

int day_of(std::string_view text, const Lexicon& lexicon, bool& damaged) {
  const auto* const ordinal = lexicon.find(WordGroup::ordinal, text);
  return figures(ordinal == nullptr ? text : std::string_view(*ordinal), damaged);
}

// Two figures mean a year of this or the last century.
int full_year(int year, std::size_t written) {
  if (written > 3 || year > 99) return year;
  return year >= 50 ? 1900 + year : 2000 + year;
}

std::size_t count_figures(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (c >= '0' && c <= '9') || c == 'O' || c == 'l' ? 1 : 0;
  return count;
}

struct Ends {
  std::optional<CalendarDate> from;
  std::optional<CalendarDate> to;
};

// A part of the first date that is missing is that of the second: 'januari t/m maart 2008'.
Ends read_ends(const Found& found, const Lexicon& lexicon) {
  const auto inherited = [&](std::string_view from, std::string_view to) {
    return found.has(from) ? found.part(from) : found.part(to);
  };
  Ends ends;
  ends.to = parse_calendar_date(found.part("to_day"), found.part("to_month"), found.part("to_year"),
                                lexicon);
  const bool month_counts = found.has("from_day") || found.has("from_month");
  ends.from = parse_calendar_date(found.part("from_day"),
                                  month_counts ? inherited("from_month", "to_month") : "",
                                  inherited("from_year", "to_year"), lexicon);
  return ends;
}

// The second year of '2007-08' in the first one's century.
void complete_year(CalendarDate& to, const CalendarDate& from, std::string_view written) {
  if (count_figures(written) != 2) return;
  to.year = from.year / 100 * 100 + to.year % 100;
}

bool is_before(const CalendarDate& a, const CalendarDate& b) {
  if (a.year != b.year) return a.year < b.year;
  if (a.month != b.month) return a.month < b.month;
  return a.day < b.day;
}

std::optional<Reading> one_part_of_year(const Found& found, int code, const Lexicon& lexicon) {
  const auto year = parse_calendar_date("", "", found.part("year"), lexicon);
  if (!year) return std::nullopt;
  Reading reading;
  reading.normalized = to_edtf(*year) + "-" + std::to_string(code);
  reading.value.start = reading.normalized;
  return reading;
}

// The number of a half or quarter: an ordinal word or figures.
int place_of(std::string_view text, const Lexicon& lexicon) {
  bool ignored = false;
  return day_of(text, lexicon, ignored);
}

std::optional<Reading> read_decade(const Found& found, const Lexicon& lexicon) {
  auto decade = parse_numeral(found.part("decade"), lexicon);
  if (!decade || decade->exponent != 0) return std::nullopt;
  const auto years = decade->coefficient;
  const auto first = years >= 100 ? years : (years >= 30 ? 1900 : 2000) + years;
  Reading reading;
  reading.normalized = std::to_string(first / 10) + "X";
  reading.value.start = reading.normalized;
  return reading;
}

}  // namespace

int days_of_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<CalendarDate> parse_calendar_date(std::string_view day, std::string_view month,
                                                std::string_view year, const Lexicon& lexicon) {
  CalendarDate date;
  if (!year.empty()) {
    const int value = figures(year, date.damaged);
    if (value < 0) return std::nullopt;
    date.year = full_year(value, count_figures(year));
  }
  if (!month.empty()) date.month = month_of(month, lexicon, date.damaged);
  if (!day.empty()) date.day = day_of(day, lexicon, date.damaged);
  if (date.month < 0 || date.month > 12 || (!month.empty() && date.month == 0)) return std::nullopt;
  if (!day.empty() && date.month == 0) return std::nullopt;
  if (!day.empty() && (date.day < 1 || date.day > days_of_month(date.year, date.month))) {
    return std::nullopt;
  }
  if (year.empty() && month.empty()) return std::nullopt;
  return date;
}

std::string to_edtf(const CalendarDate& date) {
  const auto padded = [](int number, std::size_t count) {
    std::string figures = std::to_string(number);
    if (figures.size() < count) figures.insert(0, count - figures.size(), '0');
    return figures;
  };
  std::string text = date.year == 0 ? "XXXX" : padded(date.year, 4);
  if (date.month == 0) return text;
  text += "-" + padded(date.month, 2);
  if (date.day == 0) return text;
  return text + "-" + padded(date.day, 2);
}

std::optional<Reading> read_date(const Found& found, const Lexicon& lexicon) {
  const bool parts = found.has("day") || found.has("month") || found.has("year");
  const auto date = parse_calendar_date(found.part("day"), found.part("month"),
                                        parts ? found.part("year") : found.text(), lexicon);
  if (!date) return std::nullopt;
  Reading reading;
  reading.normalized = to_edtf(*date);
  reading.value.start = reading.normalized;
  reading.doubt = found.part_or_attribute("doubt");
  if (date->damaged && reading.doubt.empty()) reading.doubt = "letters stand where figures belong";
  return reading;
}

std::optional<Reading> read_period(const Found& found, const Lexicon& lexicon) {
  if (found.has("decade")) return read_decade(found, lexicon);
  if (found.has("half")) {
    const int half = place_of(found.part("half"), lexicon);
    if (half < 1 || half > 2) return std::nullopt;
    return one_part_of_year(found, 39 + half, lexicon);
  }
  if (found.has("quarter")) {
    const int quarter = place_of(found.part("quarter"), lexicon);
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return one_part_of_year(found, 32 + quarter, lexicon);
  }
  if (found.has("season")) {
    const auto* const code = lexicon.find(WordGroup::season, found.part("season"));
    bool ignored = false;
    return code == nullptr ? std::nullopt
                           : one_part_of_year(found, figures(*code, ignored), lexicon);
  }
  auto [from, to] = read_ends(found, lexicon);
  if (!from || !to) return std::nullopt;
  complete_year(*to, *from, found.part("to_year"));
  if (!is_before(*from, *to)) return std::nullopt;
  Reading reading;
  reading.value.start = to_edtf(*from);
  reading.value.end = to_edtf(*to);
  reading.normalized = reading.value.start + "/" + reading.value.end;
  return reading;
}

}  // namespace handvest
