#include "layout/footnotes.hpp"

#include <algorithm>
#include <string>

#include "layout/sentences.hpp"
#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kReach = 40;     // pieces between a footnote and its mark
constexpr std::size_t kWindow = 4000;  // bytes at a piece's end that are searched for a mark

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

// Where `mark` stands in `line` from `from` as a mark: on its own and at the end of a word or cell.
// Stars around words are emphasis, of which the second one is no mark either.
std::size_t star_in(std::string_view line, std::string_view mark, std::size_t from) {
  bool emphasis = false;
  std::size_t run = 0;
  for (std::size_t at = line.find('*'); at != std::string_view::npos;
       at = line.find('*', at + run)) {
    run = std::min(line.find_first_not_of('*', at), line.size()) - at;
    const CodePoint before = code_point_before(line, at);
    const CodePoint after = code_point_at(line, at + run);
    const bool after_blank = before.size == 0 || is_blank(before.value) || before.value == '(';
    const bool before_blank = after.size == 0 || is_blank(after.value);
    if (emphasis && !after_blank) {
      emphasis = false;
      continue;
    }
    if (after_blank && !before_blank && !is_digit(after.value)) {
      emphasis = true;
      continue;
    }
    const bool in_cell =
        after.size == 0 || after.value == '\t' || after.value == '\n' || after.value == '\r';
    const bool at_word = !after_blank && !is_word(after.value);
    const bool fits = at >= from && run == mark.size() && before.size > 0;
    if (fits && (at_word || in_cell)) return at;
  }
  return std::string_view::npos;
}

bool ends_word(std::string_view line, std::size_t at) {
  constexpr std::string_view kPunctuation = ".,;:)?!";
  const CodePoint before = code_point_before(line, at);
  if (is_letter(before.value)) return true;
  const bool punctuation =
      before.size == 1 && kPunctuation.find(line[at - 1]) != std::string_view::npos;
  return punctuation && !is_digit(code_point_before(line, at - 1).value);
}

std::size_t mark_in(std::string_view line, std::string_view mark, std::size_t from) {
  if (mark.find_first_not_of('*') == std::string_view::npos) return star_in(line, mark, from);
  for (std::size_t at = line.find(mark, from); at != std::string_view::npos;
       at = line.find(mark, at + 1)) {
    const bool starred = mark.front() == '*';
    if (is_word(code_point_at(line, at + mark.size()).value)) continue;
    if (starred || ends_word(line, at)) return at;
  }
  return std::string_view::npos;
}

bool marked_before(std::string_view text, const std::vector<Piece>& pieces, std::size_t i,
                   std::string_view mark) {
  for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
    std::string_view line = slice(text, pieces[k].raw);
    if (line.size() > kWindow) line = line.substr(line.size() - kWindow);
    if (mark_in(line, mark, 0) != std::string_view::npos) return true;
  }
  return false;
}

std::size_t leading(std::string_view line, bool (*is)(char)) {
  return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is) - line.begin());
}

bool starred(char c) { return c == '*'; }
bool figured(char c) { return c >= '0' && c <= '9'; }

// Length of the star or figure that the line begins with and a blank follows; 0 for none.
std::size_t plain_mark(std::string_view line) {
  constexpr std::size_t kLongestStars = 3;
  constexpr std::size_t kLongestFigure = 2;
  const std::size_t stars = leading(line, starred);
  const std::size_t figures = leading(line, figured);
  const std::size_t length = std::max(stars, figures);
  const bool fits = length > 0 && stars <= kLongestStars && figures <= kLongestFigure;
  return fits && length + 1 < line.size() && line[length] == ' ' ? length : 0;
}

bool at_page_end(const Lines& lines, const std::vector<Piece>& pieces, std::size_t i) {
  if (i + 1 >= pieces.size()) return true;
  const Piece& next = pieces[i + 1];
  return next.element->kind == ElementKind::furniture || next.page_start ||
         next.element->kind == ElementKind::footnote || lines.wide_gap(next.blanks);
}

bool in_starred_list(const std::vector<Piece>& pieces, std::size_t i) {
  const auto star = [&](std::size_t k) {
    return pieces[k].element->kind == ElementKind::list_item && pieces[k].element->marker == "*";
  };
  return (i > 0 && star(i - 1)) || (i + 1 < pieces.size() && star(i + 1));
}

void make_footnote(std::string_view text, Piece& piece, std::size_t length) {
  drop_marker(piece);
  Element& element = *piece.element;
  Span& span = element.spans.front();
  element.kind = ElementKind::footnote;
  element.marker_span = {span.begin, span.begin + length};
  element.marker = slice(text, element.marker_span);
  span = trimmed(text, {element.marker_span.end, span.end});
}

// Where raised digits stand; ordered.
std::vector<std::size_t> raised_begins(std::string_view text) {
  std::vector<std::size_t> begins;
  int value = 0;
  const auto add_all = [&](char lead, auto may_follow) {
    for (std::size_t at = text.find(lead); at != text.npos; at = text.find(lead, at + 1)) {
      const bool may = at + 1 < text.size() && may_follow(text[at + 1]);
      if (may && raised_number_at(text, at, value) > 0) begins.push_back(at);
    }
  };
  add_all('\xC2', [](char c) { return c == '\xB9' || c == '\xB2' || c == '\xB3'; });  // ¹²³
  add_all('\xE2', [](char c) { return c == '\x81'; });  // ⁰⁴…⁹
  std::sort(begins.begin(), begins.end());
  return begins;
}

// Most spans hold none of the places in `begins`. `free` is a stretch without any that an earlier
// question found.
bool lies_free(Span span, const std::vector<std::size_t>& begins, Span& free) {
  if (free.contains(span)) return true;
  const auto after = std::lower_bound(begins.begin(), begins.end(), span.begin);
  free.begin = after == begins.begin() ? 0 : *(after - 1) + 1;
  free.end = after == begins.end() ? std::string_view::npos : *after;
  return free.contains(span);
}

// The marks in a span, of which `begins` tells where they may begin.
void add_raised(std::string_view text, Span span, const std::vector<std::size_t>& begins,
                const LayoutRules& rules, std::vector<Span>& marks) {
  std::size_t done = span.begin;
  for (auto at = std::lower_bound(begins.begin(), begins.end(), span.begin);
       at != begins.end() && *at < span.end; ++at) {
    const std::size_t begin = *at;
    if (begin < done) continue;  // a further digit
    int value = 0;
    const std::size_t length = raised_number_at(text.substr(0, span.end), begin, value);
    if (length == 0) continue;
    std::size_t word = begin;
    while (word > span.begin && is_letter(static_cast<unsigned char>(text[word - 1]))) --word;
    if (word == begin || !rules.raised_units.contains(text.substr(word, begin - word))) {
      marks.push_back({begin, begin + length});
    }
    done = begin + length;
  }
}

void put_in_order(std::vector<Span>& marks) {
  if (marks.size() < 2) return;
  std::sort(marks.begin(), marks.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
}

void mark_back(std::string_view text, std::vector<Piece>& pieces, std::size_t i) {
  const std::string mark = pieces[i].element->marker;
  for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
    if (pieces[k].element->kind == ElementKind::footnote) continue;
    for (const Span& span : pieces[k].element->spans) {
      const std::size_t begin = span.end - std::min(span.size(), kWindow);
      const std::string_view part = text.substr(begin, span.end - begin);
      for (std::size_t at = mark_in(part, mark, 0); at != std::string_view::npos;
           at = mark_in(part, mark, at + mark.size())) {
        pieces[k].element->footnote_marks.push_back({begin + at, begin + at + mark.size()});
      }
    }
    put_in_order(pieces[k].element->footnote_marks);
  }
}

}  // namespace

void find_footnotes(std::string_view text, const Lines& lines, std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Element& element = *pieces[i].element;
    const bool bullet = element.kind == ElementKind::list_item && element.marker == "*";
    if (element.kind != ElementKind::paragraph && !bullet) continue;
    const std::string_view line =
        text.substr(element.begin(), element.spans.front().end - element.begin());
    const std::size_t length = plain_mark(line);
    if (length == 0 || (bullet && in_starred_list(pieces, i))) continue;
    const bool figure = figured(line.front());
    if (figure && (!element.blank_before || !at_page_end(lines, pieces, i))) continue;
    if (marked_before(text, pieces, i, line.substr(0, length))) {
      make_footnote(text, pieces[i], length);
    }
  }
}

void find_footnote_marks(std::string_view text, std::vector<Piece>& pieces,
                         const LayoutRules& rules) {
  const std::vector<std::size_t> begins = raised_begins(text);
  Span free;
  std::vector<std::size_t> plain;  // footnotes whose marks are not raised
  int value = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Element& element = *pieces[i].element;
    if (element.kind == ElementKind::footnote && !element.marker.empty() &&
        raised_number_at(element.marker, 0, value) == 0) {
      plain.push_back(i);
    }
    for (const Span& span : element.spans) {
      if (element.kind == ElementKind::furniture || lies_free(span, begins, free)) continue;
      add_raised(text, span, begins, rules, element.footnote_marks);
    }
    put_in_order(element.footnote_marks);
  }
  for (const std::size_t i : plain) mark_back(text, pieces, i);
}

}  // namespace handvest::layout
