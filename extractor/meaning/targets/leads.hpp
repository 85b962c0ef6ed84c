// What the sentence that leads in a list says for all its items. Private to meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meaning/reading/passage.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// 'In 2017 moeten de volgende doelen zijn bereikt:'
struct Lead {
  std::string date;        ///< that the items share; may be empty
  bool past = false;       ///< they tell how things were then
  bool condition = false;  ///< 'mits:': they set no goals
  bool ambition = false;   ///< 'de te behalen effecten zijn:'
};

/// Follows the items of an outline in their order. The outline must outlive it.
class Leads {
 public:
  explicit Leads(const Rules& rules) : rules_(rules) {}

  /// The lead of `passage`; `year` is that of the agreement, 0 when unknown.
  Lead enter(const Passage& passage, int year);

 private:
  struct Open {
    int level = 0;  ///< of the item that leads in; 0 for a paragraph
    Lead lead;
  };

  void open(const Passage& passage, int level, int year);
  Lead lead_of(const Passage& passage, Span sentence, int year) const;

  const Rules& rules_;
  std::string_view in_;  ///< node of the list being read
  std::vector<Open> open_;
};

}  // namespace handvest::meaning
