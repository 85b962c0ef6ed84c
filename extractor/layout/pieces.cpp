#include "layout/pieces.hpp"

#include <algorithm>
#include <optional>

#include "layout/markers.hpp"
#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

void set_marker(std::string_view text, Piece& piece, const Marker& marker) {
  Element& element = *piece.element;
  Span& span = element.spans.front();
  element.marker_span = {span.begin, span.begin + marker.length};
  element.marker = slice(text, element.marker_span);
  span = trimmed(text, {span.begin + marker.text_begin, span.end});
  piece.marker = marker;
}

// The mark of a footnote without the dash that a converter put before it.
std::string raised_part(std::string_view marker) {
  for (std::size_t i = 0; i < marker.size();) {
    int value = 0;
    if (raised_number_at(marker, i, value) > 0) return std::string(marker.substr(i));
    i += code_point_at(marker, i).size;
  }
  return std::string(marker);
}

void classify(std::string_view text, Piece& piece, const LayoutRules& rules) {
  Element& element = *piece.element;
  const Marker marker = marker_of(slice(text, element.spans.front()), rules);
  if (!marker || marker.kind == MarkerKind::multilevel ||
      marker.text_begin >= element.spans.front().size()) {
    return;
  }
  const bool note = marker.kind == MarkerKind::footnote;
  set_marker(text, piece, marker);
  element.kind = note ? ElementKind::footnote : ElementKind::list_item;
  if (note) element.marker = raised_part(element.marker);
}

// Length of a mark such as "*1)", "2", "**" at the begin of `line`.
std::size_t written_mark(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && line[length] == '*') ++length;
  while (length < line.size() && is_digit(static_cast<unsigned char>(line[length]))) ++length;
  if (length > 0 && length < line.size() && line[length] == ')') ++length;
  return length;
}

std::size_t skip(std::string_view line, std::size_t from, std::string_view skipped) {
  return std::min(line.find_first_not_of(skipped, from), line.size());
}

char lowered(char letter) { return static_cast<char>(letter | 0x20); }

// The letters that the line begins with, in small ones; empty when there are too many.
std::string beginning_word(std::string_view line) {
  constexpr std::size_t kLongestWord = 20;
  std::size_t end = 0;
  while (end < line.size() && is_letter(static_cast<unsigned char>(line[end]))) {
    if (++end > kLongestWord) return {};
  }
  std::string word(line.substr(0, end));
  for (char& c : word) c = lowered(c);
  return word;
}

// "Noot: *1) tekst", "Voetnoot 2: tekst": the word and the mark are the footnote's marker.
void classify_noted(std::string_view text, Piece& piece, const LayoutRules& rules) {
  const std::string_view line = slice(text, piece.element->spans.front());
  if (!rules.footnote_words.may_begin(lowered(line.front()))) return;
  const std::string word = beginning_word(line);
  if (!rules.footnote_words.contains(word)) return;
  const std::size_t mark = skip(line, word.size(), ": ");
  const std::size_t mark_end = mark + written_mark(line.substr(mark));
  const std::size_t begin = skip(line, mark_end, ": ");
  if (begin == word.size() || begin >= line.size()) return;
  const std::size_t end = mark_end > mark ? mark_end : line.find_last_not_of(' ', begin - 1) + 1;
  set_marker(text, piece, {MarkerKind::footnote, end, end, 0, {}});
  // What stands between mark and text (a colon) belongs to the marker.
  Element& element = *piece.element;
  element.kind = ElementKind::footnote;
  element.spans.front() =
      trimmed(text, {element.marker_span.begin + begin, element.spans.front().end});
  element.marker_span.end = element.marker_span.begin + line.find_last_not_of(' ', begin - 1) + 1;
  element.marker = mark_end > mark ? std::string(line.substr(mark, mark_end - mark)) : word;
}

// A further line of a paragraph: in the same span, or in one of its own after furniture.
void add_line(std::string_view text, Piece& piece, const Line& line, bool adjacent) {
  if (adjacent) {
    piece.element->spans.back().end = line.span.end;
  } else {
    piece.element->spans.push_back(line.span);
    piece.tab |= slice(text, {piece.raw.end, line.raw.begin}).find('\t') != std::string_view::npos;
  }
  piece.raw.end = line.raw.end;
  piece.tab |= line.tab;
  piece.several_lines = true;
}

// Sets blank_before of furniture. The page end with the fewest blank lines around it shows how many
// it brings itself.
void find_gaps_at_page_ends(std::vector<Piece>& pieces) {
  const auto ends_page = [&](std::size_t i) {
    return i > 0 && is_furniture(pieces[i - 1]) && !is_furniture(pieces[i]);
  };
  std::optional<std::size_t> least;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (ends_page(i)) least = std::min(least.value_or(pieces[i].blanks), pieces[i].blanks);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!ends_page(i) || pieces[i].blanks <= *least) continue;
    for (std::size_t k = i; k > 0 && is_furniture(pieces[k - 1]); --k) {
      pieces[k - 1].element->blank_before = true;
    }
  }
}

/// Makes the pieces line by line.
class Maker {
 public:
  Maker(std::string_view text, const LayoutRules& rules, std::vector<Element>& elements)
      : text_(text), rules_(rules), elements_(elements) {}

  void reserve(std::size_t count) {
    elements_.reserve(elements_.size() + count);
    pieces_.reserve(count);
  }

  void begin(const Line& line) {
    if (line.furniture) {
      has_furniture_ = true;
      blanks_ = begin_piece(line).blanks;
      return;
    }
    finish_last();
    last_ = pieces_.size();
    Piece& piece = begin_piece(line);
    blanks_ = 0;
    piece.element->blank_before = piece.blanks > 0 || piece.page_start || last_ == 0;
  }

  void go_on(const Line& line, bool cut) {
    Piece& piece = pieces_[last_];
    add_line(text_, piece, line, last_ + 1 == pieces_.size());
    piece.cut = cut;
  }

  std::vector<Piece> finish() {
    finish_last();
    if (has_furniture_) find_gaps_at_page_ends(pieces_);
    return std::move(pieces_);
  }

 private:
  Piece& begin_piece(const Line& line) {
    const ElementKind kind = line.furniture ? ElementKind::furniture : ElementKind::paragraph;
    Piece& piece = pieces_.emplace_back(elements_.emplace_back(kind, line.span), line);
    piece.blanks += blanks_;
    return piece;
  }

  void finish_last() {
    if (last_ == kNone) return;
    Piece& piece = pieces_[last_];
    classify(text_, piece, rules_);
    if (piece.element->kind == ElementKind::paragraph) classify_noted(text_, piece, rules_);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view text_;
  const LayoutRules& rules_;
  std::vector<Element>& elements_;
  std::vector<Piece> pieces_;
  std::size_t last_ = kNone;  // the last piece that is no furniture; its lines may go on
  std::size_t blanks_ = 0;    // those before furniture count for what follows it
  bool has_furniture_ = false;
};

}  // namespace

std::vector<Piece> make_pieces(std::string_view text, const Lines& found, const Wrapped& wrapped,
                               const LayoutRules& rules, std::vector<Element>& elements) {
  Maker maker(text, rules, elements);
  maker.reserve(static_cast<std::size_t>(
      std::count(wrapped.continues.begin(), wrapped.continues.end(), false)));
  for (std::size_t i = 0; i < found.lines.size(); ++i) {
    if (wrapped.continues[i]) {
      maker.go_on(found.lines[i], wrapped.cut);
    } else {
      maker.begin(found.lines[i]);
    }
  }
  return maker.finish();
}

}  // namespace handvest::layout
