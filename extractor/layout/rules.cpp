#include "layout/rules.hpp"

#include <algorithm>

namespace handvest::layout {
namespace {

const std::vector<std::string>& forms_of(const Subject& subject, std::string_view id) {
  static const std::vector<std::string> none;
  const auto entry = std::find_if(subject.entries.begin(), subject.entries.end(),
                                  [&](const Entry& candidate) { return candidate.id == id; });
  return entry == subject.entries.end() ? none : entry->forms;
}

WordSet words_of(const Subject& subject, std::string_view id) {
  WordSet words;
  for (const auto& form : forms_of(subject, id)) words.add(form);
  return words;
}

LastWords last_words_of(const Subject& subject) {
  LastWords words;
  for (const auto& form : forms_of(subject, "join.open-words")) words.add(form, LastWord::open);
  for (const auto& form : forms_of(subject, "join.particles")) words.add(form, LastWord::particle);
  for (const auto& form : forms_of(subject, "join.abbreviations")) {
    words.add(form, LastWord::abbreviation);
  }
  return words;
}

}  // namespace

void LastWords::add(const std::string& word, LastWord kind) {
  kinds_.emplace(word, kind);
  longest_ = std::max(longest_, word.size());
}

LastWord LastWords::kind_of(const std::string& word) const {
  const auto found = kinds_.find(word);
  return found == kinds_.end() ? LastWord::any : found->second;
}

LayoutRules::LayoutRules(const Grammar& grammar) {
  const Subject* subject = grammar.subject("layout");
  if (subject == nullptr) return;
  bullets = words_of(*subject, "list.bullets");
  last_words = last_words_of(*subject);
  suspension = words_of(*subject, "join.suspension");
  footnote_words = words_of(*subject, "footnote.words");
  raised_units = words_of(*subject, "footnote.raised-units");
  ditto = words_of(*subject, "table.ditto");
  scale_words = words_of(*subject, "table.scale-words");
  navigation = subject->rule("furniture.navigation");
  field = subject->rule("furniture.field");
  page_number = subject->rule("furniture.page-number");
  caption = subject->rule("table.caption");
  for (const auto& rule : subject->rules) {
    if (rule.yields == "unit") units.push_back(&rule);
  }
}

}  // namespace handvest::layout
