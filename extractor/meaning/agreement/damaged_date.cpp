#include <cctype>
#include <string>

#include "meaning/agreement/parts.hpp"

namespace handvest::meaning {
namespace {

using Tokens = std::vector<std::string>;

// Runs of digits; the letters that OCR takes for digits are read as digits.
Tokens digit_runs(std::string_view text) {
  Tokens runs;
  bool open = false;
  for (char c : text) {
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) {
      open = false;
      continue;
    }
    if (!open) runs.emplace_back();
    open = true;
    runs.back() += c;
  }
  return runs;
}

bool is_year(const std::string& run) {
  return run.size() == 4 && (run.substr(0, 2) == "19" || run.substr(0, 2) == "20");
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string date_of(const Tokens& runs) {
  if (runs.size() != 3 || runs[0].size() > 2 || runs[1].size() > 2) return {};
  std::string year = runs[2];
  if (year.size() == 2) year = "20" + year;
  if (!is_year(year)) return {};
  const int day = std::stoi(runs[0]);
  const int month = std::stoi(runs[1]);
  if (day < 1 || day > 31 || month < 1 || month > 12) return {};
  return year + "-" + two(month) + "-" + two(day);
}

}  // namespace

std::string read_damaged_date(std::string_view digits) {
  Tokens runs = digit_runs(digits);
  if (runs.size() < 3) return {};
  std::string& year = runs.back();
  const bool slashes_are_ones = year.size() == 5 && year[0] == '1';
  if (slashes_are_ones) year.erase(0, 1);
  std::string as_printed = date_of(runs);
  if (!slashes_are_ones) return as_printed;
  Tokens without_slashes;
  for (const auto& run : runs) {
    if (run != "1") without_slashes.push_back(run);
  }
  const std::string repaired = date_of(without_slashes);
  if (repaired.empty()) return as_printed;
  return as_printed.empty() || as_printed == repaired ? repaired : std::string();
}

}  // namespace handvest::meaning
