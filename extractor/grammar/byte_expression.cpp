// A syntax tree as an expression over bytes.
#include <algorithm>
#include <array>

#include "grammar/syntax.hpp"

namespace handvest {
namespace {

constexpr std::array<std::uint32_t, 4> kLastOfLength = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};

struct Encoded {
  std::array<std::uint8_t, 4> bytes{};
  std::size_t size = 0;
};

Encoded encoded(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<std::uint8_t>(value); };
  const auto tail = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3FU)); };
  if (code <= 0x7F) return {{byte(code)}, 1};
  if (code <= 0x7FF) return {{byte(0xC0 | (code >> 6U)), tail(0)}, 2};
  if (code <= 0xFFFF) return {{byte(0xE0 | (code >> 12U)), tail(6), tail(0)}, 3};
  return {{byte(0xF0 | (code >> 18U)), tail(12), tail(6), tail(0)}, 4};
}

// Both ends have the same length. Splits until each byte's range is independent of the others.
void add_sequences(std::uint32_t first, std::uint32_t last, std::vector<ByteSequence>& result) {
  for (unsigned i = 1; i < 4; ++i) {
    const std::uint32_t mask = (1U << (6 * i)) - 1;
    if (last <= 0x7F || (first & ~mask) == (last & ~mask)) continue;
    if ((first & mask) != 0) {
      add_sequences(first, first | mask, result);
      return add_sequences((first | mask) + 1, last, result);
    }
    if ((last & mask) != mask) {
      add_sequences(first, (last & ~mask) - 1, result);
      return add_sequences(last & ~mask, last, result);
    }
  }
  const auto low = encoded(first);
  const auto high = encoded(last);
  ByteSequence sequence;
  for (std::size_t i = 0; i < low.size; ++i) sequence.push_back({low.bytes[i], high.bytes[i]});
  result.push_back(sequence);
}

std::string byte_text(std::uint8_t byte) {
  constexpr const char* kHex = "0123456789ABCDEF";
  if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
      (byte >= 'A' && byte <= 'Z') || byte == ' ') {
    return {static_cast<char>(byte)};
  }
  return {'\\', 'x', kHex[byte >> 4U], kHex[byte & 0xFU]};
}

std::string byte_range_text(const ByteRange& range) {
  return range.first == range.last ? byte_text(range.first)
                                   : byte_text(range.first) + "-" + byte_text(range.last);
}

std::string set_text(const std::vector<CodeRange>& ranges) {
  std::string ascii;
  std::size_t members = 0;
  std::vector<std::string> branches;
  for (const auto& range : ranges) {
    for (const auto& sequence : utf8_sequences(range)) {
      if (sequence.size() == 1) {
        ascii += byte_range_text(sequence[0]);
        members += sequence[0].first == sequence[0].last ? 1 : 2;
        continue;
      }
      std::string branch;
      for (const auto& bytes : sequence) {
        branch +=
            bytes.first == bytes.last ? byte_text(bytes.first) : "[" + byte_range_text(bytes) + "]";
      }
      branches.push_back(std::move(branch));
    }
  }
  if (!ascii.empty()) branches.insert(branches.begin(), members == 1 ? ascii : "[" + ascii + "]");
  if (branches.empty()) return "(?!)";
  std::string text = branches[0];
  for (std::size_t i = 1; i < branches.size(); ++i) text += "|" + branches[i];
  return branches.size() == 1 && (members > 0) ? text : "(?:" + text + ")";
}

constexpr std::uint32_t kFirstBeyondAscii = 0x80;
constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

bool has_all_beyond_ascii(const Syntax& set) {
  return !set.ranges.empty() && set.ranges.back().first <= kFirstBeyondAscii &&
         set.ranges.back().last >= kLastCodePoint;
}

// A set that takes every code point beyond ASCII may take their bytes one by one when it is
// repeated; a class of bytes is far quicker than alternatives.
std::string byte_class(const Syntax& set) {
  std::string text = "[";
  for (const auto& range : set.ranges) {
    if (range.first < kFirstBeyondAscii) {
      const auto last = std::min<std::uint32_t>(range.last, kFirstBeyondAscii - 1);
      text += byte_range_text(
          {static_cast<std::uint8_t>(range.first), static_cast<std::uint8_t>(last)});
    }
  }
  return text + "\\x80-\\xFF]";
}

std::string repeat_body(const Syntax& repeat) {
  const Syntax& body = repeat.children[0];
  if (body.kind == Syntax::Kind::set && has_all_beyond_ascii(body) &&
      repeat.max == Syntax::kUnbounded) {
    return byte_class(body);
  }
  return "(?:" + to_byte_expression(body) + ")";
}

// Boost looks behind only over a fixed number of bytes: one branch for each length.
std::vector<std::string> fixed_branches(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  constexpr std::size_t kMostBranches = 64;
  std::vector<std::string> branches;
  if (syntax.kind == Kind::set) {
    std::uint32_t first = 0;
    for (const std::uint32_t last : kLastOfLength) {
      std::vector<CodeRange> same_length;
      for (const auto& range : syntax.ranges) {
        const CodeRange part{std::max(range.first, first), std::min(range.last, last)};
        if (part.first <= part.last) same_length.push_back(part);
      }
      if (!same_length.empty()) branches.push_back(set_text(same_length));
      first = last + 1;
    }
    return branches;
  }
  if (syntax.kind == Kind::group) return fixed_branches(syntax.children[0]);
  if (syntax.kind == Kind::choice) {
    for (const auto& child : syntax.children) {
      for (auto& branch : fixed_branches(child)) branches.push_back(std::move(branch));
    }
    return branches;
  }
  if (syntax.kind != Kind::sequence) return {to_byte_expression(syntax)};
  branches.emplace_back();
  for (const auto& child : syntax.children) {
    std::vector<std::string> longer;
    for (const auto& head : branches) {
      for (const auto& tail : fixed_branches(child)) longer.push_back(head + tail);
    }
    if (longer.size() > kMostBranches) throw SyntaxError("too many alternatives to look behind", 0);
    branches = std::move(longer);
  }
  return branches;
}

std::string look_behind_text(const Syntax& look) {
  const bool negative = look.text == "(?<!";
  std::string text;
  for (const auto& branch : fixed_branches(look.children[0])) {
    if (!negative && !text.empty()) text += "|";
    text += look.text + branch + ")";
  }
  return negative ? text : "(?:" + text + ")";
}

std::string quantifier(const Syntax& node) {
  const bool unbounded = node.max == Syntax::kUnbounded;
  if (node.min == 0 && node.max == 1) return "?" + node.text;
  if (unbounded && node.min <= 1) return (node.min == 0 ? "*" : "+") + node.text;
  return "{" + std::to_string(node.min) + "," + (unbounded ? "" : std::to_string(node.max)) + "}" +
         node.text;
}

// Boost's own word boundaries know ASCII only. Lookbehind must have one width: hence two.
std::string assertion_text(const std::string& assertion) {
  const std::string ends = "(?:(?<=[0-9A-Za-z_])|(?<=[\\xC3-\\xCA][\\x80-\\xBF]))";
  const std::string ends_not = "(?<![0-9A-Za-z_])(?<![\\xC3-\\xCA][\\x80-\\xBF])";
  const std::string begins = "(?=[0-9A-Za-z_\\xC3-\\xCA])";
  const std::string begins_not = "(?![0-9A-Za-z_\\xC3-\\xCA])";
  if (assertion == "\\b") return "(?:" + ends + begins_not + "|" + ends_not + begins + ")";
  if (assertion == "\\B") return "(?:" + ends + begins + "|" + ends_not + begins_not + ")";
  if (assertion == "\\<") return "(?:" + ends_not + begins + ")";
  if (assertion == "\\>") return "(?:" + ends + begins_not + ")";
  return assertion;
}

std::string joined(const std::vector<Syntax>& nodes, const char* separator) {
  std::string text;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i > 0) text += separator;
    text += to_byte_expression(nodes[i]);
  }
  return text;
}

}  // namespace

std::vector<ByteSequence> utf8_sequences(CodeRange range) {
  std::vector<ByteSequence> result;
  std::uint32_t first = range.first;
  for (const std::uint32_t end : kLastOfLength) {
    if (first > range.last) break;
    if (first > end) continue;
    add_sequences(first, std::min(range.last, end), result);
    first = end + 1;
  }
  return result;
}

std::string to_byte_expression(const Syntax& syntax) {
  using Kind = Syntax::Kind;
  switch (syntax.kind) {
    case Kind::empty:
      return {};
    case Kind::set:
      return set_text(syntax.ranges);
    case Kind::sequence:
      return joined(syntax.children, "");
    case Kind::choice:
      return "(?:" + joined(syntax.children, "|") + ")";
    case Kind::repeat:
      return repeat_body(syntax) + quantifier(syntax);
    case Kind::group: {
      const std::string opening = syntax.numbered       ? "("
                                  : syntax.text.empty() ? "(?:"
                                                        : "(?<" + syntax.text + ">";
      return opening + to_byte_expression(syntax.children[0]) + ")";
    }
    case Kind::look:
      if (syntax.text == "(?<=" || syntax.text == "(?<!") return look_behind_text(syntax);
      return syntax.text + to_byte_expression(syntax.children[0]) + ")";
    case Kind::assertion:
      return assertion_text(syntax.text);
    case Kind::opaque:
      return syntax.text;
  }
  return {};
}

}  // namespace handvest
