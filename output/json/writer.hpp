// Writes JSON (RFC 8259) piece by piece, without a tree in between: a document has some hundred
// thousand values, and a tree of them costs more than all of the reading.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
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
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// `name` must need no escapes: names are the format's own words.
  void key(std::string_view name) {
    written_to(begin_member(name, 0));
    before_ = Before::key;
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
    before_ = Before::bracket;
  }
  void end(char bracket) {
    --depth_;
    char* to = room_for(2 + indent());
    if (std::exchange(before_, Before::value) != Before::bracket && !compact_) to = break_line(to);
    *to++ = bracket;
    written_to(to);
  }

  // What is written goes where a local pointer says, and the members learn of it at the end: a
  // compiler must think that each byte through a pointer can change them.

  /// The place of `size` more bytes.
  char* room_for(std::size_t size) {
    if (static_cast<std::size_t>(limit_ - at_) < size) give_or_grow(size);
    return at_;
  }
  void written_to(char* end) { at_ = end; }

  /// The same behind the comma and the line break that go before a value.
  char* begin_value(std::size_t size) {
    char* to = room_for(size + 2 + indent());
    const Before before = std::exchange(before_, Before::value);
    if (before == Before::key) return to;
    if (before == Before::value) *to++ = ',';
    return compact_ || depth_ == 0 ? to : break_line(to);
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
    char* const limit = to + kLongestNumber;
    // Nearly all fit into half a word, which is quicker to divide.
    const bool is_small = std::in_range<std::uint32_t>(number);
    written_to(is_small ? std::to_chars(to, limit, static_cast<std::uint32_t>(number)).ptr
                        : std::to_chars(to, limit, number).ptr);
  }
  static std::size_t longest(std::string_view text) { return text.size() + 2; }
  void finish_string(char* to, std::string_view text);
  std::size_t indent() const { return compact_ ? 0 : 2 * depth_; }
  char* break_line(char* to) const;

  void literal(std::string_view bytes);
  char* copy_special(std::string_view& text, char* to);
  void give_or_grow(std::size_t size);

  /// What was written last in the innermost open object or array.
  enum class Before : std::uint8_t { bracket, key, value };

  bool compact_;
  Before before_ = Before::bracket;
  std::size_t depth_ = 0;  ///< of open objects and arrays
  ByteSink sink_;
  std::string buffer_;         ///< what was written and went to no sink stands at its begin
  char* at_ = buffer_.data();  ///< where that ends
  char* limit_ = at_ + buffer_.size();
};

}  // namespace handvest
