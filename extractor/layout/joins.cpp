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
constexpr std::size_t kLongRest = 40;  // more than that of a name at the begin of a page
constexpr std::size_t kReach = 16;     // pieces that may stand between the halves

// How a piece looks at the side where it may have been broken. Most questions are answered by the
// first of the answers: each is found when it is asked for.
class Half {
 public:
  Half(std::string_view text, const LayoutRules& rules) : text_(text), rules_(rules) {}

  /// Whether it has so many code points.
  bool has(std::size_t length) const {
    return text_.size() >= length && length_up_to(text_, length) == length;
  }
  Ending ending() const { return ending_of(text_, rules_); }
  Beginning beginning() const { return beginning_of(text_); }
  bool ends_sentence() const {
    const Ending end = ending();
    return end == Ending::closed || end == Ending::abbreviation;
  }
  /// Whether it may be the rest of a sentence.
  bool ends_one() const { return has(kSentence) || ends_sentence(); }

 private:
  std::string_view text_;
  const LayoutRules& rules_;
};

// The most text that stands between the halves when only the look of the first tells that it goes
// on.
constexpr std::size_t kNear = 4;

bool is_text(const Piece& piece) {
  return piece.element->kind == ElementKind::paragraph ||
         piece.element->kind == ElementKind::list_item;
}

// The second half begins with a lower-case letter.
bool joins_lower(const Half& a, const Half& b, Break parted) {
  switch (a.ending()) {
    case Ending::closed:
      return false;
    case Ending::abbreviation:
    case Ending::colon:
      return parted == Break::page && a.has(kSentence) && b.ends_sentence();
    case Ending::hyphen:
      return parted == Break::page || b.ends_one();
    case Ending::comma:
    case Ending::open:
    case Ending::particle:
      if (parted == Break::page) return a.has(kSentence) || (a.has(kFragment) && b.ends_one());
      return a.has(kSentence) && b.ends_one();
    case Ending::plain:
      if (parted == Break::page) return a.has(kSentence) && (b.has(kLongRest) || b.ends_one());
      return a.has(kFullLine) && b.has(kFragment) && b.ends_one();
  }
  return false;
}

// The second half begins with a capital, a figure or a sign: only a word that cannot end a sentence
// tells that it is one.
bool joins_other(const Half& a, const Half& b, Break parted) {
  if (!a.has(kSentence) || !b.has(kFragment)) return false;
  const Beginning beginning = b.beginning();
  bool joins = false;
  switch (a.ending()) {
    case Ending::open:
      joins = true;
      break;
    case Ending::particle:
    case Ending::comma:
      joins = parted == Break::page && beginning != Beginning::upper;
      break;
    case Ending::plain:
      joins = parted == Break::page && beginning == Beginning::amount && a.has(kFullLine);
      break;
    default:
      break;
  }
  return joins && b.ends_one();
}

bool joins_halves(const Half& a, const Half& b, Break parted) {
  return b.beginning() == Beginning::lower ? joins_lower(a, b, parted) : joins_other(a, b, parted);
}

// OCR gives the rest of an item a mark of its own: only a word broken off, or one that must be
// followed by more, tells; at a page end also a small letter where the items begin with capitals.
bool joins_marked(const Piece& a, const Piece& b, const Half& first, const Half& second,
                  Break parted) {
  if (a.element->kind != ElementKind::list_item || b.marker.style != a.marker.style ||
      b.indent != a.indent) {
    return false;
  }
  const auto needs_more = [&](Ending ending) {
    return ending == Ending::open && first.has(kSentence);
  };
  switch (second.beginning()) {
    case Beginning::lower: {
      const Ending ending = first.ending();
      return ending == Ending::hyphen || needs_more(ending) ||
             (parted == Break::page && ending == Ending::plain &&
              first.beginning() == Beginning::upper && first.has(kFullLine));
    }
    case Beginning::figure:
    case Beginning::amount:
      return needs_more(first.ending());
    default:
      return false;
  }
}

// The next line, which begins with a small letter, goes on with the sentence where lines are whole
// paragraphs: a list without marks would begin all its lines alike.
bool runs_on(const Half& first, const Half& second, Ending ending) {
  const bool open = ending == Ending::plain || ending == Ending::open || ending == Ending::comma ||
                    ending == Ending::particle;
  return open && first.has(kFullLine) && first.beginning() == Beginning::upper &&
         second.has(kSentence) && second.ends_sentence();
}

bool continues(std::string_view text, const Piece& a, const Piece& b, Break parted,
               const LayoutRules& rules) {
  if (b.element->kind == ElementKind::heading) return false;
  const bool marked = b.element->kind == ElementKind::list_item;
  if (marked && parted == Break::none) return false;
  const Half first(last_text(text, a), rules);
  const std::string_view rest = first_text(text, b);
  const Half second(rest, rules);
  if (parted != Break::none) {
    return marked ? joins_marked(a, b, first, second, parted) : joins_halves(first, second, parted);
  }
  // A web address alone on a line belongs to the text before it.
  if (is_address(rest)) return true;
  if (second.beginning() != Beginning::lower) return false;
  const Ending ending = first.ending();
  return ending == Ending::hyphen || runs_on(first, second, ending);
}

Break stronger(Break a, Break b) { return static_cast<int>(a) > static_cast<int>(b) ? a : b; }

Break break_before(const Lines& lines, const Piece& piece) {
  if (piece.page_start || lines.wide_gap(piece.blanks)) return Break::page;
  return piece.blanks > 0 ? Break::gap : Break::none;
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

// How far away the rest of a piece with such an end is looked for, in pieces of text.
std::size_t reach_of(const Piece& a, const Half& half, Ending ending) {
  if (ending == Ending::hyphen || ending == Ending::open) return kReach;
  if (a.element->kind != ElementKind::paragraph) return 0;
  if (ending == Ending::comma) return kNear;
  return half.has(kFullLine) ? kNear : 0;
}

// A source in brackets, as under a quotation, ends a text without a full stop.
bool ends_with_bracket(std::string_view text) { return !text.empty() && text.back() == ')'; }

// A piece that begins in mid sentence while what stands before it is complete: its first half is
// looked for before the box, the list or the table that the page put between them.
class FarHalf {
 public:
  FarHalf(std::string_view text, const Lines& lines, const std::vector<Piece>& pieces,
          const LayoutRules& rules)
      : text_(text), lines_(lines), pieces_(pieces), rules_(rules) {}

  // The first half of piece `i`, with at most `most` pieces of text between them.
  std::optional<std::size_t> of(std::size_t i, std::size_t most) const {
    constexpr std::size_t kMostHeadings = 3;
    const std::string_view rest = first_text(text_, pieces_[i]);
    const Half second(rest, rules_);
    if (second.beginning() != Beginning::lower || !second.ends_sentence()) return std::nullopt;
    const bool closes_bracket = unmatched_brackets(rest, false) > 0;
    std::size_t passed = 0;
    std::size_t headings = 0;
    bool page_end = false;
    for (std::size_t k = i; k-- > 0 && i - k <= kReach && headings <= kMostHeadings;) {
      page_end |= is_page_end(k);
      if (pieces_[k].element->kind == ElementKind::heading) ++headings;
      // A piece that was given to its first half has no spans any more.
      if (!is_text(pieces_[k]) || pieces_[k].element->spans.empty()) continue;
      if (++passed > most) break;
      if (page_end && may_be_half(pieces_[k], passed + headings, closes_bracket)) return k;
    }
    return std::nullopt;
  }

 private:
  // Between the pieces `k` and `k + 1`, or at `k` itself.
  bool is_page_end(std::size_t k) const {
    const ElementKind kind = pieces_[k].element->kind;
    return break_before(lines_, pieces_[k + 1]) == Break::page || kind == ElementKind::furniture ||
           kind == ElementKind::footnote;
  }

  bool may_be_half(const Piece& piece, std::size_t distance, bool closes_bracket) const {
    const std::string_view before = last_text(text_, piece);
    const Half half(before, rules_);
    if (!half.has(kSentence)) return false;
    const Ending ending = half.ending();
    if (ending == Ending::closed || ending == Ending::abbreviation || ending == Ending::colon) {
      return false;
    }
    if (closes_bracket && unmatched_brackets(before, true) > 0) return true;
    return !ends_with_bracket(before) && distance <= reach_of(piece, half, ending);
  }

  std::string_view text_;
  const Lines& lines_;
  const std::vector<Piece>& pieces_;
  const LayoutRules& rules_;
};

// Gives b's spans to a; a mark that OCR gave to the rest of an item is no part of the text.
void append(Piece& a, Piece& b) {
  if (b.element->kind == ElementKind::list_item) {
    const Span mark = b.element->marker_span;
    drop_marker(b);
    a.stray_marks.push_back(mark);
  }
  a.stray_marks.insert(a.stray_marks.end(), b.stray_marks.begin(), b.stray_marks.end());
  auto& marks = a.element->footnote_marks;
  marks.insert(marks.end(), b.element->footnote_marks.begin(), b.element->footnote_marks.end());
  a.element->spans.append(b.element->spans);
  b.element->spans.clear();
}

// A heading that is the caption of a table stands between halves like the table itself.
bool heads_table(const std::vector<Piece>& pieces, std::size_t i) {
  return pieces[i].element->kind == ElementKind::heading && i + 1 < pieces.size() &&
         pieces[i + 1].element->kind == ElementKind::table;
}

class Joiner {
 public:
  Joiner(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
         const LayoutRules& rules)
      : text_(text), lines_(lines), pieces_(pieces), rules_(rules) {}

  void run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) visit(i);
    std::erase_if(pieces_, [](const Piece& piece) { return piece.element->spans.empty(); });
  }

 private:
  void visit(std::size_t i) {
    const Piece& piece = pieces_[i];
    parted_ = stronger(parted_, break_before(lines_, piece));
    if (piece.element->kind == ElementKind::heading && !heads_table(pieces_, i)) {
      last_.reset();
      note_.reset();
      parted_ = Break::none;
    } else if (!is_text(piece)) {
      if (piece.element->kind == ElementKind::footnote) note_ = i;
      parted_ = Break::page;
    } else {
      place(i);
    }
  }

  void place(std::size_t i) {
    const std::optional<std::size_t> first = first_half(i);
    if (first) append(pieces_[*first], pieces_[i]);
    if (!first || is_text(pieces_[*first])) last_ = first ? first : i;
    note_.reset();
    parted_ = Break::none;
  }

  std::optional<std::size_t> first_half(std::size_t i) const {
    const Piece& piece = pieces_[i];
    // A footnote may be broken by the page end too; it must then end more openly than most do.
    if (note_ && !ends_openly(last_) && ends_openly(note_) &&
        continues(text_, pieces_[*note_], piece, parted_, rules_)) {
      return note_;
    }
    const FarHalf far(text_, lines_, pieces_, rules_);
    const bool looks_far = piece.element->kind == ElementKind::paragraph && parted_ != Break::none;
    if (last_ && continues(text_, pieces_[*last_], piece, parted_, rules_)) {
      if (!looks_far || !ends_with_bracket(last_text(text_, pieces_[*last_]))) return last_;
      const auto other = far.of(i, 2);
      return other ? other : last_;
    }
    return looks_far ? far.of(i, kReach) : std::nullopt;
  }

  bool ends_openly(const std::optional<std::size_t>& i) const {
    if (!i) return false;
    switch (ending_of(last_text(text_, pieces_[*i]), rules_)) {
      case Ending::open:
      case Ending::hyphen:
      case Ending::comma:
      case Ending::particle:
      case Ending::plain:
        return true;
      default:
        return false;
    }
  }

  std::string_view text_;
  const Lines& lines_;
  std::vector<Piece>& pieces_;
  const LayoutRules& rules_;
  std::optional<std::size_t> last_;  // the last paragraph or list item since a heading
  std::optional<std::size_t> note_;  // the last footnote since it
  Break parted_ = Break::none;       // what stands between it and the piece at hand
};

}  // namespace

void join_broken(std::string_view text, const Lines& lines, std::vector<Piece>& pieces,
                 const LayoutRules& rules) {
  Joiner(text, lines, pieces, rules).run();
}

}  // namespace handvest::layout
