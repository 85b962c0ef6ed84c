// What titles and headings say of the figures below them. Private to meaning.
#pragma once

#include <string>

#include "meaning/reading/reading.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// What the heading over an item says: 'Inzet stad (gereed in 2012)', 'Doelen 2027'.
struct Term {
  std::string date;        ///< that goals without one have; may be empty
  bool of_goals = false;   ///< it calls what follows goals
  bool considers = false;  ///< 'Overwegende dat': what follows is known and not agreed
};

/// Reads the title and the headings of one document. Refers to both, which must outlive it.
class Headings {
 public:
  Headings(const Reading& reading, const Rules& rules);

  /// 'Coalitieakkoord': all of the document says what should become.
  bool title_agrees() const { return title_agrees_; }
  /// 'Regio Deal 2022-2026': the begin of the first period near the title, or a date in its line;
  /// EDTF, empty when there is none.
  std::string date_of_title() const;
  /// Of the label of the item's block, or of its subheading or section. Dates before `year`, that
  /// of the agreement, say nothing.
  const Term& term_of(const Passage& passage, int year);

 private:
  Term read_term(const Holder& holder, int year) const;
  std::string date_in(Span heading, int year) const;

  const Reading& reading_;
  const Rules& rules_;
  bool title_agrees_;
  const Holder* holder_ = nullptr;  // of the last term: items side by side share it
  int year_ = 0;
  Term term_;
};

}  // namespace handvest::meaning
