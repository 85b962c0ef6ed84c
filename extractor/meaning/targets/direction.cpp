#include "meaning/targets/direction.hpp"

#include <algorithm>

namespace handvest::meaning {
namespace {

constexpr std::size_t kNear = 70;  // bytes behind a change that may say which way

enum class Which { first, last };

// Where the first, or the last, match of a rule begins.
std::optional<std::size_t> place_of(const Rules& rules, RuleId rule, std::string_view text,
                                    Which which) {
  std::optional<std::size_t> place;
  for (std::size_t from = 0; from < text.size();) {
    const auto found = rules.find(rule, text, from);
    if (!found) break;
    place = found->begin;
    if (which == Which::first) break;
    from = std::max(found->end, from + 1);
  }
  return place;
}

int sign_in(const Rules& rules, std::string_view text, Which which) {
  const auto down = place_of(rules, "direction.down", text, which);
  const auto up = place_of(rules, "direction.up", text, which);
  if (!down && !up) return 0;
  if (down && up) return (*down < *up) == (which == Which::first) ? -1 : 1;
  return down ? -1 : 1;
}

}  // namespace

int sign_of(const Sentence& sentence, const Figure& figure, const Rules& rules, int otherwise) {
  const std::size_t end = figure.placed.at.end - sentence.begin;
  const std::string_view behind = sentence.text.substr(std::min(end, sentence.text.size()));
  const std::string_view head = sentence.text.substr(0, figure.placed.at.begin - sentence.begin);
  if (const int sign = sign_in(rules, behind.substr(0, kNear), Which::first)) return sign;
  if (const int sign = sign_in(rules, head, Which::last)) return sign;
  if (const int sign = sign_in(rules, behind, Which::first)) return sign;
  return otherwise;
}

}  // namespace handvest::meaning
