#include "meaning/targets/interpret.hpp"

#include <algorithm>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/direction.hpp"

namespace handvest::meaning {
namespace {

std::optional<Decimal> signed_value(const Decimal& value, int sign) {
  return sign < 0 ? subtract({}, value) : value;
}

TargetPoint point_of(const Figure& figure, const std::string& date) {
  const Mention& mention = *figure.placed.mention;
  TargetPoint point;
  point.value = mention.value.amount;
  point.upper = mention.value.upper;
  point.date = date;
  point.mention = mention.id;
  point.qualifier = mention.qualifier;
  return point;
}

// What happens on a day is no goal by itself.
bool is_on_day(const Sentence& sentence, const Figure& figure) {
  return figure.when && sentence.dates[*figure.when].on_day;
}

}  // namespace

void Interpreter::read(const Sentence& sentence, std::size_t number) {
  sentence_number_ = number;
  cues_.enter(sentence.text);
  states_.enter(sentence, sentence_number_);
  stretches_.reset();
  if (cues_.hold("sentence.condition")) return;
  for (const Figure& figure : sentence.figures) read_figure(sentence, figure);
  if (sentence.change) read_word(sentence, *sentence.change);
}

void Interpreter::read_figure(const Sentence& sentence, const Figure& figure) {
  switch (figure.part) {
    case Part::from:
      return keep(sentence, figure, date_of(sentence, figure));
    case Part::to:
      return read_end(sentence, figure);
    case Part::change:
      return read_change(sentence, figure);
    case Part::since:
      return read_since(sentence, figure);
    case Part::level:
      return read_level(sentence, figure);
    case Part::skip:
      return;
  }
}

// 'naar 29%'
void Interpreter::read_end(const Sentence& sentence, const Figure& figure) {
  if (goals_.repeats(figure) && date_of(sentence, figure).empty()) return;
  const bool told = is_told(sentence, figure);
  if (!told && is_goal(sentence, figure)) return add(sentence, figure, "target.from-to");
  if (told && cues_.hold("sentence.forecast")) return;
  if (figure.paren == 0) keep(sentence, figure, date_of(sentence, figure));  // 'lag in 2006 op 38'
}

std::string Interpreter::date_of(const Sentence& sentence, const Figure& figure) const {
  const bool restates =
      sentence.dates.empty() && !goals_.empty() && set_near() && cues_.hold("sentence.restates");
  if (restates) {
    const Target& last = goals_.last();
    return figure.part == Part::from ? last.baseline.date : last.target.date;
  }
  const bool goes_there = figure.part == Part::to || figure.part == Part::change;
  const bool aside = (figure.paren != 0 && !goes_there) || figure.part == Part::from || figure.now;
  if (!figure.when) return aside ? std::string() : setting_.date;
  const When& when = sentence.dates[*figure.when];
  // 'In 2011 gedaald van 17%': the year is that of the goal.
  const bool of_goal =
      figure.part == Part::from && !when.bound && setting_.year != 0 && when.year >= setting_.year;
  return of_goal ? std::string() : when.date;
}

void Interpreter::keep(const Sentence& sentence, const Figure& figure, const std::string& date) {
  told_.push_back(point_of(figure, date));
  states_.keep(figure, told_.back());
  last_indicator_ = indicator_of(sentence, figure);
}

Interpreter::Indicator Interpreter::indicator_of(const Sentence& sentence, const Figure& figure) {
  if (!stretches_) stretches_.emplace(passage_, sentence, rules_);
  return {&passage_, stretches_->indicator_of(figure)};
}

void Interpreter::go_on(Carried&& carried) {
  states_ = std::move(carried.states);
  states_.come_from_before();
  last_indicator_ = carried.indicator;
}

// A goal does not lie before the agreement.
bool Interpreter::is_goal(const Sentence& sentence, const Figure& figure) const {
  const int year = year_of(date_of(sentence, figure));
  return year == 0 || setting_.year == 0 || year >= setting_.year;
}

// 'Het aantal is gestegen van 20 naar 25' and 'stijgt naar verwachting tot 30' report, unless an
// agreement says so: there it is how things should have become.
bool Interpreter::is_told(const Sentence& sentence, const Figure& figure) const {
  if (cues_.hold("sentence.told")) return true;
  if (setting_.agreed || cues_.hold("sentence.aim")) return false;
  if (cues_.hold("sentence.forecast")) return true;
  if (cues_.hold("sentence.ambition")) return false;
  const int year = year_of(date_of(sentence, figure));
  const bool later = setting_.year != 0 && year > setting_.year;
  return !later && cues_.hold("sentence.perfect");
}

bool Interpreter::may_follow(const State& state) const {
  return cues_.hold("sentence.same") || states_.shares_words(state);
}

// 'In 2012 streven we naar 6%' goes on from the state before it, unless it names something else.
bool Interpreter::inherits(const State& state, const Figure& figure) const {
  if (may_follow(state)) return true;
  if (figure.part != Part::to || cues_.hold("sentence.subject")) return false;
  return !cues_.hold("sentence.plural-subject");
}

void Interpreter::read_level(const Sentence& sentence, const Figure& figure) {
  const std::string date = date_of(sentence, figure);
  const int year = year_of(date);
  const bool past = year != 0 && year < setting_.year;
  const bool may_be_past = year != 0 && (setting_.year == 0 || year == setting_.year);
  const bool own_year = !setting_.agreed && year != 0 && year == setting_.year;
  const bool reports = own_year && !cues_.hold("sentence.intent");
  const bool told_as_past = (may_be_past && cues_.hold("sentence.past")) || reports;
  if (past || told_as_past || figure.now) {
    complete(sentence, figure, date);
    const bool aside = figure.paren != 0 && states_.like(figure).sentence == sentence_number_;
    if (aside && !states_.like(figure).points.empty()) return;  // '42% (2017: 39%)'
    return keep(sentence, figure, figure.now && !past ? std::string() : date);
  }
  if (figure.paren != 0 && date.empty()) return read_aside(sentence, figure);
  const RuleId cue = is_share(figure) ? RuleId("sentence.ambition") : "sentence.commitment";
  if (year != 0 && (!is_on_day(sentence, figure) || cues_.hold(cue))) {
    return add(sentence, figure, "target.dated");
  }
  const RuleId intent = is_share(figure) ? RuleId("sentence.aim") : "sentence.intent";
  const bool told = !setting_.agreed && (!cues_.hold(intent) || cues_.hold("sentence.fact"));
  const bool listed = setting_.ambition && (is_share(figure) || !setting_.term.empty());
  if ((cues_.hold(cue) && !told) || listed) {
    if (goals_.repeats(figure)) return;
    add(sentence, figure, is_share(figure) ? "target.share" : "target.count");
  } else if (is_share(figure)) {
    keep(sentence, figure, {});
  }
}

// 'met 20% gedaald (t.o.v. 2006: 169 inbraken)': the figure that the change is counted from.
void Interpreter::read_aside(const Sentence& sentence, const Figure& figure) {
  const bool after_change =
      !goals_.empty() && set_here() && goals_.last().unit == "%change" && !is_share(figure);
  const bool counted_from =
      std::any_of(sentence.dates.begin(), sentence.dates.end(),
                  [&](const When& when) { return when.reference && when.paren == figure.paren; });
  if (after_change && counted_from) {
    goals_.last().baseline = point_of(figure, goals_.last().baseline.date);
  }
}

// 'tot 60% in 2012 ten opzichte van 26% in 2007'
void Interpreter::read_since(const Sentence& sentence, const Figure& figure) {
  const std::string date = date_of(sentence, figure);
  if (!set_here()) return keep(sentence, figure, date);
  Target* goal = goals_.for_baseline(sentence, figure, sentence_number_);
  if (goal != nullptr) set_baseline(*goal, point_of(figure, date));
}

// 'is in 2017 6,0 of hoger (2006=5,19)' and 'Het huidige percentage is 9,2%': the baseline comes
// behind its goal.
void Interpreter::complete(const Sentence& sentence, const Figure& figure,
                           const std::string& date) {
  Target* goal = goals_.for_baseline(sentence, figure, sentence_number_);
  if (goal == nullptr) return;
  const bool own = figure.paren != 0 && set_here() && goal == &goals_.last() && inherited_;
  if (goal->baseline.value && !own) return;
  const bool related = figure.now ? set_near() : may_follow(states_.like(figure));
  if (figure.paren == 0 && !related) return;
  set_baseline(*goal, point_of(figure, figure.now ? std::string() : date));
}

// 'In 2009 is het aantal 17. In 2012 is dit gedaald tot 14': what looked like a goal of the
// agreement's own year is where the next one starts from.
void Interpreter::take_back_state(const Figure& figure, const std::string& date) {
  if (goals_.empty() || goals_.sentence() + 1 != sentence_number_) return;
  const Target& last = goals_.last();
  const bool same_kind = (last.unit == "%") == is_share(figure) && last.rule == "target.dated";
  const bool of_this_year = setting_.year != 0 && year_of(last.target.date) == setting_.year;
  if (!same_kind || !of_this_year || year_of(date) <= setting_.year) return;
  if (last.baseline.value || !cues_.hold("sentence.same")) return;
  states_.replace(figure, goals_.take_back().target, goals_.sentence());
}

void Interpreter::read_change(const Sentence& sentence, const Figure& figure) {
  if (cues_.hold("sentence.fact") || is_told(sentence, figure)) return;
  if (!is_goal(sentence, figure)) return;
  add(sentence, figure, "target.change");
  Target& target = goals_.last();
  target.unit = figure.kind == Kind::points   ? "pp"
                : figure.kind == Kind::number ? "grade"
                                              : "%change";
  const int sign = last_sign_ = sign_of(sentence, figure, rules_, last_sign_);
  target.direction = sign < 0 ? "down" : "up";
  target.target.value = signed_value(*target.target.value, sign);
  set_reference(sentence, figure, target);
}

// What a change is counted from.
void Interpreter::set_reference(const Sentence& sentence, const Figure& figure, Target& target) {
  std::string reference = sentence.reference_date;
  if (reference.empty()) reference = begin_of_period(sentence, figure);
  if (reference.empty()) reference = last_reference_;
  target.baseline = {};
  target.baseline.date = reference;
  last_reference_ = reference;
}

// 'in 2012 gehalveerd': half as much, though no figure says so.
void Interpreter::read_word(const Sentence& sentence, Span word) {
  Figure figure;
  figure.placed.at = word;
  figure.part = Part::change;
  for (std::size_t i = 0; i < sentence.dates.size(); ++i) {
    if (!sentence.dates[i].reference) figure.when = i;
  }
  const bool aims = setting_.agreed || setting_.ambition || cues_.hold("sentence.aim");
  if (!aims || set_here() || is_told(sentence, figure) || !is_goal(sentence, figure)) return;
  const bool halves = rules_.holds("change.half", slice(passage_.text, word));
  std::string date = date_of(sentence, figure);
  if (date.empty()) date = setting_.term;
  Target& target = goals_.add(figure, sentence_number_);
  target.in = passage_.holder->id;
  target.target.value = halves ? Decimal{-50, 0} : Decimal{100, 0};
  target.target.date = std::move(date);
  target.span = passage_.source_of(word);
  target.rule = "target.change";
  target.unit = "%change";
  target.direction = halves ? "down" : "up";
  name(sentence, figure, target);
  set_reference(sentence, figure, target);
}

// 'met 25% in de periode van 2002 tot 2010': the change is counted from its begin.
std::string Interpreter::begin_of_period(const Sentence& sentence, const Figure& figure) const {
  if (!figure.when) return {};
  const Mention& mention = *sentence.dates[*figure.when].placed.mention;
  if (mention.type != MentionType::period) return {};
  const std::string begin = mention.normalized.substr(0, mention.normalized.find('/'));
  return setting_.year != 0 && year_of(begin) < setting_.year ? begin : std::string();
}

void Interpreter::add(const Sentence& sentence, const Figure& figure, const char* rule) {
  std::string date = date_of(sentence, figure);
  if (date.empty()) date = setting_.term;
  take_back_state(figure, date);
  const Mention& mention = *figure.placed.mention;
  Target& target = goals_.add(figure, sentence_number_);
  target.id.assign(1, 't').append(mention.id, std::min<std::size_t>(mention.id.size(), 1));
  target.in = passage_.holder->id;
  target.target = point_of(figure, date);
  target.span = mention.span;
  target.rule = rule;
  name(sentence, figure, target);
  target.unit = unit_of(figure, target);
  const State& state = states_.like(figure);
  const bool here = state.sentence == sentence_number_;
  if (figure.part == Part::to) target.baseline.date = sentence.reference_date;
  inherited_ = !here;
  if (!state.points.empty() && (here || inherits(state, figure))) {
    set_baseline(target, state.points[std::min(figure.rank, state.points.size() - 1)]);
  }
  if (!target.baseline.value && figure.part != Part::change) {
    if (auto told = from_table(sentence, figure)) set_baseline(target, std::move(*told));
  }
  target.direction = direction_of(target);
}

// 'In 2014 heeft in Kade nog 20% een achterstand': a table told how it is in Kade now.
std::optional<TargetPoint> Interpreter::from_table(const Sentence& sentence,
                                                   const Figure& figure) const {
  if (setting_.table == nullptr || setting_.table->rows.empty()) return {};
  std::size_t begin = sentence.begin;
  for (const Figure& other : sentence.figures) {
    if (other.placed.at.end <= figure.placed.at.begin) begin = other.placed.at.end;
  }
  const std::string_view words = slice(passage_.text, {begin, figure.placed.at.begin});
  const auto* row = setting_.table->row_for(words, is_share(figure));
  if (row == nullptr || shared_words(setting_.table->about, sentence.text) < 1) return {};
  return row->point;
}

std::string_view Interpreter::direction_of(const Target& target) const {
  if (target.baseline.value) return direction_between(target);
  if (target.rule != "target.from-to") return {};
  if (cues_.hold("direction.down")) return "down";
  return cues_.hold("direction.up") ? "up" : "";
}

// Its own, or the last one where it names none or goes on about that.
Interpreter::Indicator Interpreter::indicator_named_by(const Sentence& sentence,
                                                       const Figure& figure) {
  const bool any_before = !last_indicator_.words.empty();
  const bool anaphor = any_before && figure.part != Part::level && cues_.hold("sentence.same");
  if (anaphor) return last_indicator_;
  const Indicator own = indicator_of(sentence, figure);
  return own.words.empty() && any_before ? last_indicator_ : own;
}

void Interpreter::name(const Sentence& sentence, const Figure& figure, Target& target) {
  const Indicator indicator = indicator_named_by(sentence, figure);
  if (indicator.words.empty()) return;
  last_indicator_ = indicator;
  const Passage& passage = *indicator.passage;
  target.indicator = collapsed(slice(passage.text, indicator.words));
  target.indicator_span = passage.source_of(indicator.words);
}

std::string_view Interpreter::unit_of(const Figure& figure, const Target& target) const {
  if (figure.kind == Kind::points) return "pp";
  if (figure.kind == Kind::percentage) return "%";
  return rules_.holds("indicator.grade", target.indicator) ? "grade" : "number";
}

}  // namespace handvest::meaning
