#include "mentions/mentions.hpp"

namespace handvest {

Mentions find_mentions(const SourceText&, const Outline&, const Grammar&) { return {}; }

}  // namespace handvest
