// One pass of a dispatcher over one text.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/dispatcher.hpp"
#include "grammar/frozen.hpp"
#include "grammar/grammar.hpp"
#include "grammar/part_finder.hpp"
#include "grammar/rule_table.hpp"
#include "grammar/token_starts.hpp"

namespace handvest {

inline bool is_digit_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text[offset] >= '0' && text[offset] <= '9';
}

/// The automata of a dispatcher, of one kind (LazyAutomaton or FrozenAutomaton), and what they tell
/// of a text's bytes. Rules that begin inside a word are among those that begin at its edge.
template <typename Automaton>
struct Followers {
  template <typename Source>
  explicit Followers(const Source& source)
      : at_edge(source.at_edge), inside(source.inside), before(source.before), after(source.after) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const auto value = static_cast<std::uint8_t>(byte);
      begins[byte] = at_edge.can_begin(value);
      begins_inside[byte] = inside.can_begin(value);
      const bool letter = (value | 0x20U) >= 'a' && (value | 0x20U) <= 'z';
      passes[byte] = letter && !begins_inside[byte];
      if (value >= 'a' && value <= 'z' && begins_inside[byte]) at_tokens = false;
    }
    if (begins[' ']) at_tokens = false;
  }

  Automaton at_edge;
  Automaton inside;
  Automaton before;
  Automaton after;
  std::array<bool, 256> begins{};
  std::array<bool, 256> begins_inside{};
  std::array<bool, 256> passes{};  ///< letters that inside a word begin nothing
  bool at_tokens = true;           ///< nothing begins elsewhere: see TokenStarts
};

template <typename Automaton>
class DispatcherRun {
 public:
  using StateId = typename Automaton::StateId;

  DispatcherRun(const RuleTable& table, const std::vector<PartFinder>& parts,
                Followers<Automaton>& followers, const FrozenBeginnings* beginnings,
                std::string_view text)
      : table_(table), parts_(parts), followers_(followers), beginnings_(beginnings), text_(text) {}

  void scan(const Dispatcher::Accept& accept) {
    if (followers_.at_tokens) return scan_tokens(accept);
    for (std::size_t at = 0; at < text_.size();) {
      at = next_place(at, winner(at, accept));
    }
  }

  std::vector<Attempt> attempts(Span range, const Dispatcher::Accept& accept) {
    std::vector<Attempt> result;
    for (std::size_t at = 0; at < range.end && at < text_.size();) {
      const Hit hit = winner(at, accept);
      if (at >= range.begin) collect_attempts(at, hit, result);
      at = next_place(at, hit);
    }
    return result;
  }

 private:
  struct Ending {
    std::size_t end;
    StateId state;
  };

  void scan_tokens(const Dispatcher::Accept& accept) {
    TokenStarts starts(text_, 0);
    for (std::size_t at = starts.next(); at < text_.size();) {
      const Hit hit = winner(at, accept);
      at = starts.next(hit.rule != nullptr ? hit.span.end : 0);
    }
  }

  // Known at a glance; most places are not looked at further.
  bool may_begin(std::size_t at) const {
    if (beginnings_ != nullptr) return beginnings_->may_begin(text_, at);
    return followers_.begins[static_cast<std::uint8_t>(text_[at])];
  }

  std::size_t next_place(std::size_t at, const Hit& hit) const {
    return hit.rule != nullptr ? hit.span.end : place_behind(at);
  }

  // Where the next match can begin at the earliest. The letters of the word go by at once.
  std::size_t place_behind(std::size_t at) const {
    const bool letter = followers_.passes[static_cast<std::uint8_t>(text_[at])];
    ++at;
    if (!letter) return at;
    while (at < text_.size() && followers_.passes[static_cast<std::uint8_t>(text_[at])]) ++at;
    return at;
  }

  bool is_inside(std::size_t at) const {
    return word_ends_at(text_, at) && word_begins_at(text_, at);
  }

  // Follows all rules from `begin`; endings_ are the places where some of them can end. Never
  // between two digits; inside a word only where some rule's left edge is lifted.
  void follow(std::size_t begin) {
    endings_.clear();
    const bool inside = is_inside(begin);
    if (inside && is_digit_at(text_, begin) && is_digit_at(text_, begin - 1)) return;
    follow_with(inside ? followers_.inside : followers_.at_edge, begin);
  }

  void follow_with(Automaton& automaton, std::size_t begin) {
    automaton.forget_when_full();
    followed_ = &automaton;
    const std::size_t limit = std::min(text_.size(), begin + Dispatcher::kMaxMatch);
    StateId state = automaton.start();
    for (std::size_t at = begin; at < limit; ++at) {
      state = automaton.step(state, static_cast<std::uint8_t>(text_[at]));
      if (state == Automaton::kDead) break;
      if (automaton.accepts(state)) endings_.push_back({at + 1, state});
    }
  }

  // Most places are given up before the endings are looked at.
  Hit winner(std::size_t begin, const Dispatcher::Accept& accept) {
    if (!may_begin(begin)) return {};
    follow(begin);
    return endings_.empty() ? Hit{} : best(begin, accept);
  }

  // Of the endings, the longest first, the first that is taken.
  Hit best(std::size_t begin, const Dispatcher::Accept& accept) {
    for (auto ending = endings_.rbegin(); ending != endings_.rend(); ++ending) {
      for (const std::uint16_t label : followed_->labels(ending->state)) {
        const auto& entry = table_.rules[label];
        const Hit hit{entry.rule, {begin, ending->end}, &parts_[label]};
        if (judge(entry, hit.span) == Outcome::won && accept(hit)) return hit;
      }
    }
    return {};
  }

  void collect_attempts(std::size_t begin, const Hit& hit, std::vector<Attempt>& result) {
    follow(begin);
    for (auto ending = endings_.rbegin(); ending != endings_.rend(); ++ending) {
      if (is_digit_at(text_, ending->end - 1) && is_digit_at(text_, ending->end)) continue;
      for (const std::uint16_t label : followed_->labels(ending->state)) {
        const auto& entry = table_.rules[label];
        const Span span{begin, ending->end};
        Outcome outcome = judge(entry, span);
        const bool lost = outcome == Outcome::won && (entry.rule != hit.rule || span != hit.span);
        if (lost) outcome = span.end < hit.span.end ? Outcome::shorter : Outcome::lower;
        result.push_back({{entry.rule, span, &parts_[label]}, outcome});
      }
    }
  }

  Outcome judge(const RuleTable::Entry& entry, Span span) {
    if (is_digit_at(text_, span.end) && is_digit_at(text_, span.end - 1)) {
      return Outcome::inside_word;
    }
    if (entry.right_edge && is_inside(span.end)) return Outcome::inside_word;
    if (!is_met_before(entry.before, span.begin)) return Outcome::before;
    return is_met_after(entry.after, span.end) ? Outcome::won : Outcome::after;
  }

  // The text's begin counts as a line end, and so does its end.
  bool is_met_before(const ContextLabels& labels, std::size_t begin) {
    const auto kind = kind_bit(begin == 0 ? '\n' : text_[begin - 1]);
    if (labels.must_hold(kind)) return true;
    if (labels.cannot_hold(kind)) return false;
    look_before(begin);
    return holds(labels, met_before_);
  }

  bool is_met_after(const ContextLabels& labels, std::size_t end) {
    const auto kind = kind_bit(end == text_.size() ? '\n' : text_[end]);
    if (labels.must_hold(kind)) return true;
    if (labels.cannot_hold(kind)) return false;
    look_after(end);
    return holds(labels, met_after_);
  }

  static std::uint64_t kind_bit(char c) {
    return std::uint64_t{1} << kind_of_byte(static_cast<std::uint8_t>(c));
  }

  static bool holds(const ContextLabels& labels, const std::vector<std::uint16_t>& met) {
    const auto is_met = [&](std::uint16_t label) {
      return std::find(met.begin(), met.end(), label) != met.end();
    };
    if (std::any_of(labels.none_of.begin(), labels.none_of.end(), is_met)) return false;
    return labels.any_of.empty() || std::any_of(labels.any_of.begin(), labels.any_of.end(), is_met);
  }

  // Which contexts end just before `begin`.
  void look_before(std::size_t begin) {
    if (looked_before_ == begin) return;
    looked_before_ = begin;
    met_before_.clear();
    followers_.before.forget_when_full();
    StateId state = followers_.before.start();
    for (std::size_t i = 0; i < Dispatcher::kMaxContext && i <= begin; ++i) {
      const std::size_t at = begin - i;  // the byte before it is read
      state = followers_.before.step(
          state, at == 0 ? std::uint8_t{'\n'} : static_cast<std::uint8_t>(text_[at - 1]));
      if (state == Automaton::kDead) return;
      if (!followers_.before.accepts(state)) continue;
      meet(followers_.before.labels(state), at == 0 ? 0 : at - 1, met_before_);
    }
  }

  void look_after(std::size_t end) {
    if (looked_after_ == end) return;
    looked_after_ = end;
    met_after_.clear();
    followers_.after.forget_when_full();
    StateId state = followers_.after.start();
    for (std::size_t at = end; at < end + Dispatcher::kMaxContext && at <= text_.size(); ++at) {
      state = followers_.after.step(
          state, at == text_.size() ? std::uint8_t{'\n'} : static_cast<std::uint8_t>(text_[at]));
      if (state == Automaton::kDead) return;
      if (!followers_.after.accepts(state)) continue;
      meet(followers_.after.labels(state), std::min(at + 1, text_.size()), met_after_);
    }
  }

  // Contexts whose far end is at `far`.
  template <typename Labels>
  void meet(const Labels& labels, std::size_t far, std::vector<std::uint16_t>& met) const {
    const bool in_word = is_inside(far);
    for (const std::uint16_t label : labels) {
      if (!in_word || !table_.context_edges[label]) met.push_back(label);
    }
  }

  const RuleTable& table_;
  const std::vector<PartFinder>& parts_;
  Followers<Automaton>& followers_;
  const FrozenBeginnings* beginnings_;  ///< nullptr when they are not known
  std::string_view text_;
  Automaton* followed_ = nullptr;  ///< the one that endings_ belong to
  std::vector<Ending> endings_;
  std::vector<std::uint16_t> met_before_;
  std::vector<std::uint16_t> met_after_;
  std::size_t looked_before_ = std::string_view::npos;
  std::size_t looked_after_ = std::string_view::npos;
};

}  // namespace handvest
