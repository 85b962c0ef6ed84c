#include "structure/labels.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// Longer lines are sentences; '(afgerond in het jaar …)' may stand behind a label.
constexpr std::size_t kLongestLabel = 120;

std::string attribute(const Rule& rule, std::string_view name) {
  const auto found = rule.attributes.find(name);
  return found == rule.attributes.end() ? std::string() : found->second;
}

Role role_named(const std::string& name) {
  for (const Role role : {Role::ambitie, Role::inzet, Role::ambitie_inzet}) {
    if (name == name_of(role)) return role;
  }
  return Role::ambitie;
}

PartySide party_named(const std::string& name) {
  for (const PartySide party :
       {PartySide::gezamenlijk, PartySide::stad, PartySide::rijk, PartySide::rijk_partners}) {
    if (name == name_of(party)) return party;
  }
  return PartySide::gezamenlijk;
}

}  // namespace

LabelRules::LabelRules(const Profile& profile, const Places& places)
    : rules_(profile.rules("label")), places_(places) {}

bool LabelRules::names_city(std::string_view name, const City& city) const {
  if (city.name.empty()) return places_.named(name).has_value();
  if (fold(name) == fold(city.name)) return true;
  const auto named = places_.named(name);
  return named && !city.id.empty() && named->id == city.id;
}

std::optional<Label> LabelRules::label(const Piece& piece, const City& city) const {
  if (!piece.is_short() || piece.bulleted || piece.plain().size() > kLongestLabel) {
    return std::nullopt;
  }
  for (const Rule* rule : rules_) {
    const auto match = rule->match_whole(piece.plain());
    if (!match) continue;
    const Found found{rule, *match};
    const std::string named = part(found, piece.plain(), "city");
    if (!named.empty() && !names_city(named, city)) continue;
    return Label{role_named(attribute(*rule, "role")), party_named(attribute(*rule, "party")),
                 part(found, piece.plain(), "label"), part(found, piece.plain(), "letter")};
  }
  return std::nullopt;
}

}  // namespace handvest::structure
