#include "meaning/targets/interpret.hpp"

#include <algorithm>
#include <set>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/direction.hpp"
#include "meaning/targets/indicator.hpp"
#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kDay = 10;  // length of 2008-02-11

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

std::ptrdiff_t shared_words(std::string_view a, std::string_view b) {
  const auto first = content_words(a);
  const auto second = content_words(b);
  return std::count_if(first.begin(), first.end(),
                       [&](const auto& word) { return second.count(word) > 0; });
}

// '(in 2007: 68 meldingen, doelstelling 2018: 51)' sets a goal of its own.
bool sets_goal(const Sentence& sentence, int paren) {
  return std::any_of(sentence.figures.begin(), sentence.figures.end(), [&](const Figure& figure) {
    return figure.paren == paren && figure.part == Part::to;
  });
}

std::optional<Decimal> signed_value(const Decimal& value, int sign) {
  return sign < 0 ? subtract({}, value) : value;
}

}  // namespace

void Interpreter::read(const Sentence& sentence) {
  ++sentence_number_;
  cues_.clear();
  stretches_.reset();
  shared_words_.reset();
  for (const Figure& figure : sentence.figures) {
    switch (figure.part) {
      case Part::from:
        keep(sentence, figure, date_of(sentence, figure));
        break;
      case Part::to:
        if (repeats_goal(figure) && date_of(sentence, figure).empty()) {
          break;
        } else if (is_goal(sentence, figure)) {
          add(sentence, figure, "target.from-to");
        } else if (figure.paren == 0) {  // 'lag in 2006 op 38'
          keep(sentence, figure, date_of(sentence, figure));
        }
        break;
      case Part::change:
        read_change(sentence, figure);
        break;
      case Part::since:
        read_since(sentence, figure);
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
  const bool restates = sentence.dates.empty() && !targets.empty() &&
                        goal_sentence_ + 1 >= sentence_number_ &&
                        holds("sentence.restates", sentence);
  if (restates) {
    const Target& last = targets.back();
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

void Interpreter::keep(const Sentence& sentence, const Figure& figure, const std::string& date) {
  State& state = states_[is_share(figure)];
  if (figure.rank == 0 || state.sentence != sentence_number_) state.points.clear();
  state.points.push_back(point(figure, date));
  told_.push_back(state.points.back());
  state.sentence = sentence_number_;
  state.now = figure.now;
  state_text_ = sentence.text;
  last_indicator_ = indicator_words(sentence, figure);
  shared_words_.reset();
}

bool Interpreter::holds(const char* rule, const Sentence& sentence) const {
  const auto [cue, fresh] = cues_.try_emplace(rule, false);
  if (fresh) cue->second = rules_.holds(rule, sentence.text);
  return cue->second;
}

Interpreter::Indicator Interpreter::indicator_words(const Sentence& sentence,
                                                    const Figure& figure) {
  if (!stretches_) stretches_ = stretches_of(passage_, sentence, rules_);
  const Span words = indicator_of(passage_.text, *stretches_, figure);
  if (words.empty()) return {};
  return {collapsed(slice(passage_.text, words)), passage_.source_of(words)};
}

void Interpreter::go_on(const Carried& carried) {
  states_ = carried.states;
  for (auto& [share, state] : states_) state.sentence = 0;
  state_text_ = carried.state_text;
  last_indicator_ = carried.indicator;
}

Interpreter::Carried Interpreter::carried() const {
  return {states_, state_text_, last_indicator_};
}

// A goal does not lie before the agreement.
bool Interpreter::is_goal(const Sentence& sentence, const Figure& figure) const {
  const int year = year_of(date_of(sentence, figure));
  return year == 0 || setting_.year == 0 || year >= setting_.year;
}

// 'Nu is het bereik 70%. Het streven is een bereik van 100%': one word in common is enough for the
// sentence behind one that tells how things are now.
bool Interpreter::may_follow(const State& state, const Sentence& sentence) const {
  if (holds("sentence.same", sentence)) return true;
  if (!shared_words_) shared_words_ = shared_words(state_text_, sentence.text);
  const bool just_told = state.now && state.sentence + 1 == sentence_number_;
  return *shared_words_ >= (just_told ? 1 : 2);
}

// 'In 2012 streven we naar 6%' goes on from the state before it, unless it names something else.
bool Interpreter::inherits(const State& state, const Sentence& sentence,
                           const Figure& figure) const {
  if (may_follow(state, sentence)) return true;
  return figure.part == Part::to && !holds("sentence.subject", sentence);
}

void Interpreter::read_level(const Sentence& sentence, const Figure& figure) {
  const std::string date = date_of(sentence, figure);
  const int year = year_of(date);
  const bool past = year != 0 && year < setting_.year;
  const bool may_be_past = year != 0 && (setting_.year == 0 || year == setting_.year);
  const bool told_as_past = may_be_past && holds("sentence.past", sentence);
  if (past || told_as_past || figure.now) {
    complete(sentence, figure, date);
    return keep(sentence, figure, figure.now && !past ? std::string() : date);
  }
  if (figure.paren != 0 && date.empty()) return read_aside(sentence, figure);
  const char* cue = is_share(figure) ? "sentence.ambition" : "sentence.commitment";
  if (year != 0 && (!is_on_day(sentence, figure) || holds(cue, sentence))) {
    return add(sentence, figure, "target.dated");
  }
  if (holds(cue, sentence) || (is_share(figure) && setting_.ambition)) {
    if (repeats_goal(figure)) return;
    add(sentence, figure, is_share(figure) ? "target.share" : "target.count");
  } else if (is_share(figure)) {
    keep(sentence, figure, {});
  }
}

// What happens on a day is no goal by itself.
bool Interpreter::is_on_day(const Sentence& sentence, const Figure& figure) {
  if (!figure.when) return false;
  const When& when = sentence.dates[*figure.when];
  return when.date.size() == kDay && when.on_day;
}

// 'om de 25% zo dicht mogelijk te benaderen': a share without date of which an earlier sentence
// told more.
bool Interpreter::repeats_goal(const Figure& figure) const {
  if (!is_share(figure)) return false;
  constexpr std::size_t kRemembered = 20;  // an item may have any number
  const auto fall = subtract({}, *figure.placed.mention->value.amount);
  const auto from =
      targets.end() - static_cast<std::ptrdiff_t>(std::min(targets.size(), kRemembered));
  return std::any_of(from, targets.end(), [&](const Target& target) {
    return target.unit == "%change" && target.target.value == fall && fall->coefficient < 0;
  });
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

// 'tot 60% in 2012 ten opzichte van 26% in 2007'
void Interpreter::read_since(const Sentence& sentence, const Figure& figure) {
  const std::string date = date_of(sentence, figure);
  if (goal_sentence_ != sentence_number_) return keep(sentence, figure, date);
  Target* goal = goal_for(sentence, figure);
  if (goal != nullptr) set_baseline(*goal, point(figure, date));
}

// The last goal that `figure` may be the baseline of: of its kind and its place in a group, or a
// change that a number in brackets explains.
Target* Interpreter::goal_for(const Sentence& sentence, const Figure& figure) {
  for (std::size_t i = targets.size(); i-- > 0;) {
    Target& target = targets[i];
    const bool change = target.unit == "%change";
    if (change && !is_share(figure) && figure.paren != 0 && !sets_goal(sentence, figure.paren)) {
      return &target;
    }
    const bool here = goal_sentence_ == sentence_number_;
    const bool aside = here && made_of_[i].paren != 0 && made_of_[i].paren != figure.paren;
    const bool same_kind = !change && !aside && (target.unit == "%") == is_share(figure);
    if (same_kind && made_of_[i].rank == figure.rank) return &target;
    if (same_kind && figure.rank == 0 && made_of_[i].rank == 0) return nullptr;
  }
  return nullptr;
}

// 'is in 2017 6,0 of hoger (2006=5,19)' and 'Het huidige percentage is 9,2%': the baseline comes
// behind its goal.
void Interpreter::complete(const Sentence& sentence, const Figure& figure,
                           const std::string& date) {
  Target* goal = goal_for(sentence, figure);
  if (goal == nullptr) return;
  const bool own = figure.paren != 0 && goal_sentence_ == sentence_number_ &&
                   goal == &targets.back() && inherited_;
  if (goal->baseline.value && !own) return;
  const bool near = goal_sentence_ + 1 >= sentence_number_;
  const bool related = figure.now ? near : may_follow(states_[is_share(figure)], sentence);
  if (figure.paren == 0 && !related) return;
  set_baseline(*goal, point(figure, figure.now ? std::string() : date));
}

void Interpreter::set_baseline(Target& target, TargetPoint baseline) {
  const int from = year_of(baseline.date);
  const int to = year_of(target.target.date);
  if (from != 0 && to != 0 && from >= to) return;
  if (baseline.date.empty()) baseline.date = target.baseline.date;
  target.baseline = std::move(baseline);
  if (target.unit != "%change") target.direction = direction_between(target);
}

// 'In 2009 is het aantal 17. In 2012 is dit gedaald tot 14': what looked like a goal of the
// agreement's own year is where the next one starts from.
void Interpreter::take_back_state(const Sentence& sentence, const Figure& figure,
                                  const std::string& date) {
  if (targets.empty() || goal_sentence_ + 1 != sentence_number_) return;
  const Target& last = targets.back();
  const bool same_kind = (last.unit == "%") == is_share(figure) && last.rule == "target.dated";
  const bool of_this_year = setting_.year != 0 && year_of(last.target.date) == setting_.year;
  if (!same_kind || !of_this_year || year_of(date) <= setting_.year) return;
  if (last.baseline.value || !holds("sentence.same", sentence)) return;
  State& state = states_[is_share(figure)];
  state = {{last.target}, goal_sentence_, false};
  targets.pop_back();
  made_of_.pop_back();
}

void Interpreter::read_change(const Sentence& sentence, const Figure& figure) {
  if (!is_goal(sentence, figure) || holds("sentence.fact", sentence)) return;
  add(sentence, figure, "target.change");
  Target& target = targets.back();
  target.unit = figure.kind == Kind::points   ? "pp"
                : figure.kind == Kind::number ? "grade"
                                              : "%change";
  const int sign = last_sign_ = sign_of(sentence, figure, rules_, last_sign_);
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

void Interpreter::add(const Sentence& sentence, const Figure& figure, const char* rule) {
  const std::string date = date_of(sentence, figure);
  take_back_state(sentence, figure, date);
  Target target;
  const Mention& mention = *figure.placed.mention;
  target.id = "t" + (mention.id.empty() ? std::string() : mention.id.substr(1));
  target.in = passage_.in;
  target.target = point(figure, date);
  target.span = mention.span;
  target.rule = rule;
  name(sentence, figure, target);
  target.unit = unit_of(figure, target);
  const State& state = states_[is_share(figure)];
  const bool here = state.sentence == sentence_number_;
  if (figure.part == Part::to) target.baseline.date = sentence.reference_date;
  inherited_ = !here;
  if (!state.points.empty() && (here || inherits(state, sentence, figure))) {
    set_baseline(target, state.points[std::min(figure.rank, state.points.size() - 1)]);
  }
  if (!target.baseline.value && figure.part != Part::change) {
    if (auto told = from_table(sentence, figure)) set_baseline(target, std::move(*told));
  }
  target.direction = direction_of(sentence, target);
  targets.push_back(std::move(target));
  made_of_.push_back(figure);
  goal_sentence_ = sentence_number_;
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

std::string Interpreter::direction_between(const Target& target) {
  const double from = target.baseline.value->to_double();
  const double to = target.target.value->to_double();
  return from < to ? "up" : from > to ? "down" : "keep";
}

std::string Interpreter::direction_of(const Sentence& sentence, const Target& target) const {
  if (target.baseline.value) return direction_between(target);
  if (target.rule != "target.from-to") return {};
  if (holds("direction.down", sentence)) return "down";
  return holds("direction.up", sentence) ? "up" : "";
}

void Interpreter::name(const Sentence& sentence, const Figure& figure, Target& target) {
  Indicator indicator = indicator_words(sentence, figure);
  const bool anaphor = figure.part != Part::level && holds("sentence.same", sentence);
  if ((anaphor || indicator.words.empty()) && !last_indicator_.words.empty()) {
    indicator = last_indicator_;
  }
  if (indicator.words.empty()) return;
  last_indicator_ = indicator;
  target.indicator = std::move(indicator.words);
  target.indicator_span = indicator.span;
}

std::string Interpreter::unit_of(const Figure& figure, const Target& target) const {
  if (figure.kind == Kind::points) return "pp";
  if (figure.kind == Kind::percentage) return "%";
  return rules_.holds("indicator.grade", target.indicator) ? "grade" : "number";
}

}  // namespace handvest::meaning
