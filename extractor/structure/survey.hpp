// What a range of pieces holds before anything is decided: labels, candidates for headings, and
// what the table of contents names.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "structure/headings.hpp"
#include "structure/labels.hpp"
#include "structure/rule_group.hpp"
#include "structure/themes.hpp"
#include "structure/toc.hpp"

namespace handvest::structure {

/// The rules by which ranges are surveyed and divided.
struct RangeRules {
  /// Refers to the profile's grammar, which must outlive this.
  explicit RangeRules(const Profile& profile);

  HeadingRules headings;
  RuleGroup subheadings;
  RuleGroup signatures;
  RuleGroup second_titles;
  RuleGroup theme_lines;
  std::vector<const Rule*> head_ends;
};

/// The parts of the stage that every range needs. Refers to all of them.
struct Context {
  std::string_view text;
  const std::vector<Piece>& pieces;
  std::vector<Element>& elements;  ///< of the pieces; given up when a range has been divided
  const Profile& profile;
  const RangeRules& rules;
  const LabelRules& labels;
  const Themes& themes;
  const std::vector<Toc>& tocs;
  const std::vector<bool>& in_toc;
  const std::vector<bool>& described;  ///< pieces that tell the document's title, date …
};

/// Titles that a table of contents names.
class TocNames {
 public:
  void add(const std::string& title);
  bool empty() const { return names_.empty(); }
  /// Whether no more names are taken.
  bool full() const;
  /// Number of the entry that is the title, begins with it or is begun by it, or of which one
  /// holds all of three or more words of the other, the first that `used` does not hold; nullopt
  /// when there is none. The title is given folded.
  std::optional<std::size_t> entry(const std::string& folded,
                                   const std::set<std::size_t>& used = {}) const;

 private:
  std::vector<std::string> names_;  ///< folded
};

/// The findings for the pieces [begin, end).
struct Survey {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t head_end = 0;  ///< headings before it are only those of a table of contents
  std::map<std::size_t, Label> labels;  ///< by piece
  std::vector<Candidate> candidates;    ///< in order
  std::vector<bool> in_run;             ///< for each candidate: has a main number
  std::set<std::size_t> signatures;     ///< pieces that begin a signature
  std::set<std::size_t> toc_headings;   ///< pieces that head a table of contents
  std::set<std::size_t> subheadings;    ///< pieces that a rule yields="subheading" matches
  std::set<std::size_t> titles;         ///< pieces that print the charter's title again
  TocNames toc;
};

/// `title_end` is the index after the charter's title; `begin` where there is none.
Survey survey(const Context& context, std::size_t begin, std::size_t end, const City& city,
              std::size_t title_end);

}  // namespace handvest::structure
