#include "meaning/targets/interpret.hpp"

#include <algorithm>
#include <set>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/indicator.hpp"
#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kDirectionWindow = 70;  // bytes behind a change that may say which way

bool is_share(const Figure& figure) { return figure.kind != Kind::number; }

std::set<std::string> content_words(std::string_view text) {
  constexpr std::size_t kShortest = 6;
  std::set<std::string> words;
  std::string folded = fold(text) + " ";
  for (std::size_t begin = 0, end = 0; (end = folded.find(' ', begin)) != std::string::npos;
       begin = end + 1) {
    if (end - begin >= kShortest) words.insert(folded.substr(begin, end - begin));
  }
  return words;
}

bool share_words(std::string_view a, std::string_view b) {
  const auto first = content_words(a);
  const auto second = content_words(b);
  return std::count_if(first.begin(), first.end(),
                       [&](const auto& word) { return second.count(word) > 0; }) >= 2;
}

std::optional<Decimal> signed_value(const Decimal& value, int sign) {
  return sign < 0 ? subtract({}, value) : value;
}

}  // namespace

void Interpreter::read(const Sentence& sentence) {
  ++sentence_number_;
  cues_.clear();
  stretches_.reset();
  relates_.reset();
  for (const Figure& figure : sentence.figures) {
    switch (figure.part) {
      case Part::from:
        keep_state(figure, date_of(sentence, figure));
        keep_state_text(sentence, figure);
        break;
      case Part::to:
        if (is_goal(sentence, figure)) {
          add(sentence, figure, "target.from-to");
        } else if (figure.paren == 0) {  // 'lag in 2006 op 38'
          keep_state(figure, date_of(sentence, figure));
          keep_state_text(sentence, figure);
        }
        break;
      case Part::change:
        read_change(sentence, figure);
        break;
      case Part::level:
        read_level(sentence, figure);
        break;
      case Part::skip:
        break;
    }
  }
}

std::string Interpreter::date_of(const Sentence& sentence, const Figure& figure) const {
  const bool aside = figure.paren != 0 || figure.part == Part::from || figure.now;
  if (!figure.when) return aside ? std::string() : setting_.date;
  const When& when = sentence.dates[*figure.when];
  // 'In 2011 gedaald van 17%': the year is that of the goal.
  const bool of_goal =
      figure.part == Part::from && !when.bound && setting_.year != 0 && when.year >= setting_.year;
  return of_goal ? std::string() : when.date;
}

TargetPoint Interpreter::point(const Figure& figure, const std::string& date) const {
  const Mention& mention = *figure.placed.mention;
  TargetPoint point;
  point.value = mention.value.amount;
  point.upper = mention.value.upper;
  point.date = date;
  point.mention = mention.id;
  point.qualifier = mention.qualifier;
  return point;
}

void Interpreter::keep_state(const Figure& figure, const std::string& date) {
  State& state = states_[is_share(figure)];
  if (figure.rank == 0 || state.sentence != sentence_number_) state.points.clear();
  state.points.push_back(point(figure, date));
  state.sentence = sentence_number_;
}

bool Interpreter::holds(const char* rule, const Sentence& sentence) const {
  const auto [cue, fresh] = cues_.try_emplace(rule, false);
  if (fresh) cue->second = rules_.search(rule, sentence.text).has_value();
  return cue->second;
}

Span Interpreter::indicator_words(const Sentence& sentence, const Figure& figure) {
  if (!stretches_) stretches_ = stretches_of(passage_, sentence, rules_);
  return indicator_of(passage_.text, *stretches_, figure);
}

void Interpreter::keep_state_text(const Sentence& sentence, const Figure& figure) {
  state_text_ = sentence.text;
  last_indicator_ = indicator_words(sentence, figure);
  relates_.reset();
}

// A goal does not lie before the agreement.
bool Interpreter::is_goal(const Sentence& sentence, const Figure& figure) const {
  const int year = year_of(date_of(sentence, figure));
  return year == 0 || setting_.year == 0 || year >= setting_.year;
}

bool Interpreter::may_follow_state(const Sentence& sentence) const {
  if (holds("sentence.same", sentence)) return true;
  if (!relates_) relates_ = share_words(state_text_, sentence.text);
  return *relates_;
}

void Interpreter::read_level(const Sentence& sentence, const Figure& figure) {
  const std::string date = date_of(sentence, figure);
  const int year = year_of(date);
  const bool past = year != 0 && setting_.year != 0 && year < setting_.year;
  const bool told_as_past = year != 0 && setting_.year == 0 && holds("sentence.past", sentence);
  if (past || told_as_past || figure.now) {
    complete_last(sentence, figure, date);
    keep_state(figure, figure.now && !past ? std::string() : date);
    keep_state_text(sentence, figure);
    return;
  }
  if (figure.paren != 0 && date.empty()) return read_aside(sentence, figure);
  if (year != 0) {
    if (year == setting_.year && holds("sentence.past", sentence)) return;
    return add(sentence, figure, "target.dated");
  }
  const char* cue = is_share(figure) ? "sentence.ambition" : "sentence.commitment";
  if (!holds(cue, sentence)) {
    if (is_share(figure)) {
      keep_state(figure, {});
      keep_state_text(sentence, figure);
    }
    return;
  }
  add(sentence, figure, is_share(figure) ? "target.share" : "target.count");
}

// 'met 20% gedaald (t.o.v. 2006: 169 inbraken)': the figure that the change is counted from.
void Interpreter::read_aside(const Sentence& sentence, const Figure& figure) {
  const bool after_change = !targets.empty() && goal_sentence_ == sentence_number_ &&
                            targets.back().unit == "%change" && !is_share(figure);
  const bool counted_from =
      std::any_of(sentence.dates.begin(), sentence.dates.end(),
                  [&](const When& when) { return when.reference && when.paren == figure.paren; });
  if (after_change && counted_from) {
    targets.back().baseline = point(figure, targets.back().baseline.date);
  }
}

// 'is in 2017 6,0 of hoger (2006=5,19)' and 'Het huidige percentage is 9,2%': the baseline comes
// behind its goal.
void Interpreter::complete_last(const Sentence& sentence, const Figure& figure,
                                const std::string& date) {
  if (targets.empty()) return;
  Target& last = targets.back();
  const bool same_kind = (last.unit == "%") == is_share(figure) && last.unit != "%change";
  if (last.baseline.value || !same_kind) return;
  const bool next = goal_sentence_ + 1 == sentence_number_;
  const bool related = figure.now ? next : may_follow_state(sentence);
  if (figure.paren == 0 && !related) return;
  last.baseline = point(figure, figure.now ? std::string() : date);
}

void Interpreter::read_change(const Sentence& sentence, const Figure& figure) {
  if (!is_goal(sentence, figure) || holds("sentence.fact", sentence)) return;
  add(sentence, figure, "target.change");
  Target& target = targets.back();
  target.unit = figure.kind == Kind::points   ? "pp"
                : figure.kind == Kind::number ? "grade"
                                              : "%change";
  const int sign = sign_of(sentence, figure);
  target.direction = sign < 0 ? "down" : "up";
  target.target.value = signed_value(*target.target.value, sign);
  std::string reference = sentence.reference_date;
  if (reference.empty()) reference = begin_of_period(sentence, figure);
  if (reference.empty()) reference = last_reference_;
  target.baseline = {};
  target.baseline.date = reference;
  last_reference_ = reference;
}

// 'met 25% in de periode van 2002 tot 2010': the change is counted from its begin.
std::string Interpreter::begin_of_period(const Sentence& sentence, const Figure& figure) const {
  if (!figure.when) return {};
  const Mention& mention = *sentence.dates[*figure.when].placed.mention;
  if (mention.type != MentionType::period) return {};
  const std::string begin = mention.normalized.substr(0, mention.normalized.find('/'));
  return setting_.year != 0 && year_of(begin) < setting_.year ? begin : std::string();
}

// Where the first, or the last, match of a rule begins.
std::optional<std::size_t> Interpreter::place_of(const char* rule, std::string_view text,
                                                 bool last) const {
  std::optional<std::size_t> place;
  for (std::size_t from = 0; from < text.size();) {
    const auto match = rules_.search(rule, text, from);
    if (!match) break;
    place = match->span.begin;
    if (!last) break;
    from = match->span.end;
  }
  return place;
}

int Interpreter::sign_of(const Sentence& sentence, const Figure& figure) {
  const std::size_t end = figure.placed.at.end - sentence.begin;
  const std::string_view behind = sentence.text.substr(std::min(end, sentence.text.size()));
  const std::string_view near = behind.substr(0, kDirectionWindow);
  const std::string_view head = sentence.text.substr(0, figure.placed.at.begin - sentence.begin);
  int sign = last_sign_;
  for (const std::string_view text : {near, head, behind}) {
    const bool last = text.data() == head.data();
    const auto down = place_of("direction.down", text, last);
    const auto up = place_of("direction.up", text, last);
    if (!down && !up) continue;
    if (down && up) {
      sign = (*down < *up) != last ? -1 : 1;
    } else {
      sign = down ? -1 : 1;
    }
    break;
  }
  last_sign_ = sign;
  return sign;
}

void Interpreter::add(const Sentence& sentence, const Figure& figure, const char* rule) {
  Target target;
  const Mention& mention = *figure.placed.mention;
  target.id = "t" + (mention.id.empty() ? std::string() : mention.id.substr(1));
  target.in = passage_.in;
  target.place = setting_.place;
  target.target = point(figure, date_of(sentence, figure));
  target.span = mention.span;
  target.rule = rule;
  name(sentence, figure, target);
  target.unit = unit_of(figure, target);
  const State& state = states_[is_share(figure)];
  const bool told = !state.points.empty();
  const bool here = state.sentence == sentence_number_;
  if (told && (here || figure.part == Part::to || may_follow_state(sentence))) {
    target.baseline = state.points[std::min(figure.rank, state.points.size() - 1)];
    const int from = year_of(target.baseline.date);
    const int to = year_of(target.target.date);
    if (from != 0 && to != 0 && from >= to) target.baseline = {};
  }
  target.direction = direction_of(sentence, target);
  targets.push_back(std::move(target));
  goal_sentence_ = sentence_number_;
}

std::string Interpreter::direction_of(const Sentence& sentence, const Target& target) const {
  if (target.baseline.value && target.target.value) {
    const double from = target.baseline.value->to_double();
    const double to = target.target.value->to_double();
    return from < to ? "up" : from > to ? "down" : "keep";
  }
  if (target.rule != "target.from-to") return {};
  if (holds("direction.down", sentence)) return "down";
  return holds("direction.up", sentence) ? "up" : "";
}

void Interpreter::name(const Sentence& sentence, const Figure& figure, Target& target) {
  Span words = indicator_words(sentence, figure);
  const bool anaphor = figure.part != Part::level && holds("sentence.same", sentence);
  if (anaphor || words.empty()) {
    if (!last_indicator_.empty()) words = last_indicator_;
  }
  if (words.empty()) return;
  last_indicator_ = words;
  target.indicator = collapsed(slice(passage_.text, words));
  target.indicator_span = passage_.source_of(words);
}

std::string Interpreter::unit_of(const Figure& figure, const Target& target) const {
  if (figure.kind == Kind::points) return "pp";
  if (figure.kind == Kind::percentage) return "%";
  return rules_.search("indicator.grade", target.indicator) ? "grade" : "number";
}

}  // namespace handvest::meaning
