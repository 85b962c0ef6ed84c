// Sides, ministries and municipalities as the grammar knows them. Private to meaning.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::meaning {

/// The lists of the grammar in the form that names are compared in. The grammar must outlive it.
class Organisations {
 public:
  explicit Organisations(const Grammar& grammar);

  /// What a role says of who has it.
  struct Role {
    std::string side;                 ///< "rijk", "stad" or "overig"; empty where no form tells it
    const Entry* ministry = nullptr;  ///< nullptr when it names none
  };
  /// Of a role as printed. The agreements of one document name the same roles, and so each is
  /// looked into once.
  const Role& role(const std::string& printed);

  /// TOOI identifier of a municipality; empty when its name is not known.
  std::string municipality_id(std::string_view name) const;

 private:
  struct Form {
    std::string folded;
    const Entry* entry;
  };

  void add_ministry(std::string folded, const Entry& entry);
  std::string side_of(std::string_view folded_role) const;
  const Entry* ministry_in(std::string_view folded_role) const;

  std::vector<Form> roles_;
  std::vector<Form> ministries_;
  // By first word: indexes into ministries_. A role has few words, and there are many ministries.
  std::multimap<std::string, std::size_t, std::less<>> by_first_word_;
  std::unordered_map<std::string_view, const Entry*> municipalities_;  // by name
  std::map<std::string, Role> known_;                                  // roles as printed
};

}  // namespace handvest::meaning
