// The rules of a profile that yield one thing, and what they find.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::structure {

/// A rule and what it found.
struct Found {
  const Rule* rule = nullptr;
  Match match;
};

/// Named part of a match as text; empty where it took no part.
std::string part(const Match& match, std::string_view text, std::string_view name);

/// Rules in the order in which they are asked. Of most texts the first byte tells that few of them
/// can match: only these are asked. The rules must outlive the group.
class RuleGroup {
 public:
  explicit RuleGroup(const std::vector<const Rule*>& rules);

  std::size_t size() const { return rules_.size(); }
  const Rule& rule(std::size_t number) const { return *rules_[number]; }
  /// Numbers of the rules that may match the whole of `text`, or at its begin, in their order.
  std::span<const std::uint32_t> candidates(std::string_view text) const;

  /// The first that matches the whole of `text`.
  std::optional<Found> match_whole(std::string_view text) const;
  /// The first that matches at the begin of `text`.
  std::optional<Found> match_begin(std::string_view text) const;
  /// Whether any matches the whole of `text`.
  bool fits(std::string_view text) const;
  /// Whether any matches at the begin of `text`.
  bool begins(std::string_view text) const;

 private:
  static constexpr std::size_t kEmpty = 256;  ///< the list for the empty text: all rules

  std::vector<const Rule*> rules_;
  std::vector<std::uint32_t> numbers_;              ///< a list for each first byte
  std::array<std::uint32_t, kEmpty + 2> begins_{};  ///< of these lists
};

}  // namespace handvest::structure
