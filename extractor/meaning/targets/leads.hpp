// What the sentence that leads in a list says for all its items. Private to meaning.
#pragma once

#include <optional>
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

/// Follows the items of an outline in their order. The passages must outlive it.
class Leads {
 public:
  explicit Leads(const Rules& rules) : rules_(rules) {}

  /// The next passage.
  void enter(const Passage& passage);
  /// Its lead, up to the next passage; `year` is that of the agreement, 0 when unknown.
  const Lead& lead(int year);

 private:
  // An item that may lead in those below it.
  struct Open {
    int level = 0;  ///< 0 for a paragraph
    const Passage* passage = nullptr;
  };

  Lead read_lead(const Passage& passage, Span sentence, int year) const;

  const Rules& rules_;
  std::string_view in_;  ///< node of the list being read
  std::vector<Open> open_;
  std::size_t above_ = 0;             ///< how many of them stand above the passage
  const Passage* leading_ = nullptr;  ///< the last that was found to lead in others
  Lead lead_;                         ///< that it gives
  Lead none_;
};

}  // namespace handvest::meaning
