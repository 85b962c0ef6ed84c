#include "meaning/targets/figures.hpp"

#include <algorithm>
#include <cctype>

#include "meaning/targets/dates.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kContext = 80;  // bytes around a figure that rules look at
constexpr RuleId kChange = "change.word";

bool is_date(const Placed& placed) {
  return placed.type == MentionType::date || placed.type == MentionType::period;
}

bool is_one(std::string_view word) { return word == "één" || word == "Één" || word == "1"; }

// Tells which bracket holds a place of a text. Places are asked for in their order.
class Brackets {
 public:
  explicit Brackets(std::string_view text)
      : text_(text), opening_(text.find('(')), closing_(opening_) {
    if (opening_ != std::string_view::npos) closing_ = text.find(')');
  }

  // Its number, from 1; 0 outside.
  int at(std::size_t place) {
    for (std::size_t next = std::min(opening_, closing_); next <= place;
         next = std::min(opening_, closing_)) {
      open_ = opening_ < closing_ ? ++count_ : 0;
      if (opening_ == next) opening_ = text_.find('(', next + 1);
      if (closing_ == next) closing_ = text_.find(')', next + 1);
    }
    return open_;
  }

 private:
  // Each kind is looked for on its own: that is quick, and most sentences have none.
  std::string_view text_;
  std::size_t opening_;
  std::size_t closing_;
  int count_ = 0;
  int open_ = 0;
};

class Reader {
 public:
  Reader(const Passage& passage, Span span, const Rules& rules, Sentence& sentence)
      : passage_(passage),
        span_(span),
        mentions_(placed_in(passage.mentions, span)),
        rules_(rules),
        sentence_(sentence) {}

  void read(bool may_change) {
    begin();
    collect_figures();
    if (may_change) sentence_.change = rules_.find_in(kChange, passage_.text, span_);
    for (std::size_t i = 0; i < sentence_.figures.size(); ++i) decide(i);
    if (!has_quantity() && !sentence_.change) return sentence_.figures.clear();
    collect_dates();
    read_dates(sentence_, passage_, rules_);
    group();
    read_brackets();
    bind_dates(sentence_, passage_, rules_);
    if (tells_steps()) sentence_.change.reset();
  }

 private:
  void begin() {
    sentence_.text = slice(passage_.text, span_);
    sentence_.begin = span_.begin;
    sentence_.figures.clear();
    sentence_.dates.clear();
    sentence_.reference_date.clear();
    sentence_.change.reset();
  }

  std::size_t count(bool (*is_kind)(const Placed&)) const {
    return static_cast<std::size_t>(std::count_if(mentions_.begin(), mentions_.end(), is_kind));
  }

  void collect_figures() {
    const std::size_t most = count(may_be_figure);
    if (most == 0) return;
    sentence_.figures.reserve(most);
    Brackets brackets(sentence_.text);
    for (const Placed& placed : mentions_) {
      if (!is_quantity(placed)) continue;
      sentence_.figures.push_back(figure(placed, brackets.at(placed.at.begin - span_.begin)));
    }
  }

  void collect_dates() {
    sentence_.dates.reserve(count(is_date));
    Brackets brackets(sentence_.text);
    for (const Placed& placed : mentions_) {
      if (!is_date(placed)) continue;
      When& when = sentence_.dates.emplace_back();
      when.placed = placed;
      when.paren = brackets.at(placed.at.begin - span_.begin);
    }
  }

  bool has_quantity() const {
    return std::any_of(sentence_.figures.begin(), sentence_.figures.end(),
                       [](const Figure& f) { return f.part != Part::skip; });
  }

  // 'halveren tot 35.000', 'gehalveerd (van 60 naar 30)'
  bool tells_steps() const {
    return std::any_of(sentence_.figures.begin(), sentence_.figures.end(), [](const Figure& f) {
      return f.part == Part::to || f.part == Part::from || f.part == Part::change;
    });
  }

  // A duration is one in a sentence about time that something takes.
  bool is_quantity(const Placed& placed) const {
    if (!may_be_figure(placed) || !placed.mention->value.amount) return false;
    return placed.type != MentionType::duration || holds("sentence.time", sentence_.text);
  }

  static Figure figure(const Placed& placed, int paren) {
    Figure result;
    result.placed = placed;
    result.paren = paren;
    if (placed.type == MentionType::percentage) {
      result.kind = placed.mention->value.unit == "pp" ? Kind::points : Kind::percentage;
    }
    return result;
  }

  std::string_view before(const Figure& figure) const {
    const std::size_t end = figure.placed.at.begin;
    const std::size_t begin = std::max(span_.begin, end > kContext ? end - kContext : 0);
    return slice(passage_.text, {begin, end});
  }

  std::string_view after(const Figure& figure) const {
    const std::size_t begin = std::min(figure.placed.at.end, span_.end);
    return slice(passage_.text, {begin, std::min(span_.end, begin + kContext)});
  }

  bool holds(RuleId id, std::string_view text) const { return rules_.holds(id, text); }

  void decide(std::size_t i) {
    Figure& figure = sentence_.figures[i];
    const std::string_view left = before(figure);
    const std::string_view right = after(figure);
    if (figure.kind == Kind::number && is_skipped(figure, left, right)) {
      return set(figure, Part::skip);
    }
    if (holds("before.since", left)) return set(figure, Part::since);
    if (figure.kind == Kind::percentage && holds("after.change", right)) {
      return set(figure, Part::change);
    }
    if (is_end(figure, left)) return set(figure, Part::to);
    if (is_from(i, left)) return set(figure, Part::from);
    if (is_change(figure, left, right)) return set(figure, Part::change);
    figure.now = holds("after.now", right);
    if (!figure.now && is_reference(left)) return set(figure, Part::skip);
    figure.now = figure.now || holds("before.now", left) || is_done(left, right);
  }

  bool is_end(const Figure& figure, std::string_view left) const {
    return holds("before.to", left) || holds("before.equal", left) ||
           ((figure.paren != 0 || figure.kind == Kind::percentage) && holds("paren.goal", left));
  }

  // 'tegenover 20%', 'beter dan 7,1', but not 'niet meer dan 30'
  bool is_reference(std::string_view left) const {
    if (holds("before.reference", left)) return true;
    return holds("before.than", left) && !holds("before.more-than", left);
  }

  // 'waarvan 602 gerealiseerd'
  bool is_done(std::string_view left, std::string_view right) const {
    return holds("before.of-which", left) && holds("after.done", right);
  }

  static void set(Figure& figure, Part part) { figure.part = part; }

  bool is_skipped(const Figure& figure, std::string_view left, std::string_view right) const {
    if (figure.placed.mention->value.unit == "pp") return false;
    if (figure.placed.type == MentionType::duration) {
      return !holds("duration.level", left);
    }
    // The one that says so most often comes first.
    if (holds("skip.after", right) && !holds("after.become", right)) return true;
    if (holds("skip.before", left)) return true;
    if (holds("skip.more-than", left) && !holds("skip.not-more-than", left)) return true;
    if (figure.paren != 0 && holds("skip.aside", left)) return true;
    const auto text = slice(passage_.text, figure.placed.at);
    const bool word = std::isdigit(static_cast<unsigned char>(text.front())) == 0;
    if (word && holds("skip.known", left)) return true;
    return is_one(text) && (holds("skip.one", right) || holds("skip.one-before", left));
  }

  // 'van 59' names a baseline only when a figure to go to follows.
  bool is_from(std::size_t i, std::string_view left) const {
    if (!holds("before.from", left)) return false;
    const auto& figures = sentence_.figures;
    const Kind kind = figures[i].kind;
    for (std::size_t next = i + 1; next < figures.size() && next < i + 6; ++next) {
      if (figures[next].kind != kind) continue;
      if (holds("before.to", before(figures[next]))) return true;
    }
    return false;
  }

  bool is_change(const Figure& figure, std::string_view left, std::string_view right) const {
    if (figure.kind == Kind::number) {  // '-punten', ' punt'
      const bool of_points = right.substr(0, 6).find("punt") != std::string_view::npos;
      return of_points && holds("after.change", right) && !holds("before.to", left);
    }
    if (figure.kind == Kind::points || holds("after.change", right)) return true;
    if (holds("before.by-noun", left)) return true;
    if (!holds("before.by", left) || holds("after.share", right)) return false;
    return holds("direction.down", sentence_.text) || holds("direction.up", sentence_.text);
  }

  // '60% - 40%': the second goes with the first.
  void group() {
    auto& figures = sentence_.figures;
    for (std::size_t i = 1; i < figures.size(); ++i) {
      const Figure& first = figures[i - 1];
      Figure& second = figures[i];
      if (first.kind != second.kind || first.paren != second.paren) continue;
      if (second.part != Part::level || first.part == Part::skip) continue;
      const std::string_view gap =
          slice(passage_.text, {first.placed.at.end, second.placed.at.begin});
      if (goes_on_changing(first, second, gap)) {
        set(second, Part::change);
        continue;
      }
      if (!is_joint(gap)) continue;
      second.part = first.part;
      second.now = first.now;
      second.rank = first.rank + 1;
    }
  }

  // '40% reductie; 10% dit jaar, 15% in 2010': steps of one change.
  bool goes_on_changing(const Figure& first, const Figure& second, std::string_view gap) const {
    constexpr std::size_t kLongest = 50;  // behind the mark
    const bool shares = second.kind == Kind::percentage && first.part == Part::change;
    if (!shares || gap.size() > kContext || holds("after.share", after(second))) return false;
    std::size_t mark = gap.find_last_of(";,");
    const bool dated = gap.find_first_of("0123456789") != std::string_view::npos;
    if (mark == std::string_view::npos && dated) mark = gap.rfind(" en ");
    const bool parted = mark != std::string_view::npos && gap.size() - mark <= kLongest;
    return parted && !holds("sentence.verb", gap);
  }

  static bool is_joint(std::string_view gap) {
    for (const std::string_view joint : {"-", " - ", "/", " / ", "–", " – ", " en "}) {
      if (gap == joint) return true;
    }
    return false;
  }

  // A bracket behind a figure tells the same in another unit: '6,9% (219 personen)'.
  // One in the same unit is an aside.
  void read_brackets() {
    const Figure* host = nullptr;
    for (Figure& inner : sentence_.figures) {
      if (inner.paren == 0) host = &inner;
      if (inner.paren == 0 || host == nullptr) continue;
      const Figure& outer = *host;
      if (inner.part == Part::level && holds("paren.same", before(inner))) {
        set(inner, Part::to);
        continue;
      }
      if (outer.part == Part::change && tells_same(inner, outer)) inner.part = Part::skip;
      if (inner.part != Part::level || outer.part == Part::level || inner.now) continue;
      if (has_date(inner.paren)) continue;
      if (inner.kind == outer.kind) {
        const bool divides = outer.part == Part::change && holds("paren.part", before(inner));
        inner.part = divides ? Part::change : Part::skip;
        continue;
      }
      inner.part = outer.part == Part::change ? Part::to : outer.part;
    }
  }

  static bool tells_same(const Figure& a, const Figure& b) {
    return a.kind == b.kind && a.placed.mention->normalized == b.placed.mention->normalized;
  }

  bool has_date(int paren) const {
    return std::any_of(sentence_.dates.begin(), sentence_.dates.end(),
                       [&](const When& when) { return when.paren == paren; });
  }

  const Passage& passage_;
  Span span_;
  std::span<const Placed> mentions_;  // of the sentence
  const Rules& rules_;
  Sentence& sentence_;
};

}  // namespace

bool may_be_figure(const Placed& placed) {
  return placed.type == MentionType::number || placed.type == MentionType::percentage ||
         placed.type == MentionType::duration;
}

std::size_t first_change(const Passage& passage, const Rules& rules) {
  if (!rules.holds("change.letters", passage.text)) return passage.text.size();
  const auto change = rules.find(kChange, passage.text);
  return change ? change->begin : passage.text.size();
}

void read_sentence(const Passage& passage, Span span, std::size_t changes_from, const Rules& rules,
                   Sentence& to) {
  Reader(passage, span, rules, to).read(span.end > changes_from);
}

}  // namespace handvest::meaning
