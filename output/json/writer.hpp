// Writes JSON (RFC 8259) piece by piece, without a tree in between: a document has some hundred
// thousand values, and a tree of them costs more than all of the reading.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "output/byte_sink.hpp"
#include "text/decimal.hpp"

namespace handvest {

/// Appends values in the order of the calls. The caller balances begin and end and gives a key
/// before each value of an object; the writer sees to commas, indents and escapes. Bytes of a
/// string that are no UTF-8 become U+FFFD, control characters are escaped.
class JsonWriter {
 public:
  /// `compact` writes everything on one line, else two-space indent.
  /// With a sink, what is written goes there in pieces, and the last piece with finish().
  explicit JsonWriter(bool compact, ByteSink sink = {})
      : compact_(compact), sink_(std::move(sink)), buffer_(sink_ ? kPiece : 0, '\0') {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// `name` must need no escapes: names are the format's own words.
  void key(std::string_view name) {
    written_to(begin_member(name, 0));
    after_key_ = true;
  }

  void value(std::string_view text) { finish_string(begin_value(longest(text)), text); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(const Decimal& number);
  void value(std::integral auto number) { finish_number(begin_value(kLongestNumber), number); }
  void value(bool truth);
  /// Shortest notation that reads back as the same number. Not for NaN and infinities.
  void value(double number);
  /// A number by its digits, which must be a JSON number already.
  void number(std::string_view digits) { literal(digits); }

  template <typename Content>
  void field(std::string_view name, const Content& content) {
    // Numbers and strings, which most are, in one go with their key.
    if constexpr (std::integral<Content> && !std::same_as<Content, bool>) {
      finish_number(begin_member(name, kLongestNumber), content);
    } else if constexpr (std::convertible_to<const Content&, std::string_view>) {
      const std::string_view text = content;
      finish_string(begin_member(name, longest(text)), text);
    } else {
      key(name);
      value(content);
    }
  }
  /// Leaves the field out when the text is empty.
  void field_if(std::string_view name, std::string_view text) {
    if (!text.empty()) field(name, text);
  }
  /// An array of one value or node for each element, which `write` writes.
  template <typename Elements, typename Write>
  void array(const Elements& elements, Write write) {
    begin_array();
    for (const auto& element : elements) write(element);
    end_array();
  }

  /// What was written so far and went to no sink. The writer is empty afterwards.
  std::string take();
  /// Gives the sink what is left and a line end.
  void finish();

 private:
  static constexpr std::size_t kPiece = std::size_t{64} << 10U;
  static constexpr std::size_t kLongestNumber = 32;

  void begin(char bracket) {
    char* to = begin_value(1);
    *to++ = bracket;
    written_to(to);
    ++depth_;
    just_begun_ = true;
  }
  void end(char bracket) {
    --depth_;
    char* to = room_for(2 + indent());
    if (!std::exchange(just_begun_, false) && !compact_) to = break_line(to);
    *to++ = bracket;
    written_to(to);
  }

  // What is written goes where a local pointer says, and the members learn of it at the end: a
  // compiler must think that each byte through a pointer can change them.

  /// The place of `size` more bytes.
  char* room_for(std::size_t size) {
    if (buffer_.size() - used_ < size) give_or_grow(size);
    return buffer_.data() + used_;
  }
  void written_to(const char* end) { used_ = static_cast<std::size_t>(end - buffer_.data()); }

  /// The same behind the comma and the line break that go before a value.
  char* begin_value(std::size_t size) {
    char* to = room_for(size + 2 + indent());
    if (std::exchange(after_key_, false) || depth_ == 0) return to;
    if (!std::exchange(just_begun_, false)) *to++ = ',';
    return compact_ ? to : break_line(to);
  }
  /// The place of a member's value of `size` bytes, its key written.
  char* begin_member(std::string_view name, std::size_t size) {
    char* to = begin_value(name.size() + 4 + size);
    *to++ = '"';
    std::memcpy(to, name.data(), name.size());
    to += name.size();
    *to++ = '"';
    *to++ = ':';
    if (!compact_) *to++ = ' ';
    return to;
  }
  void finish_number(char* to, std::integral auto number) {
    written_to(std::to_chars(to, to + kLongestNumber, number).ptr);
  }
  static std::size_t longest(std::string_view text) { return text.size() + 2; }
  void finish_string(char* to, std::string_view text);
  std::size_t indent() const { return compact_ ? 0 : 2 * depth_; }
  char* break_line(char* to) const;

  void literal(std::string_view bytes);
  char* copy_special(std::string_view& text, char* to);
  void give_or_grow(std::size_t size);

  bool compact_;
  bool after_key_ = false;
  bool just_begun_ = false;  ///< the innermost open object or array has no members yet
  std::size_t depth_ = 0;    ///< of open objects and arrays
  ByteSink sink_;
  std::string buffer_;    ///< what was written and went to no sink stands at its begin
  std::size_t used_ = 0;  ///< bytes of it
};

}  // namespace handvest
