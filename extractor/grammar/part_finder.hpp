// Tells where the named parts of a match lie.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "grammar/pattern.hpp"

namespace handvest {

struct PartProgram;

/// Matches one rule's expression against a text that it is known to match as a whole, as Perl
/// would. The cost is bounded by the length of expression and text: where backtracking takes long,
/// no place is tried twice. Safe from several threads.
class PartFinder {
 public:
  /// Compiles the pattern at its first use. The pattern must outlive the finder.
  explicit PartFinder(const Pattern& pattern);
  /// A program that lasts as long as the finder.
  explicit PartFinder(const PartProgram& program);
  ~PartFinder();
  PartFinder(PartFinder&&) noexcept;
  PartFinder& operator=(PartFinder&&) noexcept;

  /// The whole text and the parts in it; nullopt when the expression does not match all of it, and
  /// for a text of a megabyte or so that would take long.
  std::optional<Match> find(std::string_view text) const;

 private:
  struct Compiled;
  const PartProgram* program_ = nullptr;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace handvest
