// Quantified targets: what should change, from where, to where, by when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/agreement.hpp"
#include "mentions/mention.hpp"
#include "text/span.hpp"

namespace handvest {

namespace meaning {
struct Reading;
}

/// One end of a target.
struct TargetPoint {
  std::optional<Decimal> value;
  std::optional<Decimal> upper;  ///< high end where the value is a range
  std::string date;              ///< EDTF; may be empty
  std::string mention;           ///< id of the mention that it rests on; may be empty
  Qualifier qualifier = Qualifier::none;
};

struct Target {
  /// "t" and the start of the target's mention in code points. Of one that rests on a word and no
  /// mention the pipeline sets it, by that word.
  std::string id;
  std::string in;         ///< id of the node that holds it
  std::string indicator;  ///< the words of the text that say what is measured
  Span indicator_span;    ///< empty when no words were found
  // Of these few words the program itself holds the text.
  std::string_view unit;       ///< "%", "pp", "number", "grade", "%change"
  std::string_view direction;  ///< "up", "down", "keep"; empty when not said
  std::string_view rule;       ///< id of the grammar rule that made it
  std::string place;           ///< neighbourhood; may be empty
  TargetPoint baseline;        ///< without value and date when there is none
  TargetPoint target;          ///< relative values ("%change", "pp") are negative for a decrease
  Span span;                   ///< from the target's value to its end
};

/// Targets in the order of the text. Mentions must carry their ids and nodes; the agreements tell
/// the year that parts states from goals, and the neighbourhoods. Never throws for any text; takes
/// time linear in the text.
std::vector<Target> find_targets(const meaning::Reading& reading,
                                 const std::vector<Agreement>& agreements);

}  // namespace handvest
