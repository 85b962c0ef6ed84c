// Themes of sections, from grammars/nl/themes.xml.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::structure {

/// Weighs the words of a title or a text for each theme. A form of the grammar is one or more
/// words; one that ends in '*' may go on ('veilig*').
class Themes {
 public:
  explicit Themes(const Grammar& grammar);

  /// Id of the theme that the words of a title weigh heaviest for; the word that comes first counts
  /// double. Of equals the one that the grammar names first; empty when no word is known.
  std::string of_title(std::string_view title) const;
  /// Id of the theme that the words of a running text clearly weigh heaviest for, left out those
  /// that only titles tell (closing="yes", body="no"); empty when none is clear.
  std::string of_body(std::string_view text) const;
  /// Id of the theme of which `title` as a whole is a usual heading ('Preambule', 'Overig'); empty
  /// when it is none.
  std::string usual_heading(std::string_view title) const;
  /// Whether `title` as a whole is a name of a theme ('Wonen', 'Werk en inkomen').
  bool is_name(std::string_view title) const;
  /// Whether `title` only introduces what the heading above it names ('Inleiding').
  bool introduces(std::string_view title) const;
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
  std::vector<int> scores(const std::string& folded, int first_word) const;
  std::string best(const std::vector<int>& scores) const;

  std::vector<std::string> ids_;
  std::vector<bool> closing_;
  std::vector<bool> in_body_;
  std::map<std::string, std::vector<Form>, std::less<>> forms_;  ///< by their first three bytes
  std::map<std::string, std::size_t, std::less<>> headings_;
  std::set<std::string, std::less<>> introductions_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace handvest::structure
