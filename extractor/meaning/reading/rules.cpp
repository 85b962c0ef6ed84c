#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

Rules::Rules(const Grammar& grammar, std::string_view subject)
    : subject_(grammar.subject(subject)) {
  if (subject_ == nullptr) return;
  for (const Rule& rule : subject_->rules) rules_.try_emplace(rule.id, &rule);
}

std::optional<Span> Rules::find(std::string_view id, std::string_view text,
                                std::size_t from) const {
  const auto rule = rules_.find(id);
  return rule == rules_.end() ? std::nullopt : rule->second->find(text, from);
}

std::optional<Span> Rules::find_in(std::string_view id, std::string_view text, Span span) const {
  const auto found = find(id, slice(text, span));
  if (!found) return found;
  return Span{found->begin + span.begin, found->end + span.begin};
}

std::optional<Match> Rules::search(std::string_view id, std::string_view text,
                                   std::size_t from) const {
  const auto rule = rules_.find(id);
  if (rule == rules_.end()) return std::nullopt;
  return rule->second->pattern.search(text, from);
}

std::optional<Match> Rules::search_in(std::string_view id, std::string_view text, Span span) const {
  auto match = search(id, slice(text, span));
  if (!match) return match;
  match->span = {match->span.begin + span.begin, match->span.end + span.begin};
  for (auto& [name, group] : match->groups) {
    group = {group.begin + span.begin, group.end + span.begin};
  }
  return match;
}

const std::vector<Entry>& Rules::entries() const {
  static const std::vector<Entry> kNone;
  return subject_ == nullptr ? kNone : subject_->entries;
}

}  // namespace handvest::meaning
