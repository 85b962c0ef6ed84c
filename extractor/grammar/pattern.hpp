// A pattern of the grammar, and what it finds.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/syntax.hpp"
#include "text/span.hpp"

namespace handvest {

/// The result of a match: spans are bytes of the text that was searched.
struct Match {
  Span span;
  /// Named parts that took part in the match, by name. The names live as long as the pattern.
  std::vector<std::pair<std::string_view, Span>> groups;

  /// Span of a named part; nullopt where it took no part.
  std::optional<Span> group(std::string_view name) const;
};

/// A pattern over UTF-8 text (Perl syntax, with `{part}` references already expanded). Character
/// classes hold code points, and `\w`, `\b` know Latin letters. A blank in a pattern stands for
/// exactly one ASCII blank unless its file says otherwise (see grammars/README.md).
class Pattern {
 public:
  /// The expression is compiled at its first use: of a grammar's hundreds of patterns a document
  /// uses some. Safe from several threads.
  explicit Pattern(const std::string& expression, bool ignore_case = false);
  Pattern(std::string expression, const SyntaxOptions& options);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Compiles now. Throws std::runtime_error with the position when the expression is not well
  /// formed; the functions that match throw it too, when they are called without compile() before.
  void compile() const;

  /// False when no match begins with this byte; cheap but for the first time.
  bool may_begin_with(std::uint8_t byte) const;
  /// A match that begins at `offset`. One that grows too complex gives nullopt, here and below.
  std::optional<Match> match_at(std::string_view text, std::size_t offset) const;
  /// The first match that begins at `from` or later.
  std::optional<Match> search(std::string_view text, std::size_t from = 0) const;
  /// A match of the whole text.
  std::optional<Match> full_match(std::string_view text) const;
  /// As full_match(), but throws TooComplex when the match grows too complex.
  std::optional<Match> full_match_or_throw(std::string_view text) const;
  /// As given.
  const std::string& expression() const { return expression_; }
  const SyntaxOptions& options() const { return options_; }

 private:
  struct Compiled;
  std::string expression_;
  SyntaxOptions options_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace handvest
