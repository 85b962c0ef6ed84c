// Themes of sections, from grammars/nl/themes.xml.
#pragma once

#include <map>
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

  /// Id of the theme that the words of `text` weigh heaviest for (of equals the one that the
  /// grammar names first); empty when no word is known.
  std::string of(std::string_view text) const;
  /// Id of the theme of which `title` as a whole is a usual heading ('Preambule', 'Overig'); empty
  /// when it is none.
  std::string usual_heading(std::string_view title) const;
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

  std::vector<std::string> ids_;
  std::vector<bool> closing_;
  std::map<std::string, std::vector<Form>, std::less<>> forms_;  ///< by their first three bytes
  std::map<std::string, std::size_t, std::less<>> headings_;
};

}  // namespace handvest::structure
