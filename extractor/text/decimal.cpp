#include "text/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace handvest {
namespace {

constexpr int kMaxDigits = 18;

// Those that are exact as doubles.
constexpr std::array<double, 23> powers_of_ten() {
  std::array<double, 23> powers{};
  double power = 1;
  for (double& each : powers) {
    each = power;
    power *= 10;
  }
  return powers;
}

constexpr std::array<double, 23> kPowersOfTen = powers_of_ten();

Decimal normalised(Decimal value) {
  while (value.exponent < 0 && value.coefficient % 10 == 0) {
    value.coefficient /= 10;
    ++value.exponent;
  }
  return value;
}

std::optional<std::int64_t> times_power_of_ten(std::int64_t value, int power) {
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) return std::nullopt;
  }
  return value;
}

std::optional<Decimal> combine(Decimal a, Decimal b, bool negate) {
  const int exponent = std::min(a.exponent, b.exponent);
  const auto left = times_power_of_ten(a.coefficient, a.exponent - exponent);
  const auto right = times_power_of_ten(b.coefficient, b.exponent - exponent);
  std::int64_t sum = 0;
  if (!left || !right) return std::nullopt;
  const bool overflow = negate ? __builtin_sub_overflow(*left, *right, &sum)
                               : __builtin_add_overflow(*left, *right, &sum);
  if (overflow) return std::nullopt;
  return normalised({sum, exponent});
}

}  // namespace

double Decimal::to_double() const {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;  // up to there doubles are
  const auto power = static_cast<std::size_t>(-exponent);
  const bool exact = -kExact <= coefficient && coefficient <= kExact;
  if (!exact || power >= kPowersOfTen.size()) {
    return std::strtod(to_string().c_str(), nullptr);
  }
  return static_cast<double>(coefficient) / kPowersOfTen[power];  // of two exact ones: the nearest
}

std::string Decimal::to_string() const {
  const bool negative = coefficient < 0;
  std::string digits = std::to_string(coefficient);
  if (negative) digits.erase(0, 1);
  const auto fraction = static_cast<std::size_t>(-exponent);
  if (fraction > 0) {
    if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
    digits.insert(digits.size() - fraction, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  std::string digits;
  int fraction = -1;
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c == '.' && fraction < 0 && !digits.empty()) {
      fraction = 0;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (fraction >= 0) ++fraction;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || fraction == 0 || digits.size() > kMaxDigits) return std::nullopt;
  Decimal value;
  std::from_chars(digits.data(), digits.data() + digits.size(), value.coefficient);
  if (negative) value.coefficient = -value.coefficient;
  value.exponent = fraction > 0 ? -fraction : 0;
  return normalised(value);
}

std::optional<Decimal> scale_by_power_of_ten(Decimal value, int power) {
  const int exponent = value.exponent + power;
  if (exponent <= 0) return normalised({value.coefficient, exponent});
  const auto coefficient = times_power_of_ten(value.coefficient, exponent);
  if (!coefficient) return std::nullopt;
  return Decimal{*coefficient, 0};
}

std::optional<Decimal> add(Decimal a, Decimal b) { return combine(a, b, false); }
std::optional<Decimal> subtract(Decimal a, Decimal b) { return combine(a, b, true); }

}  // namespace handvest
