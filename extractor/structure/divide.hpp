// Decides which candidates are headings of sections, and on which level.
#pragma once

#include <string_view>
#include <vector>

#include "structure/survey.hpp"

namespace handvest::structure {

/// The begin of a section, a block, or (a small heading inside either) a subheading. Refers to the
/// survey.
struct Head {
  enum class Kind { section, block, subheading, signature };
  std::size_t index = 0;  ///< of the piece
  Kind kind = Kind::section;
  int level = 0;                       ///< sections: from 1
  std::string_view theme;              ///< sections: what the title says; may be empty
  const Candidate* heading = nullptr;  ///< sections only
  const Label* label = nullptr;        ///< blocks only
};

/// The heads of a surveyed range, in order. The survey must outlive them.
///
/// The rule that tells sections from subheadings: a section carries a number of the main run (or a
/// sub-number of it), or it is named in the table of contents, or a block label stands directly
/// below it, or its title as a whole is a usual heading, or it stands before everything that is
/// numbered or labelled. What else has the form of a heading is a subheading.
std::vector<Head> divide(const Context& context, const Survey& survey);

}  // namespace handvest::structure
