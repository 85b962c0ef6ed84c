// Numbers, percentages, money, ages, ordinals and durations: one or two amounts with a unit.
#include "mentions/numeral_value.hpp"
#include "mentions/reading.hpp"

namespace handvest {
namespace {

struct Amounts {
  Decimal low;
  std::optional<Decimal> high;
};

bool is_less(const Decimal& a, const Decimal& b) {
  const auto difference = subtract(b, a);
  return difference && difference->coefficient > 0;
}

// The figures that letters stand for where a rule doubts them: O is 0, l and I are 1.
std::string figures_meant(std::string_view text) {
  std::string figures(text);
  for (char& c : figures) {
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
  }
  return figures;
}

// The parts `amount`, or `low` and `high`, or else the whole text; with `scale` for both ends and
// `low_scale` for the low end alone.
std::optional<Amounts> read_amounts(const Found& found, const Lexicon& lexicon) {
  const bool range = found.has("low") && found.has("high");
  const std::string_view first = range                 ? found.part("low")
                                 : found.has("amount") ? found.part("amount")
                                                       : found.text();
  const std::string_view scale = found.part_or_attribute("scale");
  const std::string_view low_scale = found.has("low_scale") ? found.part("low_scale") : scale;
  const bool doubtful = !found.part_or_attribute("doubt").empty();
  const auto low = doubtful ? parse_figures(figures_meant(first)) : parse_numeral(first, lexicon);
  if (!low) return std::nullopt;
  const auto low_scaled = scaled(*low, low_scale, lexicon);
  if (!low_scaled) return std::nullopt;
  if (!range) return Amounts{*low_scaled, std::nullopt};
  const auto high = parse_numeral(found.part("high"), lexicon);
  if (!high) return std::nullopt;
  const auto high_scaled = scaled(*high, scale, lexicon);
  const bool ordered = found.part_or_attribute("order") != "any";
  if (!high_scaled || (ordered && !is_less(*low_scaled, *high_scaled))) return std::nullopt;
  return Amounts{*low_scaled, high_scaled};
}

std::string joined(const Amounts& amounts) {
  std::string text = amounts.low.to_string();
  if (amounts.high) text += "/" + amounts.high->to_string();
  return text;
}

// The value of a unit word in `group`, or what the rule says of itself.
std::string unit_of(const Found& found, const Lexicon& lexicon, WordGroup group,
                    std::string_view name) {
  const std::string_view word = found.part_or_attribute(name);
  const auto* const value = lexicon.find(group, word);
  return value != nullptr ? *value : std::string(word);
}

// An ISO 8601 duration. Broken years become months, broken hours minutes.
std::string iso_duration(const Decimal& amount, const std::string& unit) {
  const bool broken = amount.exponent < 0;
  if (broken && unit == "Y") {
    if (const auto months = scale_by_power_of_ten({amount.coefficient * 12, amount.exponent}, 0);
        months && months->exponent == 0) {
      return "P" + months->to_string() + "M";
    }
  }
  if (broken && unit == "TH") {
    if (const auto minutes = scale_by_power_of_ten({amount.coefficient * 60, amount.exponent}, 0);
        minutes && minutes->exponent == 0) {
      return "PT" + minutes->to_string() + "M";
    }
  }
  if (unit.size() == 2) return "PT" + amount.to_string() + unit.substr(1);
  return "P" + amount.to_string() + unit;
}

}  // namespace

std::optional<Reading> read_amount(MentionType type, const Found& found, const Lexicon& lexicon) {
  const auto amounts = read_amounts(found, lexicon);
  if (!amounts) return std::nullopt;
  Reading reading;
  reading.value.amount = amounts->low;
  reading.value.upper = amounts->high;
  reading.normalized = joined(*amounts);
  reading.doubt = found.part_or_attribute("doubt");
  if (type == MentionType::money) {
    reading.value.unit = unit_of(found, lexicon, WordGroup::currency, "currency");
    if (reading.value.unit.empty()) reading.value.unit = "EUR";
    reading.normalized = reading.value.unit + " " + reading.normalized;
  } else if (type == MentionType::percentage) {
    reading.value.unit = found.has("points") ? "pp" : "%";
    if (found.has("points")) reading.normalized += "pp";
  } else if (type == MentionType::number) {
    reading.value.unit = unit_of(found, lexicon, WordGroup::unit, "unit");
  }
  return reading;
}

std::optional<Reading> read_ordinal(const Found& found, const Lexicon& lexicon) {
  const std::string_view text = found.has("amount") ? found.part("amount") : found.text();
  const auto* const word = lexicon.find(WordGroup::ordinal, text);
  const auto value = word != nullptr ? parse_decimal(*word) : parse_numeral(text, lexicon);
  if (!value) return std::nullopt;
  Reading reading;
  reading.value.amount = value;
  reading.normalized = value->to_string();
  return reading;
}

std::optional<Reading> read_duration(const Found& found, const Lexicon& lexicon) {
  const auto amounts = read_amounts(found, lexicon);
  const std::string unit = unit_of(found, lexicon, WordGroup::duration, "unit");
  if (!amounts || unit.empty() || unit.size() > 2) return std::nullopt;
  Reading reading;
  reading.value.amount = amounts->low;
  reading.value.upper = amounts->high;
  reading.value.unit = unit;
  reading.normalized = iso_duration(amounts->low, unit);
  if (amounts->high) reading.normalized += "/" + iso_duration(*amounts->high, unit);
  return reading;
}

}  // namespace handvest
