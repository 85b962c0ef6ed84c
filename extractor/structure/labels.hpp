// Labels of blocks: 'Gezamenlijke ambitie', 'b. Inzet stad:', 'Inzet gemeente Eindhoven'.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "structure/outline.hpp"
#include "structure/places.hpp"
#include "structure/profile.hpp"
#include "structure/rule_group.hpp"

namespace handvest::structure {

struct Label {
  Role role = Role::ambitie;
  PartySide party = PartySide::gezamenlijk;
  std::string text;    ///< as printed, without letter and colon
  std::string letter;  ///< "a" of 'a. Gezamenlijke ambitie'; empty when it has none
};

/// Recognises block labels by a profile's rules (yields="label", attributes `role` and `party`). A
/// rule with a part `city` holds only where that part names the charter's own city or region, or,
/// for text outside every charter, any municipality.
class LabelRules {
 public:
  LabelRules(const Profile& profile, const Places& places);

  /// The label that `piece` as a whole is. `city` is the charter's; its name is empty outside
  /// charters.
  std::optional<Label> label(const Piece& piece, const City& city) const;

 private:
  bool names_city(std::string_view name, const City& city) const;

  struct Kind {
    Role role;
    PartySide party;
  };

  RuleGroup rules_;
  std::vector<Kind> kinds_;  ///< by rule
  const Places& places_;
};

}  // namespace handvest::structure
