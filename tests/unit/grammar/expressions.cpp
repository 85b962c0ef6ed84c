// Expressions over code points: classes, cases, lookaround, word boundaries.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "grammar/freeze.hpp"
#include "grammar/grammar.hpp"
#include "grammar/lazy_automaton.hpp"
#include "grammar/part_finder.hpp"
#include "grammar/part_program.hpp"
#include "grammar/utf8_sequences.hpp"

using namespace handvest;

namespace {

std::string found(const Pattern& pattern, const std::string& text) {
  const auto match = pattern.search(text);
  return match ? std::string(slice(text, match->span)) : "-";
}

std::string utf8(std::uint32_t code) {
  std::string text;
  const auto sequences = utf8_sequences({code, code});
  for (const auto& byte : sequences.front()) text += static_cast<char>(byte.first);
  return text;
}

template <typename Automaton>
bool accepted(Automaton& automaton, const std::string& text) {
  auto state = automaton.start();
  for (const char c : text) state = automaton.step(state, static_cast<std::uint8_t>(c));
  return automaton.accepts(state);
}

}  // namespace

TEST_CASE("character classes take whole code points") {
  CHECK(found(Pattern("2[–-]4"), "van 2–4 jaar") == "2–4");
  CHECK(found(Pattern("[^a-z]+"), "ab–cd") == "–");
  CHECK(found(Pattern("[^ -~]"), "a–b") == "–");
  CHECK(found(Pattern("[éë]{2}"), "beëédigd") == "ëé");
  CHECK(found(Pattern("\\w+"), "– één") == "één");
  CHECK(found(Pattern("É", true), "één") == "é");
}

TEST_CASE("lookbehind and word boundaries know letters beyond ASCII") {
  CHECK(found(Pattern("(?<!\\w)en"), "één en") == "en");
  CHECK(found(Pattern("(?<!\\w)n"), "één") == "-");
  CHECK(found(Pattern("(?<=[–x])\\d"), "3–4") == "4");
  CHECK(found(Pattern("\\bn"), "één") == "-");
  CHECK(found(Pattern("n\\b"), "één–") == "n");
}

TEST_CASE("named groups may be written with quotes") {
  const auto match = Pattern("(?'a'\\d)-(?<b>\\d)").full_match("3-4");
  REQUIRE(match);
  CHECK(match->group("a") == Span{0, 1});
  CHECK(match->group("b") == Span{2, 3});
}

TEST_CASE("the byte sequences of a range of code points are that range") {
  const CodeRange range{0x7E, 0x10FFFF};
  std::size_t count = 0;
  for (const auto& sequence : utf8_sequences(range)) {
    std::size_t size = 1;
    for (const auto& byte : sequence) size *= static_cast<std::size_t>(byte.last - byte.first) + 1;
    count += size;
  }
  CHECK(count == range.last - range.first + 1);
}

TEST_CASE("automata accept what the expression matches, in both directions") {
  const Syntax syntax = parse_expression("a(?:[é–]b?){1,3}|\\d+[.,]\\d{2}");
  Automaton forward;
  forward.add(syntax, 0);
  LazyAutomaton ahead(forward);
  Automaton backward(Automaton::Direction::backward);
  backward.add(syntax, 0);
  LazyAutomaton behind(backward);
  const auto tables = freeze(forward);
  REQUIRE(tables);
  const FrozenAutomaton frozen(tables->view());
  CHECK_FALSE(freeze(forward, 3));
  const Pattern pattern("a(?:[é–]b?){1,3}|\\d+[.,]\\d{2}");
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", utf8(0xE9), utf8(0x2013), "b", "1", "22", ".", ","};
  std::size_t matches = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 5; ++i) text += pieces[random() % pieces.size()];
    const bool expected = pattern.full_match(text).has_value();
    matches += expected ? 1 : 0;
    CAPTURE(text);
    CHECK(accepted(ahead, text) == expected);
    CHECK(accepted(frozen, text) == expected);
    CHECK(accepted(behind, std::string(text.rbegin(), text.rend())) == expected);
  }
  CHECK(matches > 50);
}

TEST_CASE("named parts lie where Perl's rules put them") {
  const std::vector<std::string> expressions = {"(?'x'a|ab)(?'y'c|bcd)(?'z'd*)",
                                                "(?'x'a+)(?'y'a*)b?",
                                                "(?'x'a+?)(?'y'a*)b?",
                                                "(?:(?'x'a)|(?'y'b)|(?'x'ab))+",
                                                "(?'x'(?'y'a|b){1,3})(?'z'[abc]{2,})",
                                                "(?:(?'x'a?)(?'y'b?)){0,4}c?"};
  std::mt19937 random(11);
  std::size_t matches = 0;
  for (const auto& expression : expressions) {
    const Pattern pattern(expression);
    const PartFinder finder(pattern);
    for (int round = 0; round < 600; ++round) {
      std::string text;
      for (std::size_t i = 0; i < 1 + random() % 6; ++i) text += "abcd"[random() % 4];
      const auto expected = pattern.full_match(text);
      const auto parts = finder.find(text);
      CAPTURE(expression, text);
      REQUIRE(parts.has_value() == expected.has_value());
      for (const char* const name : {"x", "y", "z"}) {
        if (expected) CHECK(parts->group(name) == expected->group(name));
      }
      matches += expected ? 1 : 0;
    }
  }
  CHECK(matches > 300);
}

TEST_CASE("parts are found in bounded time whatever the expression") {
  const Pattern pattern("(?:(?'x'a|aa|aaa)(?:a|aa)){1,60}b");
  const PartFinder finder(pattern);
  CHECK_FALSE(finder.find(std::string(100, 'a')));
  CHECK(finder.find(std::string(100, 'a') + "b"));
  // A place tried costs a bit of memory: of this text there would be a gigabyte.
  const Pattern endless("(?'x'[a-z ]*[a-y ]*){1,60}b");
  CHECK_FALSE(PartFinder(endless).find(std::string(std::size_t{20} << 20U, 'a')));
}

TEST_CASE("a choice among bytes is one state of a program, and a way tells what it begins with") {
  const auto owned = part_program(Pattern("(?'x'[a-cx7])y"));
  REQUIRE(owned.states.size() == 5);  // the part's begin, the choice, the part's end, y, the end
  const PartState& choice = owned.states[1];
  REQUIRE(choice.kind == PartState::Kind::set);
  const auto reads = [&](char byte) {
    const auto bit = static_cast<std::uint8_t>(byte);
    return (owned.sets[choice.first][bit / 64] >> bit % 64 & 1U) != 0;
  };
  CHECK((reads('a') && reads('c') && reads('x') && reads('7')));
  CHECK_FALSE((reads('d') || reads('A') || reads('y')));
  CHECK(owned.states[0].begins == choice.first);
  CHECK(owned.states[0].last == 0);
  CHECK(part_program(Pattern("(?'x'a?)")).states[0].last == 1);
}

TEST_CASE("the bytes that lead only back to a choice are known, and no others") {
  const auto repeats = [](const char* expression, char byte) {
    const auto owned = part_program(Pattern(expression));
    const auto bit = static_cast<std::uint8_t>(byte);
    return std::any_of(owned.states.begin(), owned.states.end(), [&](const PartState& state) {
      if (state.kind != PartState::Kind::split || state.first == PartState::kNoSet) return false;
      return (owned.sets[state.first][bit / 64] >> bit % 64 & 1U) != 0;
    });
  };
  CHECK(repeats("(?'x'[a-c]+)d", 'b'));
  CHECK_FALSE(repeats("(?'x'[a-c]+)d", 'd'));
  CHECK_FALSE(repeats("(?'x'[a-c]+)b", 'b'));
  CHECK(repeats("(?'x'[a-c]+)b", 'c'));
  CHECK_FALSE(repeats("(?:(?'x'a)|b)+c", 'a'));
}
