// Writes JSON (RFC 8259) piece by piece, without a tree in between: a document has some hundred
// thousand values, and a tree of them costs more than all of the reading.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
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
      : compact_(compact), sink_(std::move(sink)) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// `name` must need no escapes: names are the format's own words.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const Decimal& number);
  void value(std::integral auto number) {
    before_value();
    std::array<char, 24> digits{};
    out_.append(digits.data(),
                std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
  }
  void value(bool truth);
  /// Shortest notation that reads back as the same number. Not for NaN and infinities.
  void value(double number);
  /// A number by its digits, which must be a JSON number already.
  void number(std::string_view digits) {
    before_value();
    out_ += digits;
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
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void line_break();

  bool compact_;
  bool after_key_ = false;
  ByteSink sink_;
  bool just_begun_ = false;  ///< the innermost open object or array has no members yet
  std::size_t depth_ = 0;    ///< of open objects and arrays
  std::string out_;
};

/// `text` between quotation marks as JSON has it, appended to `out`.
void append_json_string(std::string& out, std::string_view text);

}  // namespace handvest
