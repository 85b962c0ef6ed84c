#include "grammar/syntax.hpp"

#include <algorithm>
#include <cctype>

#include "grammar/code_ranges.hpp"

namespace handvest {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const SyntaxOptions& options) : text_(text), options_(options) {}

  Syntax whole() {
    Syntax result = choice();
    if (!at_end()) fail("a closing bracket has no opening one");
    return result;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw SyntaxError(what, at_); }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool starts(std::string_view prefix) const {
    return text_.substr(at_).substr(0, prefix.size()) == prefix;
  }
  bool take(std::string_view prefix) {
    if (!starts(prefix)) return false;
    at_ += prefix.size();
    return true;
  }

  std::uint32_t code_point() {
    if (at_end()) fail("the expression ends too early");
    const auto byte = [&](std::size_t i) {
      return i < text_.size() ? static_cast<std::uint8_t>(text_[i]) : std::uint8_t{0};
    };
    const std::uint8_t lead = byte(at_);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (byte(at_ + i) & 0x3FU);
    at_ += length;
    return c;
  }

  Syntax set_of(Ranges ranges) const {
    Syntax node;
    node.kind = Syntax::Kind::set;
    node.ranges = options_.ignore_case ? both_cases(ranges) : merged(std::move(ranges));
    return node;
  }

  // Most of what expressions are made of.
  Syntax one(std::uint32_t code) const {
    Syntax node;
    node.kind = Syntax::Kind::set;
    const auto other = options_.ignore_case ? other_case(code) : 0;
    if (other == 0) {
      node.ranges.assign(1, {code, code});
    } else {
      const auto [first, last] = std::minmax(code, other);
      node.ranges.reserve(2);
      node.ranges.push_back({first, first});
      node.ranges.push_back({last, last});
    }
    return node;
  }

  static Syntax plain(Syntax::Kind kind, std::string text) {
    Syntax node;
    node.kind = kind;
    node.text = std::move(text);
    return node;
  }

  Syntax choice() {
    if (++depth_ > 200) fail("brackets nest too deeply");
    std::vector<Syntax> branches;  // no initializer list: that would copy the tree at every level
    branches.push_back(sequence());
    while (take("|")) branches.push_back(sequence());
    --depth_;
    if (branches.size() == 1) return std::move(branches.front());
    Syntax node;
    node.kind = Syntax::Kind::choice;
    node.children = std::move(branches);
    return node;
  }

  Syntax sequence() {
    Syntax node;
    node.kind = Syntax::Kind::sequence;
    node.children.reserve(8);
    while (!at_end() && peek() != '|' && peek() != ')') node.children.push_back(repeated(atom()));
    if (node.children.size() != 1) return node;
    Syntax only = std::move(node.children.front());
    return only;
  }

  std::size_t count() {
    std::size_t value = 0;
    while (std::isdigit(static_cast<unsigned char>(peek())) != 0) {
      value = value * 10 + static_cast<std::size_t>(text_[at_++] - '0');
      if (value > 1000) fail("a count is larger than 1000");
    }
    return value;
  }

  // "{2}", "{2,}", "{2,4}" behind an atom.
  void read_counts(Syntax& node) {
    ++at_;
    node.min = node.max = count();
    if (take(",")) node.max = peek() == '}' ? Syntax::kUnbounded : count();
    if (!take("}")) fail("a count is not closed with }");
    if (node.max < node.min) fail("a count's upper bound lies below its lower bound");
  }

  Syntax repeated(Syntax atom) {
    for (;;) {
      Syntax node;
      node.kind = Syntax::Kind::repeat;
      node.max = Syntax::kUnbounded;
      if (take("?")) {
        node.max = 1;
      } else if (take("+")) {
        node.min = 1;
      } else if (peek() == '{' && at_ + 1 < text_.size() &&
                 std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0) {
        read_counts(node);
      } else if (!take("*")) {
        return atom;
      }
      if (take("?")) {
        node.text = "?";
      } else if (take("+")) {
        node.text = "+";
      }
      node.children.push_back(std::move(atom));
      atom = std::move(node);
    }
  }

  Syntax atom() {
    const char c = peek();
    if (c == '(') return bracket();
    if (c == '[') return character_class();
    if (c == '\\') return escape();
    if (c == '*' || c == '+' || c == '?') fail("a quantifier has nothing to repeat");
    if (c == '.') {
      ++at_;
      return set_of({{0, kLastCodePoint}});
    }
    if (c == '^' || c == '$') {
      ++at_;
      return plain(Syntax::Kind::assertion, std::string(1, c));
    }
    const std::uint32_t code = code_point();
    if (code == ' ' && options_.flexible_blank) return set_of({{' ', ' '}, {'\n', '\n'}});
    return one(code);
  }

  Syntax bracket() {
    Syntax node;
    node.kind = Syntax::Kind::group;
    for (const std::string_view opening : {"(?=", "(?!", "(?<=", "(?<!", "(?>"}) {
      if (!take(opening)) continue;
      node.kind = Syntax::Kind::look;
      node.text = opening;
      return closed(std::move(node));
    }
    if (take("(?:")) return closed(std::move(node));
    // In XML (?'name'…) is easier to write than (?<name>…).
    if (const char quote = starts("(?'") ? '\'' : '>'; take("(?'") || take("(?<")) {
      const std::size_t close = text_.find(quote, at_);
      if (close == std::string_view::npos || close == at_) fail("a group's name is not closed");
      node.text = text_.substr(at_, close - at_);
      at_ = close + 1;
      return closed(std::move(node));
    }
    if (starts("(?")) {
      const std::size_t close = text_.find(')', at_);
      if (close == std::string_view::npos) fail("a bracket is not closed");
      const std::string flags(text_.substr(at_, close + 1 - at_));
      at_ = close + 1;
      return plain(Syntax::Kind::opaque, flags);
    }
    ++at_;
    node.numbered = true;
    return closed(std::move(node));
  }

  Syntax closed(Syntax node) {
    node.children.push_back(choice());
    if (!take(")")) fail("a bracket is not closed");
    return node;
  }

  std::uint32_t hexadecimal() {
    const bool braces = take("{");
    std::uint32_t value = 0;
    const std::size_t most = braces ? 6 : 2;
    for (std::size_t i = 0; i < most && std::isxdigit(static_cast<unsigned char>(peek())) != 0;
         ++i) {
      value = value * 16 +
              static_cast<std::uint32_t>(std::stoul(std::string(1, text_[at_++]), nullptr, 16));
    }
    if (braces && !take("}")) fail("a code point is not closed with }");
    return value;
  }

  // A class such as \d or \p{L}, taken when one stands here.
  bool take_class(Ranges& ranges) {
    if (peek() != '\\' || at_ + 1 >= text_.size()) return false;
    if (text_[at_ + 1] == 'p' && at_ + 2 < text_.size() && text_[at_ + 2] == '{') {
      const std::size_t close = text_.find('}', at_);
      const auto name =
          text_.substr(at_ + 3, close == std::string_view::npos ? 0 : close - at_ - 3);
      ranges = named_class(name);
      if (ranges.empty()) fail("the class \\p{" + std::string(name) + "} is not known");
      at_ = close + 1;
      return true;
    }
    ranges = class_of(text_[at_ + 1]);
    if (ranges.empty()) return false;
    at_ += 2;
    return true;
  }

  // The code point that an escape stands for.
  std::uint32_t escaped_code_point() {
    ++at_;
    if (at_end()) fail("a backslash ends the expression");
    switch (peek()) {
      case 'n':
        ++at_;
        return '\n';
      case 't':
        ++at_;
        return '\t';
      case 'r':
        ++at_;
        return '\r';
      case 'f':
        ++at_;
        return '\f';
      case 'v':
        ++at_;
        return '\v';
      case 'x':
        ++at_;
        return hexadecimal();
      default:
        return code_point();
    }
  }

  Syntax escape() {
    Ranges ranges;
    if (take_class(ranges)) return set_of(std::move(ranges));
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (std::string_view("bBAzZ<>").find(next) != std::string_view::npos && next != '\0') {
      at_ += 2;
      return plain(Syntax::Kind::assertion, std::string("\\") + next);
    }
    if ((next >= '1' && next <= '9') || next == 'k' || next == 'K' || next == 'Q' || next == 'R' ||
        next == 'g') {
      return opaque_escape();
    }
    return one(escaped_code_point());
  }

  Syntax opaque_escape() {
    const std::size_t from = at_;
    at_ += 2;
    if (peek() == '{' || peek() == '<') {
      const std::size_t close = text_.find(peek() == '{' ? '}' : '>', at_);
      if (close == std::string_view::npos) fail("a back reference is not closed");
      at_ = close + 1;
    }
    return plain(Syntax::Kind::opaque, std::string(text_.substr(from, at_ - from)));
  }

  bool take_posix_class(Ranges& ranges) {
    if (!starts("[:")) return false;
    const std::size_t close = text_.find(":]", at_);
    if (close == std::string_view::npos) return false;
    const auto name = text_.substr(at_ + 2, close - at_ - 2);
    ranges = named_class(name);
    if (ranges.empty()) fail("the class [:" + std::string(name) + ":] is not known");
    at_ = close + 2;
    return true;
  }

  std::uint32_t class_member() { return peek() == '\\' ? escaped_code_point() : code_point(); }

  Syntax character_class() {
    ++at_;
    const bool negated = take("^");
    Ranges all;
    for (bool first = true; first || peek() != ']'; first = false) {
      if (at_end()) fail("a character class is not closed with ]");
      Ranges ranges;
      if (take_class(ranges) || take_posix_class(ranges)) {
        all.insert(all.end(), ranges.begin(), ranges.end());
        continue;
      }
      CodeRange range{class_member(), 0};
      range.last = range.first;
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        range.last = class_member();
        if (range.last < range.first) fail("a range in a character class runs backwards");
      }
      all.push_back(range);
    }
    ++at_;
    if (options_.ignore_case) all = both_cases(all);
    Syntax node;
    node.kind = Syntax::Kind::set;
    node.ranges = negated ? complement(all) : merged(std::move(all));
    return node;
  }

  std::string_view text_;
  SyntaxOptions options_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Syntax parse_expression(std::string_view expression, const SyntaxOptions& options) {
  return Parser(expression, options).whole();
}

}  // namespace handvest
