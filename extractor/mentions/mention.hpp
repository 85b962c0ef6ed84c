// The fourth stage's result: numbers, dates and money with normalised values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/decimal.hpp"
#include "text/diagnostic.hpp"
#include "text/span.hpp"

namespace handvest {

enum class MentionType {
  number,
  percentage,
  money,
  date,
  period,
  duration,
  age,
  ordinal,
  reference
};

enum class Qualifier { none, about, at_least, at_most, more_than, less_than };

/// The value of a mention, in the parts that its type has.
struct Value {
  std::optional<Decimal>
      amount;  ///< number, percentage, money, age, ordinal, duration; low end of a range
  std::optional<Decimal> upper;  ///< high end of a range
  std::string unit;   ///< number: "fte", "m2", "km", "ha"; percentage: "%" or "pp"; duration: "Y",
                      ///< "M", "W", "D", "TH", "TM"; money: ISO 4217 code ("EUR", "NLG")
  std::string start;  ///< date: EDTF; period: EDTF of its first date, or of the whole ("2008-33")
  std::string end;    ///< period: EDTF of its last date
};

struct Mention {
  std::string id;  ///< "m" and the start in code points; set by the pipeline
  MentionType type = MentionType::number;
  Span span;
  std::string normalized;  ///< as DESIGN's table has it; the same for every output
  Value value;
  Qualifier qualifier = Qualifier::none;
  std::string
      rate;  ///< ISO 8601 duration that the value recurs in ("P1Y" for 'per jaar'); may be empty
  std::string rule;  ///< id of the grammar rule that made it
};

struct Mentions {
  std::vector<Mention> mentions;  ///< ordered by begin; none overlaps another
  std::vector<Warning> warnings;
};

/// Names as the JSON writes them: "money", "at_least"; "" for Qualifier::none.
const char* name_of(MentionType type);
const char* name_of(Qualifier qualifier);

}  // namespace handvest
