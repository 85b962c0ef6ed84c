// Tells quickly that a pattern matches nowhere in a text, which is what most searches find.
#pragma once

#include <memory>
#include <string_view>

namespace handvest {

struct Syntax;

/// A finite automaton that takes at least what a pattern takes: lookaround and assertions are left
/// out of it. One look-up a byte, where a backtracking matcher tries the pattern at every place.
/// Safe from several threads: a second one at the same time is told "perhaps".
class Prefilter {
 public:
  explicit Prefilter(const Syntax& syntax);
  ~Prefilter();
  Prefilter(const Prefilter&) = delete;
  Prefilter& operator=(const Prefilter&) = delete;

  /// False when the pattern matches nowhere in `text`; true when it may.
  bool may_match(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace handvest
