#include "mentions/mention.hpp"

namespace handvest {

const char* name_of(MentionType type) {
  switch (type) {
    case MentionType::number:
      return "number";
    case MentionType::percentage:
      return "percentage";
    case MentionType::money:
      return "money";
    case MentionType::date:
      return "date";
    case MentionType::period:
      return "period";
    case MentionType::duration:
      return "duration";
    case MentionType::age:
      return "age";
    case MentionType::ordinal:
      return "ordinal";
    case MentionType::reference:
      return "reference";
  }
  return "";
}

const char* name_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none:
      return "";
    case Qualifier::about:
      return "about";
    case Qualifier::at_least:
      return "at_least";
    case Qualifier::at_most:
      return "at_most";
    case Qualifier::more_than:
      return "more_than";
    case Qualifier::less_than:
      return "less_than";
  }
  return "";
}

}  // namespace handvest
