#include "structure/rule_group.hpp"

#include <algorithm>

namespace handvest::structure {

std::string part(const Match& match, std::string_view text, std::string_view name) {
  const auto span = match.group(name);
  return span ? std::string(slice(text, *span)) : std::string();
}

RuleGroup::RuleGroup(const std::vector<const Rule*>& rules) : rules_(rules) {
  std::vector<std::array<bool, 256>> firsts;
  firsts.reserve(rules.size());
  for (const Rule* rule : rules) firsts.push_back(rule->first_bytes());
  for (std::size_t byte = 0; byte <= kEmpty; ++byte) {
    for (std::uint32_t number = 0; number < rules.size(); ++number) {
      if (byte == kEmpty || firsts[number][byte]) numbers_.push_back(number);
    }
    begins_[byte + 1] = static_cast<std::uint32_t>(numbers_.size());
  }
}

std::span<const std::uint32_t> RuleGroup::candidates(std::string_view text) const {
  const std::size_t list = text.empty() ? kEmpty : static_cast<std::uint8_t>(text.front());
  return std::span(numbers_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
}

std::optional<Found> RuleGroup::match_whole(std::string_view text) const {
  for (const std::uint32_t number : candidates(text)) {
    if (auto match = rule(number).match_whole(text)) return Found{&rule(number), std::move(*match)};
  }
  return std::nullopt;
}

std::optional<Found> RuleGroup::match_begin(std::string_view text) const {
  for (const std::uint32_t number : candidates(text)) {
    if (auto match = rule(number).match_begin(text)) return Found{&rule(number), std::move(*match)};
  }
  return std::nullopt;
}

bool RuleGroup::fits(std::string_view text) const {
  const auto asked = candidates(text);
  return std::any_of(asked.begin(), asked.end(),
                     [&](std::uint32_t number) { return rule(number).fits(text); });
}

bool RuleGroup::begins(std::string_view text) const {
  const auto asked = candidates(text);
  return std::any_of(asked.begin(), asked.end(),
                     [&](std::uint32_t number) { return rule(number).begins(text); });
}

}  // namespace handvest::structure
