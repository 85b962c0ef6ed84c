// The syntax tree of a pattern: what the grammar's expressions are read into before they are
// compiled.
#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace handvest {

/// Code points `first` to `last`, both included.
struct CodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One node of an expression in Perl syntax.
struct Syntax {
  enum class Kind {
    empty,
    set,        ///< one code point out of `ranges`
    sequence,   ///< `children` one after the other
    choice,     ///< one of `children`
    repeat,     ///< children[0], `min` to `max` times
    group,      ///< children[0]; captures when `text` (its name) or `numbered` is set
    look,       ///< lookaround; `text` is its opening, e.g. "(?<!"
    assertion,  ///< `text` is "^", "$", "\\b", "\\A" …
    opaque,     ///< what only the matcher understands: back references, flags; `text` as written
  };

  Kind kind = Kind::empty;
  std::vector<CodeRange> ranges;  ///< ordered, apart
  std::vector<Syntax> children;
  std::size_t min = 0;
  std::size_t max = 0;  ///< kUnbounded for none
  std::string text;     ///< see Kind; for repeat "?" (lazy), "+" (possessive) or empty
  bool numbered = false;

  static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);
};

/// How an expression is read.
struct SyntaxOptions {
  bool ignore_case = false;     ///< letters of ASCII and Latin-1 stand for both cases
  bool flexible_blank = false;  ///< a blank stands for one blank or one line end
};

/// An expression that is not well formed; what() says what is wrong, `offset` where (bytes).
struct SyntaxError : std::runtime_error {
  SyntaxError(const std::string& what, std::size_t where)
      : std::runtime_error(what), offset(where) {}
  std::size_t offset;
};

/// Reads a UTF-8 expression. Throws SyntaxError.
Syntax parse_expression(std::string_view expression, const SyntaxOptions& options = {});

/// The expression as Boost.Regex reads it over bytes: sets with members beyond ASCII become
/// alternations of byte sequences, so that a class always takes whole code points.
std::string to_byte_expression(const Syntax& syntax);

struct ByteRange {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
};

/// One to four byte ranges, one after the other.
class ByteSequence {
 public:
  void push_back(ByteRange range) { ranges_[size_++] = range; }
  std::size_t size() const { return size_; }
  const ByteRange* begin() const { return ranges_.data(); }
  const ByteRange* end() const { return ranges_.data() + size_; }
  ByteRange* begin() { return ranges_.data(); }
  ByteRange* end() { return ranges_.data() + size_; }
  const ByteRange& operator[](std::size_t i) const { return ranges_[i]; }

 private:
  std::array<ByteRange, 4> ranges_{};
  std::uint8_t size_ = 0;
};

/// UTF-8 byte sequences of a range of code points: the range is their union.
std::vector<ByteSequence> utf8_sequences(CodeRange range);

}  // namespace handvest
