// A syntax tree as an expression again.
#include "grammar/code_ranges.hpp"
#include "grammar/syntax.hpp"
#include "grammar/word_edges.hpp"

namespace handvest {
namespace {

std::string code_text(std::uint32_t code) {
  const bool plain = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                     (code >= 'A' && code <= 'Z') || code == ' ';
  if (plain) return {static_cast<char>(code)};
  constexpr const char* kHex = "0123456789ABCDEF";
  std::string digits;
  do {
    digits.insert(digits.begin(), kHex[code & 0xFU]);
    code >>= 4U;
  } while (code != 0);
  return "\\x{" + digits + "}";
}

// Both cases of a letter and nothing else: the lower one; else 0.
std::uint32_t letter_of_cases(const std::vector<CodeRange>& ranges) {
  if (ranges.size() != 2) return 0;
  const auto [upper, upper_last] = ranges[0];
  const auto [lower, lower_last] = ranges[1];
  const bool singles = upper == upper_last && lower == lower_last;
  const bool letter = (upper >= 'A' && upper <= 'Z') || upper >= 0xC0;
  return singles && letter && lower == upper + 0x20 ? lower : 0;
}

std::string class_text(std::string_view opening, const Ranges& ranges) {
  std::string text(opening);
  for (const auto& range : ranges) {
    text += code_text(range.first);
    if (range.first != range.last) text += "-" + code_text(range.last);
  }
  return text + "]";
}

std::string set_text(const Ranges& ranges) {
  if (ranges.empty()) return "(?!)";
  if (ranges.back().last == kLastCodePoint) {  // told quicker by what is missing
    const Ranges missing = complement(ranges);
    return missing.empty() ? "(?s:.)" : class_text("[^", missing);
  }
  // A letter is a hundredth of the code that a class of two is, and rules of number words are long.
  if (const auto letter = letter_of_cases(ranges); letter != 0) {
    return "(?i:" + code_text(letter) + ")";
  }
  if (ranges.size() == 1 && ranges[0].first == ranges[0].last) return code_text(ranges[0].first);
  return class_text("[", ranges);
}

std::string quantifier(const Syntax& node) {
  const bool unbounded = node.max == Syntax::kUnbounded;
  if (node.min == 0 && node.max == 1) return "?" + node.text;
  if (unbounded && node.min <= 1) return (node.min == 0 ? "*" : "+") + node.text;
  return "{" + std::to_string(node.min) + "," + (unbounded ? "" : std::to_string(node.max)) + "}" +
         node.text;
}

std::string repeat_text(const Syntax& repeat) {
  const Syntax& body = repeat.children[0];
  const std::string text = to_expression(body);
  return (body.kind == Syntax::Kind::set ? text : "(?:" + text + ")") + quantifier(repeat);
}

// The matcher's own `\w` is ASCII's, or else every letter of Unicode: neither is the grammar's. A
// boundary beside a known letter need look at its other side only, and lets the matcher jump to
// the letters that can begin a match.
std::string assertion_text(const std::string& assertion, EdgeKind before, EdgeKind after) {
  const auto look = [](const char* opening) {
    return opening + class_text("[", class_of('w')) + ")";
  };
  const auto ends = [&] { return look("(?<="); };
  const auto ends_not = [&] { return look("(?<!"); };
  const auto begins = [&] { return look("(?="); };
  const auto begins_not = [&] { return look("(?!"); };
  if (assertion == "\\b" && after == EdgeKind::word) return ends_not();
  if (assertion == "\\b" && after == EdgeKind::other) return ends();
  if (assertion == "\\b" && before == EdgeKind::word) return begins_not();
  if (assertion == "\\b" && before == EdgeKind::other) return begins();
  if (assertion == "\\b") return "(?:" + ends() + begins_not() + "|" + ends_not() + begins() + ")";
  if (assertion == "\\B") return "(?:" + ends() + begins() + "|" + ends_not() + begins_not() + ")";
  if (assertion == "\\<") return "(?:" + ends_not() + begins() + ")";
  if (assertion == "\\>") return "(?:" + ends() + begins_not() + ")";
  return assertion;
}

std::string choice_text(const std::vector<Syntax>& ways) {
  std::string text = "(?:";
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (i > 0) text += "|";
    text += to_expression(ways[i]);
  }
  return text + ")";
}

std::string assertion_text(const std::vector<Syntax>& nodes, std::size_t at) {
  return assertion_text(nodes[at].text, at > 0 ? last_of(nodes[at - 1]) : EdgeKind::mixed,
                        at + 1 < nodes.size() ? first_of(nodes[at + 1]) : EdgeKind::mixed);
}

// Letters of either case that follow one another share one group.
std::string sequence_text(const std::vector<Syntax>& nodes) {
  std::string text;
  bool inside = false;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Syntax& node = nodes[i];
    const auto letter = node.kind == Syntax::Kind::set ? letter_of_cases(node.ranges) : 0;
    if (letter == 0 && inside) text += ")";
    if (letter != 0 && !inside) text += "(?i:";
    inside = letter != 0;
    text += letter != 0                            ? code_text(letter)
            : node.kind == Syntax::Kind::assertion ? assertion_text(nodes, i)
                                                   : to_expression(node);
  }
  return inside ? text + ")" : text;
}

}  // namespace

std::string to_expression(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  switch (syntax.kind) {
    case Kind::empty:
      return {};
    case Kind::set:
      return set_text(syntax.ranges);
    case Kind::sequence:
      return sequence_text(syntax.children);
    case Kind::choice:
      return choice_text(syntax.children);
    case Kind::repeat:
      return repeat_text(syntax);
    case Kind::group: {
      const std::string opening = syntax.numbered       ? "("
                                  : syntax.text.empty() ? "(?:"
                                                        : "(?<" + syntax.text + ">";
      return opening + to_expression(syntax.children[0]) + ")";
    }
    case Kind::look:
      return syntax.text + to_expression(syntax.children[0]) + ")";
    case Kind::assertion:
      return assertion_text(syntax.text, EdgeKind::mixed, EdgeKind::mixed);
    case Kind::opaque:
      return syntax.text;
  }
  return {};
}

}  // namespace handvest
