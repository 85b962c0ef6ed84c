// Exact decimal numbers: figures are quoted from documents and must not pass through binary
// fractions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handvest {

/// coefficient * 10^exponent. Kept normalised: no trailing zero in the coefficient unless the value
/// is an integer (exponent 0). The range is that of int64; operations that leave it give nullopt.
struct Decimal {
  std::int64_t coefficient = 0;
  int exponent = 0;  ///< never above 0 after normalisation

  bool operator==(const Decimal&) const = default;
  double to_double() const;
  /// Shortest plain notation with a decimal point: "2500", "0.5", "-3". No grouping, no exponent.
  std::string to_string() const;
};

/// Reads plain notation as to_string() writes it; nullopt for anything else or out of range.
std::optional<Decimal> parse_decimal(std::string_view text);

/// value * 10^power, exact; nullopt when out of range.
std::optional<Decimal> scale_by_power_of_ten(Decimal value, int power);

/// a + b, a - b, exact; nullopt when out of range.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);

}  // namespace handvest
