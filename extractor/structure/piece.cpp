#include "structure/piece.hpp"

#include <algorithm>
#include <array>

#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace handvest::structure {
namespace {

// Longer elements are prose; no heading in print runs over three lines.
constexpr std::size_t kLongestHeading = 240;

constexpr std::array<std::string_view, 10> kSuperscripts = {"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};

std::size_t superscript_before(std::string_view text, std::size_t end) {
  if (end == 0 || static_cast<unsigned char>(text[end - 1]) < 0x80) return 0;
  for (const auto sign : kSuperscripts) {
    if (end >= sign.size() && text.substr(end - sign.size(), sign.size()) == sign) {
      return sign.size();
    }
  }
  return 0;
}

// A mark may stand before a closing colon: 'Afspraken voor de wijk¹:'.
void drop_footnote_mark(std::string& text) {
  const bool colon = !text.empty() && text.back() == ':';
  const std::size_t end = text.size() - (colon ? 1 : 0);
  std::size_t begin = end;
  while (const std::size_t size = superscript_before(text, begin)) begin -= size;
  text.erase(begin, end - begin);
}

// Bytes of the blank at `i`; 0 when there is none.
std::size_t blank_at(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\f':
      return 1;
    case '\xC2':
      return i + 1 < text.size() && text[i + 1] == '\xA0' ? 2 : 0;
    default:
      return 0;
  }
}

// Bytes that begin no blank and are no emphasis sign.
constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> in{};
  in.fill(true);
  for (const char c : std::string_view(" \t\n\r\f*\xC2")) in[static_cast<unsigned char>(c)] = false;
  return in;
}

constexpr std::array<bool, 256> kWordBytes = word_bytes();

bool is_word_byte(std::string_view text, std::size_t at) {
  return at < text.size() && kWordBytes[static_cast<unsigned char>(text[at])];
}

// Where the words end that are parted by one blank each.
std::size_t words_end(std::string_view text, std::size_t from) {
  while (is_word_byte(text, from) ||
         (from < text.size() && text[from] == ' ' && is_word_byte(text, from + 1)))
    ++from;
  return from;
}

// Whether the text is its own plain form; most is. May say no of such a text too.
bool is_plain(std::string_view text) {
  if (!is_single_spaced(text) || text.find('*') != std::string_view::npos) return false;
  if (text.empty()) return true;
  const char last = text.back() == ':' && text.size() > 1 ? text[text.size() - 2] : text.back();
  return static_cast<unsigned char>(last) < 0x80;
}

Span whole_span(const Element& element) {
  Span span{element.spans.front().begin, element.spans.back().end};
  if (!element.marker_span.empty() && element.marker_span.begin < span.begin) {
    span.begin = element.marker_span.begin;
  }
  return span;
}

bool marker_outside(const Element& element) {
  return !element.marker_span.empty() && element.marker_span.begin < element.spans.front().begin;
}

bool may_head(const Element& element) {
  if (element.loose_cell) return false;
  return element.kind == ElementKind::paragraph || element.kind == ElementKind::heading ||
         element.kind == ElementKind::list_item;
}

// A blank line or a page end, which furniture marks.
bool gap_before(const std::vector<Element>& elements, std::size_t index) {
  const auto furniture = [&](std::size_t i) { return elements[i].kind == ElementKind::furniture; };
  return elements[index].blank_before || furniture(index) || (index > 0 && furniture(index - 1));
}

// Whether a blank line of the text itself stands before the element, whatever page ends there.
bool own_gap_before(const std::vector<Element>& elements, std::size_t index) {
  const bool after_furniture = index > 0 && elements[index - 1].kind == ElementKind::furniture;
  return elements[after_furniture ? index - 1 : index].blank_before;
}

// A page end may lie within a list: only a blank line sets an item apart.
bool is_apart(const std::vector<Element>& elements, std::size_t index) {
  const bool item = elements[index].kind == ElementKind::list_item;
  const auto gap = item ? own_gap_before : gap_before;
  return gap(elements, index) && (index + 1 == elements.size() || gap(elements, index + 1));
}

// A double mark such as '- a.' holds a letter that may be a heading's.
bool is_bulleted(const Element& element) {
  const std::string& marker = element.marker;
  if (element.kind != ElementKind::list_item || marker.empty()) return false;
  const bool counted = std::any_of(marker.begin(), marker.end(), [](char c) {
    return (c >= '0' && c <= '9') || is_ascii_letter(c);
  });
  return !counted || marker == "o";
}

// A tab between words divides cells.
bool has_columns(std::string_view text) {
  const auto tab = text.find('\t');
  return tab != std::string_view::npos && text.find_first_not_of(" \t\r\n", tab) != text.npos;
}

}  // namespace

std::string plain_form(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool blank_pending = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = blank_at(text, i); size > 0) {
      blank_pending = !plain.empty();
      i += size;
      continue;
    }
    const std::size_t begin = i;
    i = std::max(words_end(text, i), i + 1);
    if (text[begin] == '*') continue;
    if (blank_pending) plain += ' ';
    blank_pending = false;
    plain += text.substr(begin, i - begin);
  }
  drop_footnote_mark(plain);
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

namespace {

// The mark, a blank and the text as they are printed; empty where they stand otherwise.
std::string_view printed_item(std::string_view source, const Element& element) {
  const Span& text = element.spans.front();
  const Span& mark = element.marker_span;
  const bool beside = mark.end + 1 == text.begin && source[mark.end] == ' ';
  const bool whole = element.printed == text.size() && slice(source, mark) == element.marker;
  return beside && whole ? slice(source, {mark.begin, text.end}) : std::string_view();
}

void set_plain(std::string_view source, Piece& piece) {
  const bool item = marker_outside(*piece.element);
  const std::string_view printed = item ? printed_item(source, *piece.element) : piece.text;
  if (is_plain(printed) && !printed.empty()) {
    piece.printed = printed;
  } else if (has_columns(piece.text)) {
    return;
  } else if (item) {
    piece.changed = plain_form(piece.element->marker + " " + std::string(piece.text));
  } else {
    piece.changed = plain_form(piece.text);
  }
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view source, const std::vector<Element>& elements) {
  std::vector<Piece> pieces;
  pieces.reserve(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    Piece& piece = pieces.emplace_back(element);
    piece.span = whole_span(element);
    piece.content = element.kind != ElementKind::furniture && element.kind != ElementKind::footnote;
    piece.gap_before = gap_before(elements, i);
    piece.apart = is_apart(elements, i);
    piece.text = element.text(source);
    if (piece.text.size() <= kLongestHeading && may_head(element)) set_plain(source, piece);
    piece.bulleted = is_bulleted(element);
  }
  return pieces;
}

std::size_t next_content(const std::vector<Piece>& pieces, std::size_t index) {
  ++index;
  while (index < pieces.size() && !pieces[index].content) ++index;
  return index;
}

}  // namespace handvest::structure
