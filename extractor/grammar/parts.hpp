// The named parts of a grammar: pieces of patterns that rules and other parts use as {name}.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handvest {

/// Where something was written, for messages.
struct GrammarPlace {
  std::string file;
  std::size_t line = 0;
};

/// All parts of a grammar, whatever file defines them. Parts use parts; a part that uses itself is
/// an error.
class Parts {
 public:
  /// Throws Error (bad_grammar) when the name is taken.
  void define(const std::string& name, const std::string& expression, const GrammarPlace& place);

  /// `pattern` with every {name} replaced by its part, in a group of its own. Counts such as {2,4}
  /// stay. Throws Error (bad_grammar) that names `user` and its place.
  std::string fill(const std::string& pattern, const std::string& user, const GrammarPlace& place);

 private:
  struct Part {
    std::string expression;
    GrammarPlace place;
    bool filled = false;
    bool filling = false;
  };

  const std::string& filled(const std::string& name, const std::string& user,
                            const GrammarPlace& place);

  std::map<std::string, Part, std::less<>> parts_;
};

/// An expression that matches each of `forms` as it is written, longer forms first.
std::string alternation(std::vector<std::string> forms);

}  // namespace handvest
