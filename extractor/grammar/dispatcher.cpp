#include "grammar/dispatcher.hpp"

#include <algorithm>
#include <array>
#include <mutex>

#include "grammar/automaton.hpp"
#include "grammar/grammar.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

constexpr std::size_t kMaxContext = 96;

bool is_digit(std::string_view text, std::size_t offset) {
  return offset < text.size() && text[offset] >= '0' && text[offset] <= '9';
}

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Letters beyond ASCII that Dutch texts have lie in U+00C0 to U+02AF: lead bytes C3 to CA.
bool is_latin_letter(std::uint8_t lead, std::uint8_t second) {
  if (lead < 0xC3 || lead > 0xCA) return false;
  return lead != 0xC3 || (second != 0x97 && second != 0xB7);
}

}  // namespace

bool word_ends_at(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  const auto last = static_cast<std::uint8_t>(text[offset - 1]);
  if (last < 0x80) return is_ascii_word(text[offset - 1]);
  return offset >= 2 && is_latin_letter(static_cast<std::uint8_t>(text[offset - 2]), last);
}

bool word_begins_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const auto lead = static_cast<std::uint8_t>(text[offset]);
  if (lead < 0x80) return is_ascii_word(text[offset]);
  return offset + 1 < text.size() &&
         is_latin_letter(lead, static_cast<std::uint8_t>(text[offset + 1]));
}

// Rules in the order in which they win; a label of the automata is a place in `rules`, a context
// label a place in `contexts`.
struct Dispatcher::Automata {
  struct Context {
    bool word_edge = true;
  };
  struct Conditions {
    std::vector<std::uint32_t> any_of;
    std::vector<std::uint32_t> none_of;
  };
  struct Entry {
    const Rule* rule = nullptr;
    Conditions before;
    Conditions after;
  };
  struct Cache {
    explicit Cache(const Automata& automata);
    LazyAutomaton at_edge;  ///< all rules
    LazyAutomaton inside;   ///< rules that may begin inside a word
    LazyAutomaton before;
    LazyAutomaton after;
    std::array<bool, 256> begins{};
    std::array<bool, 256> begins_inside{};
  };

  void add(const Rule& rule);
  void add_condition(const Condition& condition, Conditions& to, Automaton& automaton);
  std::unique_ptr<Cache> take();
  void give_back(std::unique_ptr<Cache> cache);

  std::vector<Entry> rules;
  std::vector<Context> contexts;
  Automaton at_edge;
  Automaton inside;
  Automaton before{Automaton::Direction::backward};
  Automaton after;
  std::mutex mutex;
  std::vector<std::unique_ptr<Cache>> idle;  ///< caches are dear to make: each run borrows one
};

Dispatcher::Automata::Cache::Cache(const Automata& automata)
    : at_edge(automata.at_edge),
      inside(automata.inside),
      before(automata.before),
      after(automata.after) {
  for (std::size_t byte = 0; byte < 256; ++byte) {
    begins[byte] = at_edge.can_begin(static_cast<std::uint8_t>(byte));
    begins_inside[byte] = inside.can_begin(static_cast<std::uint8_t>(byte));
  }
}

void Dispatcher::Automata::add_condition(const Condition& condition, Conditions& to,
                                         Automaton& automaton) {
  const auto label = static_cast<std::uint32_t>(contexts.size());
  contexts.push_back({condition.word_edge});
  automaton.add(parse_expression(condition.expression, condition.options), label);
  (condition.wanted ? to.any_of : to.none_of).push_back(label);
}

void Dispatcher::Automata::add(const Rule& rule) {
  const auto label = static_cast<std::uint32_t>(rules.size());
  rules.push_back({&rule, {}, {}});
  const Syntax syntax = parse_expression(rule.pattern.expression(), rule.pattern.options());
  at_edge.add(syntax, label);
  if (!rule.left_edge) inside.add(syntax, label);
  for (const auto& condition : rule.conditions) {
    if (condition.place == Condition::Place::before) {
      add_condition(condition, rules.back().before, before);
    } else {
      add_condition(condition, rules.back().after, after);
    }
  }
}

std::unique_ptr<Dispatcher::Automata::Cache> Dispatcher::Automata::take() {
  {
    const std::lock_guard lock(mutex);
    if (!idle.empty()) {
      auto cache = std::move(idle.back());
      idle.pop_back();
      return cache;
    }
  }
  return std::make_unique<Cache>(*this);
}

void Dispatcher::Automata::give_back(std::unique_ptr<Cache> cache) {
  const std::lock_guard lock(mutex);
  idle.push_back(std::move(cache));
}

// One pass over one text.
class Dispatcher::Run {
 public:
  Run(Automata& automata, std::string_view text)
      : automata_(automata), cache_(automata.take()), text_(text) {}
  ~Run() { automata_.give_back(std::move(cache_)); }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void scan(const Accept& accept);
  std::vector<Attempt> attempts(Span range, const Accept& accept);

 private:
  struct Ending {
    std::size_t end;
    LazyAutomaton::StateId state;
  };

  bool can_begin(std::size_t at) const;
  LazyAutomaton& follow(std::size_t begin);
  Hit winner(std::size_t begin, const Accept& accept);
  Outcome judge(const Automata::Entry& entry, Span span);
  bool holds(const Automata::Conditions& conditions, const std::vector<std::uint32_t>& met) const;
  void look_before(std::size_t begin);
  void look_after(std::size_t end);

  Automata& automata_;
  std::unique_ptr<Automata::Cache> cache_;
  std::string_view text_;
  std::vector<Ending> endings_;
  std::vector<std::uint32_t> met_before_;
  std::vector<std::uint32_t> met_after_;
  std::size_t looked_before_ = std::string_view::npos;
  std::size_t looked_after_ = std::string_view::npos;
};

// Never between two digits; inside a word only where some rule's left edge is lifted.
bool Dispatcher::Run::can_begin(std::size_t at) const {
  const auto byte = static_cast<std::uint8_t>(text_[at]);
  if (!cache_->begins[byte]) return false;
  if (!word_ends_at(text_, at) || !word_begins_at(text_, at)) return true;
  return cache_->begins_inside[byte] && !(is_digit(text_, at) && is_digit(text_, at - 1));
}

// Follows all rules from `begin`; endings_ are the places where some of them can end.
LazyAutomaton& Dispatcher::Run::follow(std::size_t begin) {
  const bool inside = word_ends_at(text_, begin) && word_begins_at(text_, begin);
  LazyAutomaton& automaton = inside ? cache_->inside : cache_->at_edge;
  automaton.forget_when_full();
  endings_.clear();
  const std::size_t limit = std::min(text_.size(), begin + kMaxMatch);
  auto state = LazyAutomaton::kStart;
  for (std::size_t at = begin; at < limit; ++at) {
    state = automaton.step(state, static_cast<std::uint8_t>(text_[at]));
    if (state == LazyAutomaton::kDead) break;
    if (automaton.accepts(state)) endings_.push_back({at + 1, state});
  }
  return automaton;
}

// Which contexts end just before `begin`. The text's begin counts as a line end.
void Dispatcher::Run::look_before(std::size_t begin) {
  if (looked_before_ == begin) return;
  looked_before_ = begin;
  met_before_.clear();
  LazyAutomaton& automaton = cache_->before;
  automaton.forget_when_full();
  auto state = LazyAutomaton::kStart;
  for (std::size_t i = 0; i < kMaxContext && i <= begin; ++i) {
    const std::size_t at = begin - i;  // the byte before it is read
    state = automaton.step(state,
                           at == 0 ? std::uint8_t{'\n'} : static_cast<std::uint8_t>(text_[at - 1]));
    if (state == LazyAutomaton::kDead) return;
    const std::size_t far = at == 0 ? 0 : at - 1;
    for (const std::uint32_t label : automaton.labels(state)) {
      const bool in_word = word_ends_at(text_, far) && word_begins_at(text_, far);
      if (!automata_.contexts[label].word_edge || !in_word) met_before_.push_back(label);
    }
  }
}

void Dispatcher::Run::look_after(std::size_t end) {
  if (looked_after_ == end) return;
  looked_after_ = end;
  met_after_.clear();
  LazyAutomaton& automaton = cache_->after;
  automaton.forget_when_full();
  auto state = LazyAutomaton::kStart;
  for (std::size_t at = end; at < end + kMaxContext && at <= text_.size(); ++at) {
    state = automaton.step(
        state, at == text_.size() ? std::uint8_t{'\n'} : static_cast<std::uint8_t>(text_[at]));
    if (state == LazyAutomaton::kDead) return;
    const std::size_t far = std::min(at + 1, text_.size());
    for (const std::uint32_t label : automaton.labels(state)) {
      const bool in_word = word_ends_at(text_, far) && word_begins_at(text_, far);
      if (!automata_.contexts[label].word_edge || !in_word) met_after_.push_back(label);
    }
  }
}

bool Dispatcher::Run::holds(const Automata::Conditions& conditions,
                            const std::vector<std::uint32_t>& met) const {
  const auto is_met = [&](std::uint32_t label) {
    return std::find(met.begin(), met.end(), label) != met.end();
  };
  if (std::any_of(conditions.none_of.begin(), conditions.none_of.end(), is_met)) return false;
  return conditions.any_of.empty() ||
         std::any_of(conditions.any_of.begin(), conditions.any_of.end(), is_met);
}

Outcome Dispatcher::Run::judge(const Automata::Entry& entry, Span span) {
  if (is_digit(text_, span.end) && is_digit(text_, span.end - 1)) return Outcome::inside_word;
  if (entry.rule->right_edge && word_ends_at(text_, span.end) && word_begins_at(text_, span.end)) {
    return Outcome::inside_word;
  }
  if (!entry.before.any_of.empty() || !entry.before.none_of.empty()) {
    look_before(span.begin);
    if (!holds(entry.before, met_before_)) return Outcome::before;
  }
  if (!entry.after.any_of.empty() || !entry.after.none_of.empty()) {
    look_after(span.end);
    if (!holds(entry.after, met_after_)) return Outcome::after;
  }
  return Outcome::won;
}

Hit Dispatcher::Run::winner(std::size_t begin, const Accept& accept) {
  const LazyAutomaton& automaton = follow(begin);
  for (auto ending = endings_.rbegin(); ending != endings_.rend(); ++ending) {
    for (const std::uint32_t label : automaton.labels(ending->state)) {
      const auto& entry = automata_.rules[label];
      const Hit hit{entry.rule, {begin, ending->end}};
      if (judge(entry, hit.span) == Outcome::won && accept(hit)) return hit;
    }
  }
  return {};
}

void Dispatcher::Run::scan(const Accept& accept) {
  for (std::size_t at = 0; at < text_.size();) {
    const Hit hit = can_begin(at) ? winner(at, accept) : Hit{};
    at = hit.rule != nullptr ? hit.span.end : at + 1;
  }
}

std::vector<Attempt> Dispatcher::Run::attempts(Span range, const Accept& accept) {
  std::vector<Attempt> result;
  for (std::size_t at = 0; at < range.end && at < text_.size();) {
    const Hit hit = can_begin(at) ? winner(at, accept) : Hit{};
    if (can_begin(at) && at >= range.begin) {
      const LazyAutomaton& automaton = follow(at);
      for (auto ending = endings_.rbegin(); ending != endings_.rend(); ++ending) {
        if (is_digit(text_, ending->end - 1) && is_digit(text_, ending->end)) continue;
        for (const std::uint32_t label : automaton.labels(ending->state)) {
          const auto& entry = automata_.rules[label];
          const Span span{at, ending->end};
          Outcome outcome = judge(entry, span);
          if (outcome == Outcome::won && entry.rule != hit.rule) {
            outcome = span.end < hit.span.end ? Outcome::shorter : Outcome::lower;
          } else if (outcome == Outcome::won && span.end < hit.span.end) {
            outcome = Outcome::shorter;
          }
          result.push_back({entry.rule, span, outcome});
        }
      }
    }
    at = hit.rule != nullptr ? hit.span.end : at + 1;
  }
  return result;
}

Dispatcher::Dispatcher(const std::vector<const Rule*>& rules)
    : automata_(std::make_unique<Automata>()) {
  std::vector<const Rule*> ordered = rules;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Rule* a, const Rule* b) { return a->priority > b->priority; });
  for (const Rule* rule : ordered) {
    try {
      automata_->add(*rule);
    } catch (const SyntaxError& error) {
      throw Error(ErrorCode::bad_grammar, {rule->file, rule->line, 0, 0},
                  "rule " + rule->id + ": " + error.what());
    }
  }
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::scan(std::string_view text, const Accept& accept) const {
  Run(*automata_, text).scan(accept);
}

std::vector<Hit> Dispatcher::scan(std::string_view text) const {
  std::vector<Hit> hits;
  scan(text, [&](const Hit& hit) {
    hits.push_back(hit);
    return true;
  });
  return hits;
}

std::vector<Attempt> Dispatcher::attempts(std::string_view text, Span range,
                                          const Accept& accept) const {
  return Run(*automata_, text).attempts(range, accept);
}

}  // namespace handvest
