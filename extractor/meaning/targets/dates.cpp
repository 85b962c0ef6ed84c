#include "meaning/targets/dates.hpp"

#include <algorithm>

namespace handvest::meaning {
namespace {

constexpr std::size_t kContext = 80;
constexpr std::size_t kLongestGap = 110;
constexpr std::size_t kDay = 10;  // length of 2008-02-11
constexpr std::size_t kYear = 4;

std::string_view before(const Passage& passage, const Sentence& sentence, std::size_t at) {
  const std::size_t begin = std::max(sentence.begin, at > kContext ? at - kContext : 0);
  return slice(passage.text, {begin, at});
}

std::string_view behind(const Passage& passage, const Sentence& sentence, std::size_t at) {
  const std::size_t end = sentence.begin + sentence.text.size();
  return slice(passage.text, {std::min(at, end), std::min(end, at + kContext)});
}

// The text between figure and date without what stands in brackets; the bracket that holds the
// date itself stays.
std::string gap_between(const Passage& passage, const Figure& figure, const When& when) {
  const Span span{figure.placed.at.end, when.placed.at.begin};
  const std::string_view text = slice(passage.text, span);
  if (text.find('(') == std::string_view::npos) return std::string(text);
  std::string gap;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' && when.paren == figure.paren) ++depth;
    if (depth == 0) gap += c;
    if (c == ')' && depth > 0) --depth;
  }
  return gap;
}

// ' misdrijven in ', but not ' en in ', ' tuinen waarvan in '
bool goes_with(std::string_view gap, const Rules& rules) {
  return rules.holds("date.follows", gap) && !rules.holds("date.next-clause", gap) &&
         !rules.holds("date.of-part", gap);
}

// '(2005)' and '(planning: in 2005)' behind a figure hold its date; a longer bracket speaks of its
// own.
bool is_own_bracket(const Passage& passage, const When& when) {
  constexpr std::size_t kLongest = 25;
  const Span at = when.placed.at;
  const std::size_t open = passage.text.rfind('(', at.begin);
  return at.end < passage.text.size() && passage.text[at.end] == ')' && open != std::string::npos &&
         at.begin - open <= kLongest;
}

// '300 woningen in 2011 en 2012': by the last of them, unless a figure of its own stands behind it.
bool goes_on_with_next(const Sentence& sentence, const Passage& passage, std::size_t d) {
  if (d + 1 >= sentence.dates.size()) return false;
  const Span next = sentence.dates[d + 1].placed.at;
  if (slice(passage.text, {sentence.dates[d].placed.at.end, next.begin}) != " en ") return false;
  constexpr std::size_t kBeside = 2;  // bytes
  return std::none_of(sentence.figures.begin(), sentence.figures.end(), [&](const Figure& figure) {
    return figure.placed.at.begin >= next.end && figure.placed.at.begin <= next.end + kBeside;
  });
}

void bind_behind(Sentence& sentence, const Passage& passage, const Rules& rules) {
  for (std::size_t d = 0; d < sentence.dates.size(); ++d) {
    When& when = sentence.dates[d];
    if (when.reference) continue;
    Figure* last = nullptr;
    for (Figure& figure : sentence.figures) {
      const bool bracket = when.paren != 0 && figure.paren == 0 && is_own_bracket(passage, when);
      if (figure.placed.at.end > when.placed.at.begin) break;
      if (figure.part == Part::skip || (figure.paren != when.paren && !bracket)) continue;
      last = &figure;
    }
    if (last == nullptr || last->when) continue;
    if (when.placed.at.begin - last->placed.at.end > kLongestGap) continue;
    if (!goes_with(gap_between(passage, *last, when), rules)) continue;
    when.bound = true;
    for (; goes_on_with_next(sentence, passage, d); ++d) sentence.dates[d + 1].bound = true;
    last->when = d;
  }
}

// 'jaarlijks (2008-2012) 1100 personen': holds up to the end of the clause.
bool leads_in_bracket(const Passage& passage, const When& when, const Figure& figure) {
  const std::size_t begin = when.placed.at.begin;
  const bool alone = begin > 0 && passage.text[begin - 1] == '(' && is_own_bracket(passage, when);
  if (!alone || when.placed.type != MentionType::period) return false;
  const std::string_view gap = slice(passage.text, {begin, figure.placed.at.begin});
  return gap.find_first_of(";:") == std::string_view::npos;
}

void bind_leading(Sentence& sentence, const Passage& passage) {
  for (Figure& figure : sentence.figures) {
    if (figure.when || figure.part == Part::skip) continue;
    for (std::size_t d = 0; d < sentence.dates.size(); ++d) {
      const When& when = sentence.dates[d];
      if (when.placed.at.begin > figure.placed.at.begin) break;
      const bool same_level =
          when.paren == figure.paren || when.paren == 0 || leads_in_bracket(passage, when, figure);
      if (!when.reference && !when.bound && same_level) figure.when = d;
    }
  }
}

// '69%-31% (2007)': the date behind a group is that of all its members.
void share_backwards(std::vector<Figure>& figures) {
  for (std::size_t i = figures.size(); i-- > 1;) {
    if (figures[i].rank > 0 && !figures[i - 1].when) figures[i - 1].when = figures[i].when;
  }
}

// The members of a group share their date; a figure in brackets takes that of the figure before.
void share_dates(Sentence& sentence) {
  auto& figures = sentence.figures;
  share_backwards(figures);
  const Figure* host = nullptr;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    if (figure.paren == 0) host = &figure;
    const Figure* source = figure.rank > 0 && i > 0 ? &figures[i - 1] : nullptr;
    if (figure.paren != 0 && figure.part != Part::level) source = host;
    const bool own = figure.when && sentence.dates[*figure.when].paren != 0;
    if (source != nullptr && !own && source->when) figure.when = source->when;
  }
}

bool closes_sentence(const Passage& passage, const Sentence& sentence, const When& when) {
  const auto rest = behind(passage, sentence, when.placed.at.end);
  return rest.find_first_not_of(" .;:,") == std::string_view::npos;
}

// A date at the end of a longer list of clauses holds for the whole sentence when it is the only
// one.
void bind_only_date(Sentence& sentence, const Passage& passage) {
  std::optional<std::size_t> only;
  for (std::size_t d = 0; d < sentence.dates.size(); ++d) {
    const When& when = sentence.dates[d];
    if (when.reference) continue;
    const bool closes = closes_sentence(passage, sentence, when);
    if (only || (when.bound && !closes) || when.paren != 0) return;
    only = d;
  }
  if (!only) return;
  for (Figure& figure : sentence.figures) {
    const Span between{figure.placed.at.end, sentence.dates[*only].placed.at.begin};
    const bool elsewhere = between.begin < between.end &&
                           slice(passage.text, between).find(';') != std::string_view::npos;
    if (elsewhere) continue;
    const bool goes_there = figure.part != Part::from && figure.part != Part::skip;
    const bool aside = figure.paren != 0 && figure.part != Part::to;
    if (!figure.when && goes_there && !aside) figure.when = only;
  }
}

// '15% in 2008/2009' of the pupils: a school year.
bool is_school_year(const Passage& passage, const Sentence& sentence, const When& when,
                    const Rules& rules) {
  const std::string& value = when.placed.mention->normalized;
  const bool joined = slice(passage.text, when.placed.at).find('/') != std::string_view::npos;
  return joined && value.size() == 2 * kYear + 1 && value[kYear] == '/' &&
         year_of(value.substr(0, kYear)) + 1 == year_of(value) &&
         rules.holds("sentence.school", sentence.text);
}

}  // namespace

int year_of(std::string_view date) {
  const std::string_view last = date.substr(date.rfind('/') + 1);
  if (last.size() < kYear) return 0;
  int year = 0;
  for (const char c : last.substr(0, kYear)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year;
}

std::string goal_date(const Mention& mention, bool whole) {
  const std::string& value = mention.normalized;
  if (mention.type != MentionType::period || whole) return value;
  const std::size_t slash = value.rfind('/');
  return slash == std::string::npos ? value : value.substr(slash + 1);
}

void read_dates(Sentence& sentence, const Passage& passage, const Rules& rules) {
  std::erase_if(sentence.dates, [&](const When& when) {
    const Span at = when.placed.at;
    return rules.holds("date.skip", before(passage, sentence, at.begin)) ||
           rules.holds("date.skip-after", behind(passage, sentence, at.end));
  });
  for (When& when : sentence.dates) {
    const std::string_view left = before(passage, sentence, when.placed.at.begin);
    when.reference = rules.holds("date.reference", left);
    const bool whole =
        when.placed.type == MentionType::period &&
        (rules.holds("date.span-kept", left) || is_school_year(passage, sentence, when, rules));
    when.date = goal_date(*when.placed.mention, whole);
    when.year = year_of(when.date);
    when.on_day = when.date.size() == kDay && rules.holds("date.day", left);
    if (when.reference && sentence.reference_date.empty()) sentence.reference_date = when.date;
  }
}

void bind_dates(Sentence& sentence, const Passage& passage, const Rules& rules) {
  bind_behind(sentence, passage, rules);
  share_backwards(sentence.figures);
  bind_leading(sentence, passage);
  bind_only_date(sentence, passage);
  share_dates(sentence);
}

}  // namespace handvest::meaning
