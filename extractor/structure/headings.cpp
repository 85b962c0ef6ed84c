#include "structure/headings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <iterator>
#include <limits>

namespace handvest::structure {
namespace {

constexpr int kMostNumber = 99;

HeadingStyle style_named(const std::string& name) {
  if (name == "number") return HeadingStyle::number;
  if (name == "decimal") return HeadingStyle::decimal;
  if (name == "letter") return HeadingStyle::letter;
  if (name == "keyword") return HeadingStyle::keyword;
  return HeadingStyle::plain;
}

bool only_capitals(std::string_view title) {
  int capitals = 0;
  for (const char c : title) {
    if (c >= 'a' && c <= 'z') return false;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  return capitals >= 4;
}

int roman_digit(char c) { return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0; }

// 4 for '4', '4a' and 'IV'.
int value_of(const std::string& number) {
  int value = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const int digit = roman_digit(number[i]);
    const bool before_greater = i + 1 < number.size() && digit < roman_digit(number[i + 1]);
    value += before_greater ? -digit : digit;
  }
  return value > 0 ? value : std::min(std::atoi(number.c_str()), kMostNumber);
}

}  // namespace

bool is_roman(const Candidate& found) {
  return found.style == HeadingStyle::number && roman_digit(found.number.front()) > 0;
}

HeadingRules::HeadingRules(const Profile& profile)
    : headings_(profile.rules("heading")), exclusions_(profile.rules("no-heading")) {
  for (const Rule* rule : profile.rules("heading")) {
    kinds_.push_back(
        {style_named(rule->attribute("style")), std::atoi(rule->attribute("level").c_str())});
  }
  for (const Rule* rule : profile.rules("no-heading")) {
    const std::string style = rule->attribute("style");
    excluded_styles_.push_back(style.empty() ? std::nullopt : std::optional(style_named(style)));
  }
}

bool HeadingRules::excluded(std::string_view plain, HeadingStyle style) const {
  const auto asked = exclusions_.candidates(plain);
  return std::any_of(asked.begin(), asked.end(), [&](std::uint32_t number) {
    const auto& only = excluded_styles_[number];
    return (!only || *only == style) && exclusions_.rule(number).begins(plain);
  });
}

std::optional<Candidate> HeadingRules::candidate(const Piece& piece, std::size_t index) const {
  if (!piece.is_short()) return std::nullopt;
  const std::string_view text = piece.plain();
  const auto asked = headings_.candidates(text);
  const auto fitting = std::find_if(asked.begin(), asked.end(), [&](std::uint32_t number) {
    return headings_.rule(number).fits(text);
  });
  if (fitting == asked.end() || excluded(text, kinds_[*fitting].style)) return std::nullopt;
  const auto match = headings_.rule(*fitting).match_fitting(text);
  if (!match) return std::nullopt;
  Candidate result;
  result.index = index;
  result.style = kinds_[*fitting].style;
  result.printed_number = part(*match, text, "number");
  std::copy_if(result.printed_number.begin(), result.printed_number.end(),
               std::back_inserter(result.number), [](char c) { return c != ' '; });
  result.title = slice(text, match->group("title").value_or(match->span));
  result.level = kinds_[*fitting].level;
  if (piece.kind() == ElementKind::heading && piece.element->level > 0) {
    result.level = piece.element->level;
  }
  result.main = value_of(result.number);
  result.depth = 1 + static_cast<int>(std::count(result.number.begin(), result.number.end(), '.'));
  result.capitals = only_capitals(result.title);
  result.apart = piece.apart;
  return result;
}

namespace {

// Costs and gains of the run of main numbers, in the unit of the weights.
constexpr int kNextNumber = 2;   // the number after the one before
constexpr int kSameNumber = -1;  // printed twice
constexpr int kGap = -1;         // for each number left out
constexpr int kWorstGap = -6;
// What a number must weigh to be a displaced part of the run.
constexpr int kDisplaced = 5;
// Pages come in that many displaced parts at most.
constexpr int kMostParts = 4;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// '6b' goes on from '6a'.
bool next_letter(const std::string& from, const std::string& to) {
  return from.size() == to.size() && from.back() + 1 == to.back() &&
         std::isalpha(static_cast<unsigned char>(from.back())) != 0;
}

int step(const Candidate& from, const Candidate& to) {
  if (to.main == from.main + 1) return kNextNumber;
  if (to.main == from.main) return next_letter(from.number, to.number) ? kNextNumber : kSameNumber;
  return std::max(kWorstGap, from.main + 1 - to.main);
}

using Numbers = std::array<bool, kMostNumber + 1>;

// The rising run of greatest gain, by dynamic programming: for each number the best run that ends
// with it. Linear in the candidates, since there are at most 99 numbers.
std::vector<std::size_t> best_run(const std::vector<Candidate>& candidates,
                                  const std::vector<int>& weights, const Numbers& taken,
                                  int least_weight) {
  struct End {
    int gain = 0;
    std::size_t candidate = kNone;
  };
  std::array<End, kMostNumber + 1> best{};
  std::vector<std::size_t> before(candidates.size(), kNone);
  End overall;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto number = static_cast<std::size_t>(candidates[i].main);
    if (number == 0 || taken[number] || weights[i] < least_weight) continue;
    End end{number == 1 ? 0 : kGap, i};
    for (std::size_t from = 1; from <= number; ++from) {
      if (best[from].candidate == kNone) continue;
      const int gain = best[from].gain + step(candidates[best[from].candidate], candidates[i]);
      if (gain > end.gain || (gain == end.gain && before[i] == kNone)) {
        end.gain = gain;
        before[i] = best[from].candidate;
      }
    }
    end.gain += weights[i];
    if (best[number].candidate == kNone || end.gain >= best[number].gain) best[number] = end;
    if (overall.candidate == kNone || end.gain > overall.gain) overall = end;
  }
  std::vector<std::size_t> run;
  for (std::size_t i = overall.candidate; i != kNone; i = before[i]) run.push_back(i);
  return run;
}

}  // namespace

std::vector<bool> main_run(const std::vector<Candidate>& candidates,
                           const std::vector<int>& weights) {
  std::vector<bool> in_run(candidates.size(), false);
  Numbers taken{};
  for (int part = 0; part < kMostParts; ++part) {
    const int least = part == 0 ? std::numeric_limits<int>::min() : kDisplaced;
    const auto run = best_run(candidates, weights, taken, least);
    if (run.empty()) break;
    for (const std::size_t i : run) {
      in_run[i] = true;
      taken[static_cast<std::size_t>(candidates[i].main)] = true;
    }
  }
  return in_run;
}

}  // namespace handvest::structure
