#include "meaning/agreement/organisations.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

// Does a form stand there, and no letter right behind it?
bool stands_at(std::string_view text, std::size_t begin, std::string_view form) {
  const std::size_t end = begin + form.size();
  return text.substr(begin).starts_with(form) && (end == text.size() || text[end] == ' ');
}

}  // namespace

Organisations::Organisations(const Grammar& grammar) {
  if (const Subject* parties = grammar.subject("parties")) {
    for (const Entry& entry : parties->entries) {
      const bool is_ministry = entry.attribute("kind") == "ministry";
      const bool has_side = entry.attributes.contains("side");
      for (const auto& form : entry.forms) {
        if (is_ministry) add_ministry(fold(form), entry);
        if (has_side) roles_.push_back({fold(form), &entry});
      }
    }
  }
  if (const Subject* places = grammar.subject("places")) {
    for (const Entry& entry : places->entries) {
      const auto name = entry.attributes.find("name");
      if (name != entry.attributes.end()) municipalities_.try_emplace(name->second, &entry);
    }
  }
}

const Organisations::Role& Organisations::role(const std::string& printed) {
  const auto [known, is_new] = known_.try_emplace(printed);
  if (is_new) {
    const std::string folded = fold(printed);
    known->second = {side_of(folded), ministry_in(folded)};
  }
  return known->second;
}

// By the first form that the role holds.
std::string Organisations::side_of(std::string_view folded_role) const {
  const auto found = std::find_if(roles_.begin(), roles_.end(), [&](const Form& form) {
    return folded_role.find(form.folded) != std::string_view::npos;
  });
  return found == roles_.end() ? std::string() : found->entry->attribute("side");
}

void Organisations::add_ministry(std::string folded, const Entry& entry) {
  by_first_word_.emplace(folded.substr(0, folded.find(' ')), ministries_.size());
  ministries_.push_back({std::move(folded), &entry});
}

// The first form of the grammar that stands anywhere.
const Entry* Organisations::ministry_in(std::string_view folded_role) const {
  std::size_t first = ministries_.size();
  for (std::size_t begin = 0; begin < folded_role.size();) {
    const std::size_t end = std::min(folded_role.find(' ', begin), folded_role.size());
    const auto forms = by_first_word_.equal_range(folded_role.substr(begin, end - begin));
    for (auto form = forms.first; form != forms.second; ++form) {
      const bool stands = stands_at(folded_role, begin, ministries_[form->second].folded);
      if (stands) first = std::min(first, form->second);
    }
    begin = end + 1;
  }
  return first == ministries_.size() ? nullptr : ministries_[first].entry;
}

std::string Organisations::municipality_id(std::string_view name) const {
  const auto found = municipalities_.find(name);
  return found == municipalities_.end() ? std::string() : found->second->id;
}

}  // namespace handvest::meaning
