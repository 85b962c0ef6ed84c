#include "layout/headings.hpp"

#include "layout/sentences.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongestHeading = 110;  // code points
constexpr std::size_t kLongestLabel = 60;     // with a colon at its end

bool has_letter(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_letter(c.value)) return true;
    i += c.size;
  }
  return false;
}

// A word of some length, a full stop and a capital after it: two sentences, no heading.
bool holds_sentence_end(std::string_view line) {
  constexpr std::size_t kWord = 4;
  for (std::size_t at = line.find(". "); at != std::string_view::npos;
       at = line.find(". ", at + 1)) {
    std::size_t word = at;
    while (word > 0 && is_lower(static_cast<unsigned char>(line[word - 1]))) --word;
    if (at - word >= kWord && is_upper(code_point_at(line, at + 2).value)) return true;
  }
  return false;
}

bool reads_like_heading(std::string_view line, const LayoutRules& rules) {
  if (!has_letter(line) || holds_sentence_end(line)) return false;
  if (line.find('\t') != std::string_view::npos) return false;
  switch (ending_of(line, rules)) {
    case Ending::closed:
      return line.back() == '?' || line.back() == '!';
    case Ending::colon:
      return length_up_to(line, kLongestLabel + 1) <= kLongestLabel;
    case Ending::plain:
    case Ending::particle:
      return true;
    default:
      return false;
  }
}

bool numbered(const Piece& piece) {
  switch (piece.marker.kind) {
    case MarkerKind::number:
    case MarkerKind::letter:
    case MarkerKind::capital:
    case MarkerKind::roman:
      return piece.element->marker_span.size() == piece.marker.length &&
             !piece.marker.style.is_double();
    default:
      return false;
  }
}

const Piece* next_content(const std::vector<Piece>& pieces, std::size_t i) {
  for (++i; i < pieces.size(); ++i) {
    if (!is_furniture(pieces[i])) return &pieces[i];
  }
  return nullptr;
}

bool same_list(const Piece& a, const Piece& b) {
  return b.element->kind == ElementKind::list_item && a.marker.style == b.marker.style;
}

// Whether the text itself has a gap before the piece; a page end's own blank lines say nothing.
bool parts(const std::vector<Piece>& pieces, std::size_t k) {
  const bool after_furniture = k > 0 && is_furniture(pieces[k - 1]);
  return pieces[after_furniture ? k - 1 : k].element->blank_before;
}

bool follows_in_list(const std::vector<Piece>& pieces, std::size_t i) {
  if (parts(pieces, i)) return false;
  std::size_t before = i;
  while (before > 0 && is_furniture(pieces[before - 1])) --before;
  if (before == 0 || !same_list(pieces[i], pieces[before - 1])) return false;
  return before == i || pieces[before - 1].marker.ordinal + 1 == pieces[i].marker.ordinal;
}

// A numbered line is an item where its neighbours, with no blank line between, are items of the
// same list.
bool in_list(const std::vector<Piece>& pieces, std::size_t i) {
  constexpr std::size_t kReach = 40;  // of the lists inside an item
  for (std::size_t k = i + 1; k < pieces.size() && k - i <= kReach; ++k) {
    if (parts(pieces, k)) break;
    if (same_list(pieces[i], pieces[k])) return true;
  }
  return follows_in_list(pieces, i);
}

// Text that the line heads may follow on the next line if it is clearly no second short line.
bool parted_from(const Piece* next, std::string_view text) {
  constexpr std::size_t kText = 80;
  if (next == nullptr || next->element->blank_before) return true;
  if (next->element->kind == ElementKind::list_item) return true;
  return length_up_to(first_text(text, *next), kText) >= kText;
}

// The first row of a table whose other cells are empty.
bool in_row(const Piece& piece, const Piece* next) {
  return next != nullptr && piece.tab && next->tab && !next->element->blank_before;
}

bool is_candidate(std::string_view text, const std::vector<Piece>& pieces, std::size_t i,
                  const LayoutRules& rules) {
  const Piece& piece = pieces[i];
  const bool item = piece.element->kind == ElementKind::list_item;
  if (!item && piece.element->kind != ElementKind::paragraph) return false;
  if (piece.from_markup || piece.element->loose_cell || !piece.element->blank_before) return false;
  if (piece.element->spans.size() > 1 || (item && !numbered(piece))) return false;
  if (length_up_to(first_text(text, piece), kLongestHeading + 1) > kLongestHeading) return false;
  const Piece* next = next_content(pieces, i);
  if ((item && in_list(pieces, i)) || in_row(piece, next)) return false;
  return parted_from(next, text) && reads_like_heading(first_text(text, piece), rules) &&
         !is_address(first_text(text, piece));
}

}  // namespace

void mark_headings(std::string_view text, std::vector<Piece>& pieces, const LayoutRules& rules) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_candidate(text, pieces, i, rules)) found.push_back(i);
  }
  for (const std::size_t i : found) {
    drop_marker(pieces[i]);
    pieces[i].element->kind = ElementKind::heading;
  }
}

}  // namespace handvest::layout
