// Which rules hold in one sentence. Private to meaning.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// Tries each rule once.
class SentenceCues {
 public:
  explicit SentenceCues(const Rules& rules) : rules_(rules) {}

  /// Another sentence; its text must outlive the questions.
  void enter(std::string_view sentence) {
    sentence_ = sentence;
    tried_.clear();
  }

  bool hold(RuleId rule) const {
    for (const auto& [tried, holds] : tried_) {
      if (tried == rule) return holds;
    }
    if (tried_.empty()) tried_.reserve(kMost);
    return tried_.emplace_back(rule, rules_.holds(rule, sentence_)).second;
  }

 private:
  static constexpr std::size_t kMost = 16;  // that a sentence asks for, about

  const Rules& rules_;
  std::string_view sentence_;
  mutable std::vector<std::pair<RuleId, bool>> tried_;
};

}  // namespace handvest::meaning
