// The reference that dispatchers are compared with: every rule at every place, by plain regular
// expressions, for every begin and every end.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest {

inline std::string shown(const std::vector<Hit>& hits) {
  std::string text;
  for (const auto& hit : hits) {
    text += hit.rule->id + "[" + std::to_string(hit.span.begin) + "," +
            std::to_string(hit.span.end) + ") ";
  }
  return text;
}

class SlowDispatcher {
 public:
  explicit SlowDispatcher(const std::vector<const Rule*>& rules) : rules_(rules) {
    for (const Rule* rule : rules_) {
      for (const auto& condition : rule->conditions) {
        contexts_.emplace(&condition, Pattern(condition.expression, condition.options));
      }
    }
  }

  std::vector<Hit> scan(const std::string& text) const {
    std::vector<Hit> hits;
    for (std::size_t begin = 0; begin < text.size();) {
      const Hit best = winner(text, begin);
      if (best.rule != nullptr) hits.push_back(best);
      begin = best.rule != nullptr ? best.span.end : begin + 1;
    }
    return hits;
  }

 private:
  static bool edge_between_words(const std::string& text, std::size_t at) {
    return word_ends_at(text, at) && word_begins_at(text, at);
  }

  static bool digits_around(const std::string& text, std::size_t at) {
    const auto digit = [&](std::size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    return at > 0 && digit(at - 1) && digit(at);
  }

  // The begin and the end of the text count as line ends.
  bool holds(const Condition& condition, const std::string& text, const Span& span) const {
    const Pattern& pattern = contexts_.at(&condition);
    const std::string framed = "\n" + text + "\n";
    if (condition.place == Condition::Place::before) {
      for (std::size_t from = 0; from <= span.begin; ++from) {
        const bool reads_frame = from == 0;
        if (condition.word_edge && edge_between_words(text, reads_frame ? 0 : from - 1)) continue;
        const std::string_view context(framed.data() + from, span.begin + 1 - from);
        if (pattern.full_match(context)) return true;
      }
      return false;
    }
    for (std::size_t until = span.end; until <= text.size() + 1; ++until) {
      if (condition.word_edge && edge_between_words(text, std::min(until, text.size()))) continue;
      if (pattern.full_match(std::string_view(framed).substr(span.end + 1, until - span.end))) {
        return true;
      }
    }
    return false;
  }

  bool fits(const Rule& rule, const std::string& text, const Span& span) const {
    if (digits_around(text, span.begin) || digits_around(text, span.end)) return false;
    if (rule.left_edge && edge_between_words(text, span.begin)) return false;
    if (rule.right_edge && edge_between_words(text, span.end)) return false;
    if (!rule.pattern.full_match(std::string_view(text).substr(span.begin, span.size()))) {
      return false;
    }
    std::map<Condition::Place, bool> any_wanted;
    std::map<Condition::Place, bool> met_wanted;
    for (const auto& condition : rule.conditions) {
      const bool met = holds(condition, text, span);
      if (!condition.wanted && met) return false;
      if (!condition.wanted) continue;
      any_wanted[condition.place] = true;
      if (met) met_wanted[condition.place] = true;
    }
    return any_wanted == met_wanted;
  }

  Hit winner(const std::string& text, std::size_t begin) const {
    Hit best;
    for (const Rule* rule : rules_) {
      if (!rule->pattern.match_at(text, begin)) continue;
      for (std::size_t end = begin + 1; end <= text.size(); ++end) {
        if (!fits(*rule, text, {begin, end})) continue;
        const bool longer = best.rule == nullptr || end > best.span.end;
        const bool higher =
            best.rule != nullptr && end == best.span.end && rule->priority > best.rule->priority;
        if (longer || higher) best = {rule, {begin, end}, nullptr};
      }
    }
    return best;
  }

  std::vector<const Rule*> rules_;
  std::map<const Condition*, Pattern> contexts_;
};

}  // namespace handvest
