// The syntax tree of a pattern: what the grammar's expressions are read into before they are
// compiled.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace handvest {

/// Code points `first` to `last`, both included.
struct CodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One node of an expression in Perl syntax.
struct Syntax {
  enum class Kind {
    empty,
    set,        ///< one code point out of `ranges`
    sequence,   ///< `children` one after the other
    choice,     ///< one of `children`
    repeat,     ///< children[0], `min` to `max` times
    group,      ///< children[0]; captures when `text` (its name) or `numbered` is set
    look,       ///< lookaround; `text` is its opening, e.g. "(?<!"
    assertion,  ///< `text` is "^", "$", "\\b", "\\A" …
    opaque,     ///< what only the matcher understands: back references, flags; `text` as written
  };

  Kind kind = Kind::empty;
  std::vector<CodeRange> ranges;  ///< ordered, apart
  std::vector<Syntax> children;
  std::size_t min = 0;
  std::size_t max = 0;  ///< kUnbounded for none
  std::string text;     ///< see Kind; for repeat "?" (lazy), "+" (possessive) or empty
  bool numbered = false;

  static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);
};

/// How an expression is read.
struct SyntaxOptions {
  bool ignore_case = false;     ///< letters of ASCII and Latin-1 stand for both cases
  bool flexible_blank = false;  ///< a blank stands for one blank or one line end
};

/// An expression that is not well formed; what() says what is wrong, `offset` where (bytes).
struct SyntaxError : std::runtime_error {
  SyntaxError(const std::string& what, std::size_t where)
      : std::runtime_error(what), offset(where) {}
  std::size_t offset;
};

/// Reads a UTF-8 expression. Throws SyntaxError.
Syntax parse_expression(std::string_view expression, const SyntaxOptions& options = {});

/// The expression as PCRE2 reads it over UTF-8: classes, cases, blanks and word boundaries are
/// written out, so that they mean the same to it as to the automata.
std::string to_expression(const Syntax& syntax);

}  // namespace handvest
