// The Dutch knowledge, read from grammars/nl/*.xml: rules with their patterns, and entries (lists
// of facts such as themes, ministries, municipalities).
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/attributes.hpp"
#include "grammar/dispatcher.hpp"
#include "grammar/frozen.hpp"
#include "grammar/pattern.hpp"

namespace handvest {

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
  std::vector<Condition> conditions;
  bool left_edge = true;   ///< a match may not begin inside a word
  bool right_edge = true;  ///< nor end inside one
  int priority = 0;        ///< the higher wins among matches of one length

  std::size_t longest = kAnyLength;  ///< code points of a whole that it fits
  static constexpr std::size_t kAnyLength = static_cast<std::size_t>(-1);

  const FrozenCue* cue = nullptr;  ///< of a rule that looks (see FrozenCue), where it is frozen

  /// Attribute `name`, or empty.
  std::string attribute(std::string_view name) const;
  /// The first match in text[from, text.size()); among those that begin at one place a frozen rule
  /// gives the longest, others the one that Perl prefers.
  std::optional<Span> find(std::string_view text, std::size_t from = 0) const;
  /// Whether a match begins where the text begins.
  bool begins(std::string_view text) const;
  /// Whether the whole text matches and is not longer than the attribute `longest` allows.
  bool fits(std::string_view text) const;
  /// The match that begins where the text begins, as Perl prefers it, with its parts.
  std::optional<Match> match_begin(std::string_view text) const;
  /// The match of the whole text, with its parts.
  std::optional<Match> match_whole(std::string_view text) const;
  /// The same for a text that is known to fit.
  std::optional<Match> match_fitting(std::string_view text) const;
  /// The bytes that a match of a whole text, or at its begin, can begin with, and some others; all
  /// of them where it may be empty.
  std::array<bool, 256> first_bytes() const;

 private:
  bool looks(CuePlace place) const;
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
  /// `frozen` are the tables of these very rules, if there are any.
  Grammar(std::string version, std::vector<Subject> subjects,
          const FrozenGrammar* frozen = nullptr);

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
  /// All rules of the files whose `stage` is this one.
  std::vector<const Rule*> rules_of(std::string_view stage) const;
  /// The same, ready to run; nullptr when there are none.
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
  later,  ///< each at its first use, and a rule with tables needs none: for the built-in grammar,
          ///< which the tests check
};
Grammar compile_grammar(const std::vector<GrammarFile>& files,
                        PatternCheck check = PatternCheck::all,
                        const FrozenGrammar* frozen = nullptr);
/// All *.xml of a folder. Throws Error.
Grammar load_grammar(const std::string& folder);
/// The grammar that was compiled into the program. Without examples it loads sooner and is smaller:
/// rules with tables have no pattern then, and the lines of rules are not those of the files.
Grammar builtin_grammar(bool with_examples = true);

}  // namespace handvest
