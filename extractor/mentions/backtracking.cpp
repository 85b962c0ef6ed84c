// Patterns that can take exponential time.
#include <string>

#include "grammar/regex.hpp"
#include "grammar/syntax.hpp"
#include "grammar/utf8_sequences.hpp"
#include "mentions/check.hpp"

namespace handvest {
namespace {

constexpr std::size_t kPumps = 40;

void append_code_point(std::uint32_t code, std::string& text) {
  const auto sequences = utf8_sequences({code, code});
  for (const auto& byte : sequences.front()) text += static_cast<char>(byte.first);
}

std::uint32_t printable_member(const Syntax& set) {
  for (const auto& range : set.ranges) {
    if (range.last >= 'a' && range.first <= 'a') return 'a';
    if (range.last >= '0' && range.first <= '0') return '0';
  }
  return set.ranges.empty() ? 'a' : set.ranges.front().first;
}

// Writes a text that `node` matches, with `pumped` repeated kPumps times. True when the text was
// cut off behind the pumped part: what follows it is left out, so that the whole cannot match.
bool write_misleading(const Syntax& node, const Syntax* pumped, std::string& text) {
  using Kind = Syntax::Kind;
  switch (node.kind) {
    case Kind::set:
      append_code_point(printable_member(node), text);
      return false;
    case Kind::sequence:
      for (const auto& child : node.children) {
        if (write_misleading(child, pumped, text)) return true;
      }
      return false;
    case Kind::choice: {
      for (const auto& child : node.children) {
        std::string attempt = text;
        if (write_misleading(child, pumped, attempt)) {
          text = std::move(attempt);
          return true;
        }
      }
      return write_misleading(node.children.front(), nullptr, text);
    }
    case Kind::repeat: {
      if (&node == pumped) {
        for (std::size_t i = 0; i < kPumps; ++i) write_misleading(node.children[0], nullptr, text);
        return true;
      }
      std::string attempt = text;
      if (write_misleading(node.children[0], pumped, attempt)) {
        text = std::move(attempt);
        return true;
      }
      for (std::size_t i = 0; i < node.min; ++i) write_misleading(node.children[0], nullptr, text);
      return false;
    }
    case Kind::group:
      return write_misleading(node.children[0], pumped, text);
    default:
      return false;
  }
}

void collect_unbounded(const Syntax& node, std::vector<const Syntax*>& repeats) {
  if (node.kind == Syntax::Kind::repeat && node.max == Syntax::kUnbounded) repeats.push_back(&node);
  for (const auto& child : node.children) collect_unbounded(child, repeats);
}

// A repeat whose body is nothing but another unbounded repeat: (a+)*, ((a|b)*)+.
bool repeats_a_repeat(const Syntax& node) {
  if (node.kind == Syntax::Kind::repeat && node.max == Syntax::kUnbounded && node.text != "+") {
    const Syntax* body = &node.children[0];
    while ((body->kind == Syntax::Kind::group || body->kind == Syntax::Kind::sequence) &&
           body->children.size() == 1) {
      body = &body->children[0];
    }
    if (body->kind == Syntax::Kind::repeat && body->max == Syntax::kUnbounded) return true;
  }
  for (const auto& child : node.children) {
    if (repeats_a_repeat(child)) return true;
  }
  return false;
}

}  // namespace

std::string unbounded_backtracking(const Rule& rule) {
  const Syntax syntax = parse_expression(rule.pattern.expression(), rule.pattern.options());
  if (repeats_a_repeat(syntax))
    return "repeats a repeat, so that its pattern can backtrack without bound";
  std::vector<const Syntax*> repeats;
  collect_unbounded(syntax, repeats);
  for (const Syntax* repeat : repeats) {
    std::string text;
    write_misleading(syntax, repeat, text);
    // The matcher would see at once that a letter which every match has is missing.
    text += '\x01';
    write_misleading(syntax, nullptr, text);
    try {
      static_cast<void>(rule.pattern.full_match_or_throw(text));
    } catch (const TooComplex&) {
      return "grows too complex on '" + text.substr(0, 60) +
             "…': its pattern can backtrack without bound";
    }
  }
  return {};
}

}  // namespace handvest
