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
    before_value();
    make_room(name.size() + 4);
    put('"');
    put_all(name);
    put('"');
    put(':');
    if (!compact_) put(' ');
    after_key_ = true;
  }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const Decimal& number);
  void value(std::integral auto number) {
    before_value();
    make_room(24);
    char* const begin = buffer_.data() + used_;
    used_ += static_cast<std::size_t>(std::to_chars(begin, begin + 24, number).ptr - begin);
  }
  void value(bool truth);
  /// Shortest notation that reads back as the same number. Not for NaN and infinities.
  void value(double number);
  /// A number by its digits, which must be a JSON number already.
  void number(std::string_view digits) {
    before_value();
    append(digits);
  }

  void field(std::string_view name, const auto& content) {
    key(name);
    value(content);
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

  void begin(char bracket) {
    before_value();
    make_room(1);
    put(bracket);
    ++depth_;
    just_begun_ = true;
  }
  void end(char bracket) {
    --depth_;
    if (!std::exchange(just_begun_, false)) line_break();
    make_room(1);
    put(bracket);
  }
  void before_value() {
    if (std::exchange(after_key_, false) || depth_ == 0) return;
    make_room(1);
    if (!std::exchange(just_begun_, false)) put(',');
    line_break();
  }
  void line_break() {
    if (!compact_) break_line();
  }
  void break_line();
  void append(std::string_view bytes);
  void put_special(std::string_view& text);
  void append_escape(char c);

  /// So that `size` more bytes can be put.
  void make_room(std::size_t size) {
    if (buffer_.size() - used_ < size) give_or_grow(size);
  }
  void give_or_grow(std::size_t size);
  void put(char c) { buffer_[used_++] = c; }
  void put_all(std::string_view bytes) {
    std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }

  bool compact_;
  bool after_key_ = false;
  bool just_begun_ = false;  ///< the innermost open object or array has no members yet
  std::size_t depth_ = 0;    ///< of open objects and arrays
  ByteSink sink_;
  std::string buffer_;    ///< what was written and went to no sink stands at its begin
  std::size_t used_ = 0;  ///< bytes of it
};

}  // namespace handvest
