// Candidates for headings, and which numbered ones are the charter's own run of numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "structure/profile.hpp"
#include "structure/rule_group.hpp"

namespace handvest::structure {

enum class HeadingStyle {
  number,   ///< '3. Werken'
  decimal,  ///< '2.1 Wonen'
  letter,   ///< 'a. Geldstromen'
  keyword,  ///< 'Thema Veilig', 'Artikel 3 Inzet', 'PIJLER 1 Wonen'
  plain,    ///< 'Preambule'
};

/// A piece that has the form of a heading.
struct Candidate {
  std::size_t index = 0;  ///< of the piece
  HeadingStyle style = HeadingStyle::plain;
  std::string number;          ///< as printed, without final dot and blanks
  std::string printed_number;  ///< as printed, without final dot
  std::string title;
  std::string folded;            ///< the title; see fold()
  std::string_view usual;        ///< the theme of which the title is a usual heading; may be empty
  std::string_view title_theme;  ///< the theme that its words tell; may be empty
  int main = 0;                  ///< first number of `number`; 0 where it has none
  int depth = 0;                 ///< decimal: how many numbers, at least 2
  int level = 0;                 ///< the level the rule or the markup gives; 0 when it gives none
  bool capitals = false;         ///< the title has only capitals
  bool apart = false;
  bool labelled = false;  ///< a block label is the next content
};

/// Whether a candidate of style number has a roman one.
bool is_roman(const Candidate& found);

/// Recognises the form of headings by a profile's rules (yields="heading", attributes `style` and
/// `level`, parts `number` and `title`; without that part the whole line is the title), but for
/// lines that no heading has (yields="no-heading"; of one style only, where they have a `style`).
class HeadingRules {
 public:
  /// Refers to the profile's grammar, which must outlive this.
  explicit HeadingRules(const Profile& profile);

  /// The candidate that a piece is, but for what Themes say of it; nullopt when it has the form of
  /// none.
  std::optional<Candidate> candidate(const Piece& piece, std::size_t index) const;

 private:
  struct Kind {
    HeadingStyle style;
    int level;
  };

  bool excluded(std::string_view plain, HeadingStyle style) const;

  RuleGroup headings_;
  std::vector<Kind> kinds_;  ///< by rule
  RuleGroup exclusions_;
  std::vector<std::optional<HeadingStyle>> excluded_styles_;  ///< by rule; nullopt: every style
};

/// Which of `candidates` (all with a main number) belong to the run of main numbers: the rising run
/// that gains most by the weights of its members and by its closeness, and then such runs of
/// strong members with numbers that are still missing, which displaced pages leave. `weights` says
/// for each candidate how much speaks for it.
std::vector<bool> main_run(const std::vector<Candidate>& candidates,
                           const std::vector<int>& weights);

}  // namespace handvest::structure
