// The Dutch knowledge, read from grammars/nl/*.xml: rules with their patterns, and entries (lists
// of facts such as themes, ministries, municipalities).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/dispatcher.hpp"
#include "grammar/syntax.hpp"
#include "text/span.hpp"

namespace handvest {

/// The result of a match: spans are bytes of the text that was searched.
struct Match {
  Span span;
  std::map<std::string, Span, std::less<>> groups;  ///< named parts that took part in the match

  /// Span of a named part; nullopt where it took no part.
  std::optional<Span> group(std::string_view name) const;
};

/// A compiled pattern over UTF-8 text (Boost.Regex, Perl syntax, with `{part}` references already
/// expanded). Character classes hold code points, and `\w`, `\b` know Latin letters. A blank in a
/// pattern stands for exactly one ASCII blank unless its file says otherwise (see
/// grammars/README.md). A match that grows too complex gives nullopt.
class Pattern {
 public:
  /// The expression is compiled at its first use: of a grammar's hundreds of patterns a document
  /// uses some. Safe from several threads.
  explicit Pattern(const std::string& expression, bool ignore_case = false);
  Pattern(const std::string& expression, const SyntaxOptions& options);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Compiles now. Throws std::runtime_error with the position when the expression is not well
  /// formed; the searching functions throw it too, when they are called without compile() before.
  void compile() const;

  std::optional<Match> match_at(std::string_view text, std::size_t offset) const;
  std::optional<Match> search(std::string_view text, std::size_t from = 0) const;
  std::optional<Match> full_match(std::string_view text) const;
  /// As full_match(), but throws std::runtime_error when the match grows too complex.
  std::optional<Match> full_match_or_throw(std::string_view text) const;
  /// Has it named parts?
  bool has_groups() const;
  const std::string& expression() const { return expression_; }

 private:
  struct Compiled;
  const Compiled& compiled() const;
  std::string expression_;
  std::unique_ptr<Compiled> compiled_;
};

using Attributes = std::map<std::string, std::string, std::less<>>;

struct Example {
  std::string text;
  std::string finds;  ///< the exact part of `text` that the rule finds
  std::string value;  ///< normalised value
};

/// What must, or must not, stand beside a match: `<before>`, `<not-before>`, `<after>`,
/// `<not-after>`. It reaches up to the match.
struct Condition {
  enum class Place { before, after };
  Place place = Place::before;
  bool wanted = true;      ///< several wanted ones at one place: one of them must hold
  bool word_edge = true;   ///< its far end must not lie inside a word
  std::string expression;  ///< parts filled in
  SyntaxOptions options;
};

/// One rule: a pattern, what it yields, and its examples.
struct Rule {
  std::string id;      ///< "money.symbol-first"
  std::string yields;  ///< "money", "heading", "block", …
  Pattern pattern;
  Attributes attributes;  ///< all further attributes of the rule element
  std::vector<Example> examples;
  std::vector<std::string> counterexamples;
  std::string file;      ///< for messages
  std::size_t line = 0;  ///< in the file, from 1

  // Of rules that run through a dispatcher (`stage` of their file):
  std::string expression;  ///< parts filled in, as written
  SyntaxOptions options;
  std::vector<Condition> conditions;
  bool left_edge = true;   ///< a match may not begin inside a word
  bool right_edge = true;  ///< nor end inside one
  int priority = 0;        ///< the higher wins among matches of one length

  /// Attribute `name`, or empty.
  std::string attribute(std::string_view name) const;
};

/// One fact of a list: `<entry id=… name=…><form>…</form></entry>`.
struct Entry {
  std::string id;
  Attributes attributes;
  std::vector<std::string> forms;
  std::vector<Entry> children;

  /// Attribute `name`, or empty.
  std::string attribute(std::string_view name) const;
};

/// One file of the grammar.
struct Subject {
  std::string name;  ///< the file's name without ".xml": "money", "themes", "profile-charter"
  Attributes attributes;
  std::vector<Rule> rules;
  std::vector<Entry> entries;

  const Rule* rule(std::string_view id) const;
};

/// A whole grammar. Immutable after loading; shared between threads.
class Grammar {
 public:
  Grammar(std::string language, std::vector<Subject> subjects, std::string hash);

  ~Grammar();
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;

  const std::vector<Subject>& subjects() const { return subjects_; }
  /// nullptr when there is no such subject.
  const Subject* subject(std::string_view name) const;
  /// "nl-" and a hash over all files: what JSON's generator names.
  const std::string& version() const { return version_; }
  /// All rules of the files whose `stage` is this one, ready to run; nullptr when there are none.
  const Dispatcher* dispatcher(std::string_view stage) const;

 private:
  std::string version_;
  std::vector<Subject> subjects_;
  std::map<std::string, std::unique_ptr<Dispatcher>, std::less<>> dispatchers_;
};

/// One grammar file, unread.
struct GrammarFile {
  std::string name;  ///< "money.xml"
  std::string xml;
};

/// Compiles a grammar. Throws Error (bad_grammar) that names file and rule.
enum class PatternCheck {
  all,    ///< every pattern is compiled at once, so that errors show
  later,  ///< each at its first use: for the built-in grammar, which the tests check
};
Grammar compile_grammar(const std::vector<GrammarFile>& files,
                        PatternCheck check = PatternCheck::all);
/// All *.xml of a folder. Throws Error.
Grammar load_grammar(const std::string& folder);
/// The grammar that was compiled into the program.
Grammar builtin_grammar();

}  // namespace handvest
