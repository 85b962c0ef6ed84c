// Programs that tell the named parts of a match, made from patterns.
#pragma once

#include <string>
#include <vector>

#include "grammar/frozen.hpp"
#include "grammar/pattern.hpp"

namespace handvest {

/// A program with the memory that it lies in.
struct OwnedPartProgram {
  OwnedPartProgram() = default;
  OwnedPartProgram(OwnedPartProgram&&) noexcept = default;
  OwnedPartProgram& operator=(OwnedPartProgram&&) noexcept = default;
  OwnedPartProgram(const OwnedPartProgram&) = delete;
  OwnedPartProgram& operator=(const OwnedPartProgram&) = delete;
  ~OwnedPartProgram() = default;

  std::vector<PartState> states;
  std::vector<PartSet> sets;
  std::vector<std::string> names;
  std::vector<const char*> name_pointers;
  PartProgram program;  ///< refers to the members above
};

/// Throws SyntaxError for what an automaton cannot do, and for an expression of more than 65535
/// states.
OwnedPartProgram part_program(const Pattern& pattern);

}  // namespace handvest
