#include "layout/markers.hpp"

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kWindow = 40;
constexpr std::size_t kMaxDigits = 3;
constexpr int kMaxNumber = 999;

int raised_digit(char32_t c) {
  if (c == 0xB9) return 1;
  if (c == 0xB2 || c == 0xB3) return static_cast<int>(c - 0xB0);
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<int>(c - 0x2070);
  return -1;
}

std::size_t skip_blanks(std::string_view line, std::size_t offset) {
  for (CodePoint c = code_point_at(line, offset); c.size > 0 && is_blank(c.value);
       c = code_point_at(line, offset)) {
    offset += c.size;
  }
  return offset;
}

bool blank_at(std::string_view line, std::size_t offset) {
  const CodePoint c = code_point_at(line, offset);
  return c.size > 0 && is_blank(c.value);
}

Marker with_text(Marker marker, std::string_view line) {
  marker.text_begin = skip_blanks(line, marker.length);
  return marker;
}

Marker bullet_of(std::string_view line, const LayoutRules& rules) {
  const CodePoint first = code_point_at(line, 0);
  if (first.size == 0 || !rules.bullets.contains(line.substr(0, first.size))) return {};
  const CodePoint next = code_point_at(line, first.size);
  // OCR loses the blank after a dash or a bullet, but only there.
  const bool glued =
      !is_letter(first.value) && first.value != '*' && first.value != '+' && is_upper(next.value);
  if (next.size == 0 || (!is_blank(next.value) && !glued)) return {};
  return with_text({MarkerKind::bullet, first.size, 0, 0, {.sign = first.value}}, line);
}

// What stands between the brackets of a numbered mark: a number, a letter, or roman figures.
struct Figure {
  MarkerKind kind = MarkerKind::none;
  std::size_t length = 0;
  int ordinal = 0;
};

Figure number_at(std::string_view line, std::size_t offset) {
  Figure figure;
  while (figure.length <= kMaxDigits && offset + figure.length < line.size() &&
         is_digit(static_cast<unsigned char>(line[offset + figure.length]))) {
    figure.ordinal = figure.ordinal * 10 + (line[offset + figure.length] - '0');
    ++figure.length;
  }
  if (figure.length > 0 && figure.length <= kMaxDigits) figure.kind = MarkerKind::number;
  return figure;
}

int roman_value(char c) {
  switch (c) {
    case 'i':
    case 'I':
      return 1;
    case 'v':
    case 'V':
      return 5;
    case 'x':
    case 'X':
      return 10;
    default:
      return 0;
  }
}

Figure letters_at(std::string_view line, std::size_t offset) {
  std::size_t length = 0;
  int value = 0;
  int previous = 0;
  bool roman = true;
  while (length < 5 && offset + length < line.size() &&
         is_letter(static_cast<unsigned char>(line[offset + length]))) {
    const int digit = roman_value(line[offset + length]);
    roman = roman && digit > 0;
    value += digit > previous ? digit - 2 * previous : digit;
    previous = digit;
    ++length;
  }
  if (length == 1) {
    const char c = line[offset];
    if (is_lower(static_cast<unsigned char>(c))) return {MarkerKind::letter, 1, c - 'a' + 1};
    return {MarkerKind::capital, 1, c - 'A' + 1};
  }
  if (length >= 2 && length <= 4 && roman) return {MarkerKind::roman, length, value};
  return {};
}

Figure figure_at(std::string_view line, std::size_t offset) {
  const Figure number = number_at(line, offset);
  return number.length > 0 ? number : letters_at(line, offset);
}

MarkerStyle style_of(const Figure& figure, bool opening, char closing) {
  const char32_t sign = figure.kind == MarkerKind::number    ? U'1'
                        : figure.kind == MarkerKind::capital ? U'A'
                                                             : U'a';
  return {.sign = sign, .opening = opening, .closing = closing};
}

// "(1)", "1)", "1.", "a."; a stop needs a blank or a capital after it ("1.Wonen", not "1.5").
Marker numbered_of(std::string_view line) {
  const bool opening = line.front() == '(';
  const Figure figure = figure_at(line, opening ? 1 : 0);
  const std::size_t end = figure.length + (opening ? 1 : 0);
  if (figure.kind == MarkerKind::none || end >= line.size()) return {};
  const char closing = line[end];
  if (closing != ')' && (opening || closing != '.')) return {};
  const bool capital = is_upper(code_point_at(line, end + 1).value);
  const bool glued = figure.kind == MarkerKind::number && capital;
  if (!blank_at(line, end + 1) && !glued) return {};
  MarkerKind kind = figure.kind;
  if (kind == MarkerKind::capital && closing == ')') kind = MarkerKind::letter;
  return with_text({kind, end + 1, 0, figure.ordinal, style_of(figure, opening, closing)}, line);
}

// "2.1 Leren", "3.2.1. Doel": figures of at most two digits, and a capital after them, so that
// "2.500 woningen" and "4.4 miljoen" are none.
Marker multilevel_of(std::string_view line) {
  std::size_t offset = 0;
  int parts = 0;
  int last = 0;
  for (;;) {
    const Figure figure = number_at(line, offset);
    if (figure.kind == MarkerKind::none || figure.length > 2) return {};
    last = figure.ordinal;
    offset += figure.length;
    ++parts;
    const bool more = offset + 1 < line.size() && line[offset] == '.' &&
                      is_digit(static_cast<unsigned char>(line[offset + 1]));
    if (!more) break;
    ++offset;
  }
  if (parts < 2) return {};
  if (offset < line.size() && line[offset] == '.') ++offset;
  if (!blank_at(line, offset)) return {};
  const Marker marker = with_text({MarkerKind::multilevel, offset, 0, last, {.sign = U'1'}}, line);
  return is_upper(code_point_at(line, marker.text_begin).value) ? marker : Marker{};
}

Marker footnote_of(std::string_view line) {
  int value = 0;
  const std::size_t length = raised_number_at(line, 0, value);
  if (length == 0) return {};
  return with_text({MarkerKind::footnote, length, 0, value, {.sign = U'¹'}}, line);
}

// Most lines: no mark has five letters, or two that neither a stop nor a bracket follows.
bool begins_with_word(std::string_view line) {
  constexpr std::size_t kLongestMark = 4;
  std::size_t letters = 0;
  while (letters < line.size() && is_ascii_letter(line[letters])) {
    if (++letters > kLongestMark) return true;
  }
  return letters >= 2 && (letters == line.size() || (line[letters] != '.' && line[letters] != ')'));
}

Marker single_of(std::string_view line, const LayoutRules& rules) {
  if (line.empty() || begins_with_word(line)) return {};
  const auto first = static_cast<unsigned char>(line.front());
  if (first >= 0x80) {
    if (const Marker marker = footnote_of(line)) return marker;
  }
  if (const Marker marker = bullet_of(line, rules)) return marker;
  if (is_digit(first)) {
    if (const Marker marker = multilevel_of(line)) return marker;
  }
  return numbered_of(line);
}

}  // namespace

std::size_t raised_number_at(std::string_view text, std::size_t offset, int& value) {
  std::size_t length = 0;
  value = 0;
  for (CodePoint c = code_point_at(text, offset); c.size > 1;
       c = code_point_at(text, offset + length)) {
    const int digit = raised_digit(c.value);
    if (digit < 0 || value > kMaxNumber) break;
    value = value * 10 + digit;
    length += c.size;
  }
  return length;
}

Marker marker_of(std::string_view line, const LayoutRules& rules) {
  line = line.substr(0, kWindow);
  const Marker marker = single_of(line, rules);
  if (marker.kind != MarkerKind::bullet) return marker;
  Marker inner = single_of(line.substr(marker.text_begin), rules);
  if (!inner || inner.kind == MarkerKind::multilevel || inner.kind == MarkerKind::capital) {
    return marker;
  }
  inner.length += marker.text_begin;
  inner.text_begin += marker.text_begin;
  inner.style.bullet = marker.style.sign;
  return inner;
}

}  // namespace handvest::layout
