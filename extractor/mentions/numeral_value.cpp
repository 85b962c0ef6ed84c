#include "mentions/numeral_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace handvest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Do groups of three digits stand behind each separator?
bool is_grouped(std::string_view digits, char separator) {
  const std::size_t first = digits.find(separator);
  if (first == std::string_view::npos || first == 0 || first > 4) return false;
  if (digits[0] == '0') return false;
  for (std::size_t at = first; at < digits.size(); at += 4) {
    if (digits[at] != separator || digits.size() - at < 4) return false;
    if (!std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     digits.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit)) {
      return false;
    }
  }
  return true;
}

std::optional<Decimal> plain(std::string_view whole, char grouping, std::string_view fraction) {
  std::string text;
  if (grouping != '\0' && whole.find(grouping) != std::string_view::npos) {
    if (!is_grouped(whole, grouping)) return std::nullopt;
  }
  for (const char c : whole) {
    if (c != grouping) text += c;
  }
  if (!fraction.empty()) text += "." + std::string(fraction);
  return parse_decimal(text);
}

// The number in units of ten to the power of a word's value.
std::optional<int> power_of(const std::string& value) {
  int power = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), power);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return power;
}

struct Token {
  enum class Kind { digit, teen, ten, multiplier, scale, whole_word, half, none };
  Kind kind = Kind::none;
  std::string value;
  std::size_t length = 0;
};

// The longest word of any group that the text begins with.
Token next_token(std::string_view text, const Lexicon& lexicon) {
  using Kind = Token::Kind;
  constexpr auto kGroups =
      std::to_array<std::pair<WordGroup, Kind>>({{WordGroup::digit, Kind::digit},
                                                 {WordGroup::teen, Kind::teen},
                                                 {WordGroup::ten, Kind::ten},
                                                 {WordGroup::multiplier, Kind::multiplier},
                                                 {WordGroup::scale, Kind::scale},
                                                 {WordGroup::whole_word, Kind::whole_word},
                                                 {WordGroup::half_word, Kind::half}});
  Token best;
  for (const auto& [group, kind] : kGroups) {
    const auto prefix = lexicon.longest_prefix(group, text);
    if (prefix.value != nullptr && prefix.length > best.length) {
      best = {kind, *prefix.value, prefix.length};
    }
  }
  return best;
}

// Adds up a number word from its beginning to its end.
class WordSum {
 public:
  bool add(const Token& token) {
    using Kind = Token::Kind;
    if (token.kind == Kind::multiplier || token.kind == Kind::scale) return multiply(token);
    const auto value = parse_decimal(token.value);
    if (!value) return false;
    const auto sum = handvest::add(below_, *value);
    if (!sum) return false;
    below_ = *sum;
    return true;
  }

  std::optional<Decimal> total() const { return handvest::add(above_, below_); }

 private:
  // 'honderd' multiplies what stands before it; from 'duizend' on the product is set aside.
  bool multiply(const Token& token) {
    const auto power = power_of(token.value);
    if (!power) return false;
    if (below_ == Decimal{}) below_ = {1, 0};
    auto product = scale_by_power_of_ten(below_, *power);
    if (!product) return false;
    if (*power < 3) {
      below_ = *product;
      return true;
    }
    const auto sum = handvest::add(above_, *product);
    if (!sum) return false;
    above_ = *sum;
    below_ = {};
    return true;
  }

  Decimal above_;
  Decimal below_;
};

}  // namespace

std::optional<Decimal> parse_figures(std::string_view text) {
  if (!text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), is_digit)) {
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return Decimal{value, 0};
  }
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '\n') digits += c;
  }
  bool negative = false;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
    negative = digits[0] == '-';
    digits.erase(0, 1);
  } else if (digits.rfind("\xE2\x88\x92", 0) == 0) {
    negative = true;
    digits.erase(0, 3);
  }
  const std::size_t point = digits.rfind('.');
  const std::size_t comma = digits.rfind(',');
  std::optional<Decimal> value;
  if (point == std::string::npos && comma == std::string::npos) {
    value = plain(digits, '\0', {});
  } else if (point != std::string::npos && comma != std::string::npos) {
    const std::size_t decimal = std::max(point, comma);
    const char grouping = decimal == point ? ',' : '.';
    if (decimal + 1 < digits.size()) {
      value = plain(digits.substr(0, decimal), grouping, digits.substr(decimal + 1));
    }
  } else {
    const char separator = point != std::string::npos ? '.' : ',';
    const std::size_t at = digits.find(separator);
    const bool alone = at == digits.rfind(separator);
    if (is_grouped(digits, separator) && (separator == '.' || !alone)) {
      value = plain(digits, separator, {});
    } else if (alone && at + 1 < digits.size()) {
      value = plain(digits.substr(0, at), '\0', digits.substr(at + 1));
    }
  }
  if (value && negative) value->coefficient = -value->coefficient;
  return value;
}

std::optional<Decimal> parse_number_word(std::string_view text, const Lexicon& lexicon) {
  const std::string word = Lexicon::key(text);
  if (word.empty()) return std::nullopt;
  if (const auto* const whole = lexicon.find(WordGroup::whole_word, word))
    return parse_decimal(*whole);
  std::string_view rest = word;
  WordSum sum;
  while (!rest.empty()) {
    const Token token = next_token(rest, lexicon);
    if (token.kind == Token::Kind::none) {
      if (rest.substr(0, 2) != "en" || rest.size() == word.size()) return std::nullopt;
      rest.remove_prefix(2);
      continue;
    }
    if (!sum.add(token)) return std::nullopt;
    rest.remove_prefix(token.length);
  }
  return sum.total();
}

std::optional<Decimal> parse_numeral(std::string_view text, const Lexicon& lexicon) {
  if (const auto figures = parse_figures(text)) return figures;
  for (const auto& [glyph, value] : lexicon.words(WordGroup::glyph)) {
    if (text.size() < glyph.size() || text.substr(text.size() - glyph.size()) != glyph) continue;
    const auto fraction = parse_decimal(value);
    if (text.size() == glyph.size()) return fraction;
    const auto whole = parse_figures(text.substr(0, text.size() - glyph.size()));
    if (!whole || !fraction) return std::nullopt;
    return add(*whole, *fraction);
  }
  return parse_number_word(text, lexicon);
}

std::optional<Decimal> scaled(Decimal value, std::string_view scale_word, const Lexicon& lexicon) {
  if (scale_word.empty()) return value;
  const auto* const power_text = lexicon.find(WordGroup::scale, scale_word);
  if (power_text == nullptr) return std::nullopt;
  const auto power = power_of(*power_text);
  if (!power) return std::nullopt;
  return scale_by_power_of_ten(value, *power);
}

}  // namespace handvest
