#include "structure/labels.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// Longer lines are sentences; '(afgerond in het jaar …)' may stand behind a label.
constexpr std::size_t kLongestLabel = 120;

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
    : rules_(profile.rules("label")), places_(places) {
  for (const Rule* rule : profile.rules("label")) {
    kinds_.push_back({role_named(rule->attribute("role")), party_named(rule->attribute("party"))});
  }
}

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
  const std::string_view text = piece.plain();
  for (const std::uint32_t number : rules_.candidates(text)) {
    const auto match = rules_.rule(number).match_whole(text);
    if (!match) continue;
    const auto named = match->group("city");
    if (named && !named->empty() && !names_city(slice(text, *named), city)) continue;
    return Label{kinds_[number].role, kinds_[number].party, part(*match, text, "label"),
                 part(*match, text, "letter")};
  }
  return std::nullopt;
}

}  // namespace handvest::structure
