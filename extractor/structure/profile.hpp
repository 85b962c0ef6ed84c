// A profile: how one kind of document is recognised and divided.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"
#include "structure/piece.hpp"
#include "structure/rule_group.hpp"

namespace handvest::structure {

/// The rules of one profile-*.xml together with the groups of structure.xml that it uses. Refers to
/// the grammar, which must outlive it.
class Profile {
 public:
  Profile(const Grammar& grammar, const Subject& subject);

  const std::string& id() const { return subject_->name; }  ///< "profile-charter"
  std::string kind() const { return attribute("kind"); }    ///< "charters"
  /// Attribute of the profile's root element; empty when absent.
  std::string attribute(std::string_view name) const;
  /// All rules that yield `what`, in the order of the files.
  const std::vector<const Rule*>& rules(std::string_view what) const;

 private:
  void add(const Rule& rule);

  const Subject* subject_;
  std::map<std::string, std::vector<const Rule*>, std::less<>> rules_;
};

/// The profile with id `forced`, or the one that the evidence in `pieces` is strongest for; the
/// profile without evidence rules where no other has any. Throws Error (bad_command_line) when
/// `forced` names no profile, Error (bad_grammar) when the grammar has none at all.
Profile choose_profile(const Grammar& grammar, const std::vector<Piece>& pieces,
                       const std::string& forced);

}  // namespace handvest::structure
