// Decides which candidates are headings of sections, and on which level.
#pragma once

#include <vector>

#include "structure/survey.hpp"

namespace handvest::structure {

/// The begin of a section, a block, or (a small heading inside either) a subheading.
struct Head {
  enum class Kind { section, block, subheading, signature };
  std::size_t index = 0;  ///< of the piece
  Kind kind = Kind::section;
  int level = 0;      ///< sections: from 1
  std::string theme;  ///< sections: what the title says; may be empty
  Candidate heading;  ///< sections
  Label label;        ///< blocks
};

/// The heads of a surveyed range, in order.
///
/// The rule that tells sections from subheadings: a section carries a number of the main run (or a
/// sub-number of it), or it is named in the table of contents, or a block label stands directly
/// below it, or its title as a whole is a usual heading, or it stands before everything that is
/// numbered or labelled. What else has the form of a heading is a subheading.
std::vector<Head> divide(const Context& context, const Survey& survey);

}  // namespace handvest::structure
