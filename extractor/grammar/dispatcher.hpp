// Finds in one pass over a text where rules match: the fast way in which the mentions stage runs
// its grammar.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace handvest {

struct FrozenRules;
class PartFinder;
struct Rule;

/// A rule that won at a place.
struct Hit {
  const Rule* rule = nullptr;
  Span span;
  const PartFinder* parts = nullptr;  ///< tells the rule's named parts in the text of `span`
};

/// What became of one possible match, for `handvest explain`.
enum class Outcome {
  won,
  shorter,      ///< another match at this place is longer
  lower,        ///< as long as the winner, but of a lower priority or further down in the grammar
  inside_word,  ///< a letter or digit stands beside it
  before,       ///< what stands before it does not fit the rule's <before> or <not-before>
  after,        ///< the same behind it
};

struct Attempt {
  Hit hit;
  Outcome outcome = Outcome::won;
};

/// All rules of one stage as automata. At each place where one of them can begin, all are followed
/// at once; the longest match wins, then the rule of the highest priority, then the one that stands
/// first in the grammar. The cost is linear in the text whatever the text is: no match is longer
/// than kMaxMatch bytes, and nothing backtracks. Immutable and shared between threads.
class Dispatcher {
 public:
  static constexpr std::size_t kMaxMatch = 256;
  /// Bytes beside a match that a rule's contexts see.
  static constexpr std::size_t kMaxContext = 96;

  /// The rules must outlive the dispatcher. `frozen` are the tables of these very rules; without
  /// them the dispatcher makes its own. Throws Error (bad_grammar) for a rule whose pattern an
  /// automaton cannot follow.
  explicit Dispatcher(const std::vector<const Rule*>& rules, const FrozenRules* frozen = nullptr);
  ~Dispatcher();
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// Takes a winner or refuses it; for a refused one the next best match at its place is offered.
  using Accept = std::function<bool(const Hit&)>;

  /// Offers the winners from the text's begin to its end, none overlapping another.
  void scan(std::string_view text, const Accept& accept) const;
  /// All winners, none refused.
  std::vector<Hit> scan(std::string_view text) const;
  /// As scan(), with every attempt that was made at places in `range` (bytes).
  std::vector<Attempt> attempts(std::string_view text, Span range, const Accept& accept) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

/// Does a letter or digit end just before `offset`, or begin at it? What the engine's word edges
/// rest on. ASCII and Latin letters.
bool word_ends_at(std::string_view text, std::size_t offset);
bool word_begins_at(std::string_view text, std::size_t offset);

}  // namespace handvest
