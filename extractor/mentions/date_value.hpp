// Calendar dates as EDTF (ISO 8601-2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentions/lexicon.hpp"

namespace handvest {

/// A date of which parts may be missing (0).
struct CalendarDate {
  int year = 0;
  int month = 0;
  int day = 0;
  bool damaged = false;  ///< letters were read as the figures they look like
};

/// Reads the parts of a date: day ("1", "1e", a number word), month (figures or a word of the
/// grammar's group month), year (four figures, or two: 50 to 99 are 19xx). Letters that stand for
/// figures (l, I, O) are read as those and mark the date as damaged. Empty parts are missing.
/// nullopt when a part is unreadable or there is no such day.
std::optional<CalendarDate> parse_calendar_date(std::string_view day, std::string_view month,
                                                std::string_view year, const Lexicon& lexicon);

/// "2008-02-11", "2008-07", "2008"; "XXXX-02-11" and "XXXX-02" without a year.
std::string to_edtf(const CalendarDate& date);

/// Days of a month; 29 for February of an unknown year (0).
int days_of_month(int year, int month);

}  // namespace handvest
