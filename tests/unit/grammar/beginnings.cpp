// What matches begin with: a look that may let a place pass where nothing begins, and lets each
// pass where something does.
#include "grammar/beginnings.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "grammar/freeze.hpp"

using namespace handvest;

namespace {

// An automaton over one expression and the tables of its beginnings.
class Made {
 public:
  explicit Made(const std::string& expression) {
    Automaton automaton;
    automaton.add(parse_expression(expression), 0);
    tables_ = freeze(automaton).value();
    beginnings_ = beginnings(this->automaton());
  }

  FrozenAutomaton automaton() const { return FrozenAutomaton(tables_.view()); }

  bool may_begin(const std::string& text) const {
    const bool may = beginnings_.view().may_begin(text + "........", 0);
    CHECK(may == beginnings_.view().may_begin("-" + text + "........", 1));
    return may;
  }

  // Does a match begin the text, or may one that a longer text has?
  bool begins(std::string_view text) const {
    const FrozenAutomaton steps = automaton();
    auto state = steps.start();
    for (const char c : text) {
      state = steps.step(state, static_cast<std::uint8_t>(c));
      if (state == FrozenAutomaton::kDead) return false;
      if (steps.accepts(state)) return true;
    }
    return true;
  }

 private:
  OwnedTables tables_;
  OwnedBeginnings beginnings_;
};

}  // namespace

TEST_CASE("five bytes tell of most words that they begin nothing") {
  const Made made("(?:vier|vijftig|Voorjaar|elf) ?jaar");
  CHECK(made.may_begin("vier jaar"));
  CHECK(made.may_begin("vijftig"));
  CHECK(made.may_begin("Voorjaarjaar"));
  CHECK(made.may_begin("elfjaar"));
  CHECK_FALSE(made.may_begin("vijfde"));
  CHECK_FALSE(made.may_begin("vierde"));
  CHECK_FALSE(made.may_begin("Voor een"));
  CHECK_FALSE(made.may_begin("voorjaar"));
  CHECK_FALSE(made.may_begin("een"));
}

TEST_CASE("behind a short match anything may follow, and near the text's end nothing is told") {
  const Made made("een");
  CHECK(made.may_begin("een. Dat"));
  CHECK(made.may_begin("eentje"));
  CHECK_FALSE(made.may_begin("eerst"));
  CHECK(beginnings(made.automaton()).view().may_begin("zes", 0));
}

TEST_CASE("no beginning is missed") {
  const Made made("[A-Z]{2,5} ?[0-9]|[0-9][a-e.]*%|(?:[a-c]|é|de ){1,6}x|\\n[0-9]");
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {"A",  "b", "c", "de ", "7", "é",
                                           "\n", ".", "%", "x",   " "};
  std::size_t begun = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    while (text.size() < 8) text += pieces[random() % pieces.size()];
    if (!made.begins(text)) continue;
    ++begun;
    CAPTURE(text);
    CHECK(made.may_begin(text));
  }
  CHECK(begun > 500);
}

TEST_CASE("kinds of pairs tell what a match can begin with") {
  const Made made("daal|(?:x|[0-9]{2})");
  const KindPairs kinds = beginning_kinds(made.automaton());
  CHECK(kinds.has('d', 'a'));
  CHECK_FALSE(kinds.has('d', 'e'));
  CHECK_FALSE(kinds.has('D', 'a'));
  CHECK(kinds.has('1', '9'));
  CHECK_FALSE(kinds.has('1', 'a'));
  CHECK(kinds.has('x', '?'));
  CHECK(kinds.has_first('x'));
  CHECK_FALSE(kinds.has_first('e'));
}
