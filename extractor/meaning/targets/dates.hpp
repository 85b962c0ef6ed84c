// Which date belongs to which figure. Private to meaning.
#pragma once

#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// Year of an EDTF date ("2008-02", "2007/2008" gives the last); 0 when it has none.
int year_of(std::string_view date);

/// The date that a goal for `mention` falls on: a date as it is, a period's end; a school year
/// stays a period (`whole`).
std::string goal_date(const Mention& mention, bool whole);

/// Fills in the values of the sentence's dates, tells those that a change is counted from, and
/// drops those of letters and sources.
void read_dates(Sentence& sentence, const Passage& passage, const Rules& rules);

/// Gives each figure its date: the one that stands behind it, or else the last one before it that
/// stands behind no figure.
void bind_dates(Sentence& sentence, const Passage& passage, const Rules& rules);

}  // namespace handvest::meaning
