#include "meaning/agreement/organisations.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

// So that a form is found as whole words only.
std::string between_blanks(std::string_view folded) { return " " + std::string(folded) + " "; }

}  // namespace

Organisations::Organisations(const Grammar& grammar) {
  if (const Subject* parties = grammar.subject("parties")) {
    for (const Entry& entry : parties->entries) {
      const bool is_ministry = entry.attribute("kind") == "ministry";
      const bool has_side = entry.attributes.contains("side");
      for (const auto& form : entry.forms) {
        if (is_ministry) ministries_.push_back({between_blanks(fold(form)), &entry});
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

std::string Organisations::side_of(std::string_view folded_role) const {
  const auto found = std::find_if(roles_.begin(), roles_.end(), [&](const Form& form) {
    return folded_role.find(form.folded) != std::string_view::npos;
  });
  return found == roles_.end() ? std::string() : found->entry->attribute("side");
}

const Entry* Organisations::ministry_in(std::string_view folded_role) const {
  const std::string role = between_blanks(folded_role);
  const auto found = std::find_if(ministries_.begin(), ministries_.end(), [&](const Form& form) {
    return role.find(form.folded) != std::string::npos;
  });
  return found == ministries_.end() ? nullptr : found->entry;
}

std::string Organisations::municipality_id(std::string_view name) const {
  const auto found = municipalities_.find(name);
  return found == municipalities_.end() ? std::string() : found->second->id;
}

}  // namespace handvest::meaning
