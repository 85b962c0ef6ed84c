#include "layout/joins.hpp"

#include <algorithm>
#include <optional>

#include "layout/sentences.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kSentence = 60;  // code points: more than a name or a heading has
constexpr std::size_t kFullLine = 80;  // as much as a printed line holds
constexpr std::size_t kFragment = 25;  // the least that the rest of a sentence has
constexpr std::size_t kReach = 16;     // pieces that may stand between the halves
constexpr std::size_t kLongestAddress = 200;

// How a piece looks at the side where it may have been broken.
struct Half {
  std::size_t length = 0;  // code points, counted up to kFullLine
  Ending ending = Ending::closed;
  Beginning beginning = Beginning::other;

  bool ends_sentence() const { return ending == Ending::closed || ending == Ending::abbreviation; }
};

bool is_text(const Piece& piece) {
  return piece.element.kind == ElementKind::paragraph ||
         piece.element.kind == ElementKind::list_item;
}

Half half_of(std::string_view span, const LayoutRules& rules) {
  return {length_up_to(span, kFullLine), ending_of(span, rules), beginning_of(span)};
}

bool at_least(const Half& half, std::size_t length) { return half.length >= length; }

// The second half begins with a lower-case letter.
bool joins_lower(const Half& a, const Half& b, Break parted) {
  const bool rest = b.ends_sentence() || at_least(b, kSentence);
  switch (a.ending) {
    case Ending::closed:
      return false;
    case Ending::abbreviation:
    case Ending::colon:
      return parted == Break::page && at_least(a, kSentence) && b.ends_sentence();
    case Ending::hyphen:
      return parted == Break::page || rest;
    case Ending::comma:
    case Ending::open:
    case Ending::particle:
      if (parted == Break::page) return at_least(a, kSentence) || (at_least(a, kFragment) && rest);
      return at_least(a, kSentence) && rest;
    case Ending::plain:
      if (parted == Break::page) return at_least(a, kSentence) && (rest || at_least(b, 40));
      return at_least(a, kFullLine) && rest && at_least(b, kFragment);
  }
  return false;
}

// The second half begins with a capital, a figure or a sign: only a word that cannot end a sentence
// tells that it is one.
bool joins_other(const Half& a, const Half& b, Break parted) {
  const bool rest = b.ends_sentence() || at_least(b, kSentence);
  if (!rest || !at_least(a, kSentence) || !at_least(b, kFragment)) return false;
  if (a.ending == Ending::open) return true;
  if (parted != Break::page) return false;
  if (a.ending == Ending::particle || a.ending == Ending::comma) {
    return b.beginning != Beginning::upper;
  }
  return a.ending == Ending::plain && b.beginning == Beginning::amount && at_least(a, kFullLine);
}

bool joins_halves(const Half& a, const Half& b, Break parted) {
  return b.beginning == Beginning::lower ? joins_lower(a, b, parted) : joins_other(a, b, parted);
}

// A web address alone on a line belongs to the text before it.
bool is_address(std::string_view span) {
  if (span.size() > kLongestAddress || span.find_first_of(" \t") != std::string_view::npos) {
    return false;
  }
  return span.starts_with("www.") || span.starts_with("http://") || span.starts_with("https://");
}

// OCR gives the rest of an item a mark of its own: only a word broken off, or one that must be
// followed by more, tells.
bool joins_marked(const Piece& a, const Piece& b, const Half& first, const Half& second) {
  if (a.element.kind != ElementKind::list_item || b.marker.style != a.marker.style ||
      b.indent != a.indent) {
    return false;
  }
  return second.beginning == Beginning::lower &&
         (first.ending == Ending::hyphen ||
          (first.ending == Ending::open && at_least(first, kSentence)));
}

bool continues(std::string_view text, const Piece& a, const Piece& b, Break parted,
               const LayoutRules& rules) {
  if (b.element.kind == ElementKind::heading) return false;
  const Half first = half_of(last_text(text, a), rules);
  const std::string_view rest = first_text(text, b);
  const bool marked = b.element.kind == ElementKind::list_item;
  if (parted == Break::none) {
    if (marked) return false;
    return is_address(rest) ||
           (first.ending == Ending::hyphen && beginning_of(rest) == Beginning::lower);
  }
  const Half second = half_of(rest, rules);
  return marked ? joins_marked(a, b, first, second) : joins_halves(first, second, parted);
}

// --- halves with other text between them ------------------------------------------------------

// Brackets that the text opens and does not close, at its end; or closes without opening, at its
// begin. Looks at one end only: a text of any length costs the same.
int unmatched_brackets(std::string_view text, bool at_end) {
  constexpr std::size_t kWindow = 400;
  text =
      at_end ? text.substr(text.size() - std::min(text.size(), kWindow)) : text.substr(0, kWindow);
  int depth = 0;
  int lowest = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    lowest = std::min(lowest, depth);
  }
  return at_end ? depth - lowest : -lowest;
}

bool surely_broken_off(const Piece& a, const Half& half) {
  if (half.ending == Ending::hyphen || half.ending == Ending::open) return true;
  return half.ending == Ending::comma && a.element.kind == ElementKind::paragraph;
}

// A piece that begins in mid sentence while what stands before it is complete: its first half is
// looked for before the box, the list or the table that the page put between them.
std::optional<std::size_t> far_half(std::string_view text, const std::vector<Piece>& pieces,
                                    std::size_t i, const LayoutRules& rules) {
  const std::string_view rest = first_text(text, pieces[i]);
  const Half second = half_of(rest, rules);
  if (second.beginning != Beginning::lower || !second.ends_sentence()) return std::nullopt;
  for (std::size_t k = i; k-- > 0 && i - k <= kReach;) {
    if (!is_text(pieces[k])) continue;
    const std::string_view before = last_text(text, pieces[k]);
    const Half first = half_of(before, rules);
    if (!at_least(first, kSentence) || first.ends_sentence() || first.ending == Ending::colon) {
      continue;
    }
    const bool bracket =
        unmatched_brackets(before, true) > 0 && unmatched_brackets(rest, false) > 0;
    if (bracket || surely_broken_off(pieces[k], first)) return k;
    if (pieces[k].element.kind == ElementKind::paragraph && at_least(first, kFullLine)) return k;
  }
  return std::nullopt;
}

// --- the walk ---------------------------------------------------------------------------------

Break stronger(Break a, Break b) { return static_cast<int>(a) > static_cast<int>(b) ? a : b; }

Break break_before(const Lines& lines, const Piece& piece) {
  if (piece.page_start || lines.wide_gap(piece.blanks)) return Break::page;
  return piece.blanks > 0 ? Break::gap : Break::none;
}

void append(Piece& a, Piece& b) {
  auto& spans = a.element.spans;
  if (b.element.kind == ElementKind::list_item) {
    const Span mark = b.element.marker_span;
    drop_marker(b);
    a.stray_marks.push_back(mark);
  }
  a.stray_marks.insert(a.stray_marks.end(), b.stray_marks.begin(), b.stray_marks.end());
  spans.insert(spans.end(), b.element.spans.begin(), b.element.spans.end());
  b.element.spans.clear();
}

}  // namespace

void join_broken(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                 const LayoutRules& rules) {
  std::optional<std::size_t> last;  // the last paragraph, list item or heading
  Break parted = Break::none;       // what stands between it and the piece at hand
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    parted = stronger(parted, break_before(lines, piece));
    if (piece.element.kind == ElementKind::heading) {
      last.reset();
      parted = Break::none;
      continue;
    }
    if (!is_text(piece)) {
      parted = Break::page;
      continue;
    }
    std::optional<std::size_t> first;
    if (last && continues(text, pieces[*last], piece, parted, rules)) first = last;
    if (!first && parted == Break::page && piece.element.kind == ElementKind::paragraph) {
      first = far_half(text, pieces, i, rules);
    }
    parted = Break::none;
    if (first) {
      append(pieces[*first], piece);
      last = first;
    } else {
      last = i;
    }
  }
  std::erase_if(pieces, [](const Piece& piece) { return piece.element.spans.empty(); });
}

}  // namespace handvest::layout
