// The figures of one sentence and what the words around them make of them. Private to meaning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meaning/reading/passage.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

enum class Part {
  level,   ///< stands there: a state or a goal, as its date says
  from,    ///< 'van 34%'
  to,      ///< 'naar 29%'
  change,  ///< 'met 10%', '10% minder'
  since,   ///< 'ten opzichte van 26%': what a goal is counted from
  skip,    ///< no quantity of a goal
};

enum class Kind { percentage, points, number };

/// A date or period of the sentence.
struct When {
  Placed placed;
  std::string date;        ///< EDTF; a period gives its end
  int year = 0;            ///< of `date`; 0 when it has none
  bool reference = false;  ///< 't.o.v. 2006': the date that a change is counted from
  bool bound = false;      ///< stands behind its figure
  bool on_day = false;     ///< 'op 4 maart 2011': when something happens, not by when
  int paren = 0;           ///< number of the bracket that holds it; 0 outside
};

struct Figure {
  Placed placed;
  Kind kind = Kind::number;
  Part part = Part::level;
  std::optional<std::size_t> when;  ///< index of its date
  int paren = 0;
  std::size_t rank = 0;  ///< place in a group such as '60% - 40%'
  bool now = false;      ///< 'nu 70%', 'waarvan 70 gerealiseerd'
};

struct Sentence {
  std::string_view text;
  std::size_t begin =
      0;  ///< in the passage; the places of figures and dates are in the passage too
  std::vector<Figure> figures;  ///< none where all are to be skipped
  std::vector<When> dates;
  std::string reference_date;  ///< of the first reference date; empty when there is none
  std::optional<Span> change;  ///< 'halveren', 'verdubbeling' where no figure tells how much

  bool tells() const { return !figures.empty() || change.has_value(); }
};

/// Is it of a type that figures have?
bool may_be_figure(const Placed& placed);

/// Where the first word that tells a change stands in the passage; its end where there is none.
std::size_t first_change(const Passage& passage, const Rules& rules);

/// Reads one sentence (a span of the passage). Each figure gets its part and its date. No word that
/// tells a change stands before `changes_from`. `to` may be one that is used again and again.
void read_sentence(const Passage& passage, Span span, std::size_t changes_from, const Rules& rules,
                   Sentence& to);

}  // namespace handvest::meaning
