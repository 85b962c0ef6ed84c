// Themes of sections, from grammars/nl/themes.xml.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::structure {

/// Weighs the words of a title or a text for each theme. A form of the grammar is one or more
/// words; one that ends in '*' may go on ('veilig*').
class Themes {
 public:
  explicit Themes(const Grammar& grammar);

  // Titles and texts are given folded (see fold()); the ids that are found live as long as this.

  /// Id of the theme that the words of a title weigh heaviest for; the word that comes first counts
  /// double. Of equals the one that the grammar names first; empty when no word is known.
  std::string_view of_title(std::string_view folded) const;
  /// Id of the theme that the words of a running text clearly weigh heaviest for, left out those
  /// that only titles tell (closing="yes", body="no"); empty when none is clear.
  std::string_view of_body(std::string_view folded) const;
  /// Id of the theme of which the title as a whole is a usual heading ('Preambule', 'Overig');
  /// empty when it is none.
  std::string_view usual_heading(std::string_view folded) const;
  /// Whether the title as a whole is a name of a theme ('Wonen', 'Werk en inkomen').
  bool is_name(std::string_view folded) const { return names_.contains(folded); }
  /// Whether the title only introduces what the heading above it names ('Inleiding').
  bool introduces(std::string_view folded) const { return introductions_.contains(folded); }
  /// Whether sections of this theme close a document ('Financiering', 'Overig').
  bool closes(std::string_view theme) const;

 private:
  struct Form {
    std::string text;
    bool open = false;  ///< may go on
    std::size_t theme = 0;
    int weight = 1;
  };

  void add_forms(const Entry& words, std::size_t theme);
  /// Weights by theme.
  std::vector<int> scores(std::string_view folded, int first_word) const;
  std::string_view best(const std::vector<int>& scores) const;

  std::vector<std::string> ids_;
  std::vector<bool> closing_;
  std::vector<bool> in_body_;
  std::unordered_map<std::uint32_t, std::vector<Form>> forms_;  ///< by their first three bytes
  std::map<std::string, std::size_t, std::less<>> headings_;
  std::set<std::string, std::less<>> introductions_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace handvest::structure
