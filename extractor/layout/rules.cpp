#include "layout/rules.hpp"

#include <algorithm>

namespace handvest::layout {
namespace {

WordSet words_of(const Subject& subject, std::string_view id) {
  WordSet words;
  const auto entry = std::find_if(subject.entries.begin(), subject.entries.end(),
                                  [&](const Entry& candidate) { return candidate.id == id; });
  if (entry == subject.entries.end()) return words;
  for (const auto& form : entry->forms) words.add(form);
  return words;
}

}  // namespace

LayoutRules::LayoutRules(const Grammar& grammar) {
  const Subject* subject = grammar.subject("layout");
  if (subject == nullptr) return;
  bullets = words_of(*subject, "list.bullets");
  open_words = words_of(*subject, "join.open-words");
  particles = words_of(*subject, "join.particles");
  abbreviations = words_of(*subject, "join.abbreviations");
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
