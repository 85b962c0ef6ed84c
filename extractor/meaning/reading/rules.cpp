#include "meaning/reading/rules.hpp"

#include <bit>

#include "grammar/cue.hpp"

namespace handvest::meaning {

Rules::Rules(const Grammar& grammar, std::string_view subject)
    : subject_(grammar.subject(subject)) {
  const std::size_t count = subject_ == nullptr ? 0 : subject_->rules.size();
  slots_.resize(std::bit_ceil(2 * count + 1));
  last_ = slots_.size() - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Rule& rule = subject_->rules[i];
    const std::uint64_t hash = RuleId::hash_of(rule.id);
    const auto slot = static_cast<std::size_t>(&slot_of(hash) - slots_.data());
    if (slots_[slot].rule == nullptr) slots_[slot] = {hash, &rule, rule.cue};
  }
}

const Rules::Slot& Rules::slot_of(std::uint64_t hash) const {
  std::size_t at = hash & last_;
  while (slots_[at].rule != nullptr && slots_[at].hash != hash) at = (at + 1) & last_;
  return slots_[at];
}

std::optional<Span> Rules::find(RuleId id, std::string_view text, std::size_t from) const {
  const Slot& slot = slot_of(id.hash());
  if (slot.cue != nullptr) return look_for(*slot.cue, text, from);
  return slot.rule == nullptr ? std::nullopt : slot.rule->find(text, from);
}

std::optional<Span> Rules::find_in(RuleId id, std::string_view text, Span span) const {
  const auto found = find(id, slice(text, span));
  if (!found) return found;
  return Span{found->begin + span.begin, found->end + span.begin};
}

std::optional<Span> Rules::find_behind(RuleId lead, RuleId rule, std::string_view text,
                                       Span span) const {
  const std::string_view part = slice(text, span);
  for (std::size_t from = 0; from < part.size();) {
    const auto before = find(lead, part, from);
    if (!before) break;
    const auto found = find_in(rule, text, {span.begin + before->end, span.end});
    if (found) return found;
    from = before->begin + 1;
  }
  return std::nullopt;
}

bool Rules::matches(RuleId id, std::string_view text, Span span) const {
  const Rule* rule = slot_of(id.hash()).rule;
  if (rule == nullptr) return false;
  const std::string_view part = slice(text, span);
  return rule->cue != nullptr ? rule->find(part).has_value() : rule->match_whole(part).has_value();
}

std::optional<Match> Rules::match(RuleId id, std::string_view text) const {
  const Rule* rule = slot_of(id.hash()).rule;
  return rule == nullptr ? std::nullopt : rule->match_whole(text);
}

std::optional<Match> Rules::match_in(RuleId id, std::string_view text, Span span) const {
  auto found = match(id, slice(text, span));
  if (!found) return found;
  found->span = span;
  for (auto& [name, group] : found->groups) {
    group = {group.begin + span.begin, group.end + span.begin};
  }
  return found;
}

const std::vector<Entry>& Rules::entries() const {
  static const std::vector<Entry> kNone;
  return subject_ == nullptr ? kNone : subject_->entries;
}

}  // namespace handvest::meaning
