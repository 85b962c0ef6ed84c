// From the figures of an item's sentences to targets. Private to meaning.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "meaning/targets.hpp"
#include "meaning/targets/figures.hpp"
#include "meaning/targets/table_figures.hpp"

namespace handvest::meaning {

/// What the interpreter must know of the surroundings.
struct Setting {
  int year = 0;  ///< of the agreement: earlier dates are states, later ones goals; 0 when unknown
  std::string date;  ///< of the sentence that leads in the list ('In 2017 moet:'); may be empty
  bool ambition = false;                ///< it says that the items are goals
  const TableFigures* table = nullptr;  ///< told before in the same section; may be nullptr
};

/// Reads the sentences of one item in their order: a state that one sentence tells is the baseline
/// of the goal that the next one sets.
class Interpreter {
 public:
  Interpreter(const Passage& passage, const Setting& setting, const Rules& rules)
      : passage_(passage), setting_(setting), rules_(rules) {}

  struct Indicator {
    std::string words;
    Span span;  ///< in the source
  };

  struct State {
    std::vector<TargetPoint> points;  ///< by rank in a group
    std::size_t sentence = 0;         ///< number of the sentence that told it
    bool now = false;                 ///< told as how things are now
  };

  /// What the next item may go on with. Its text is that of this item, which must outlive it.
  struct Carried {
    std::map<bool, State> states;  ///< percentages (true) and numbers (false)
    std::string_view state_text;   ///< the sentence that told the last state
    Indicator indicator;
  };

  void read(const Sentence& sentence);
  /// Before the first sentence: goes on with what the item before told.
  void go_on(const Carried& carried);
  Carried carried() const;
  /// All states told so far, in the order of the text.
  const std::vector<TargetPoint>& told() const { return told_; }

  std::vector<Target> targets;  ///< found so far, in the order of the text

 private:
  void read_level(const Sentence& sentence, const Figure& figure);
  void read_aside(const Sentence& sentence, const Figure& figure);
  void read_change(const Sentence& sentence, const Figure& figure);
  void read_since(const Sentence& sentence, const Figure& figure);
  void add(const Sentence& sentence, const Figure& figure, const char* rule);
  void keep(const Sentence& sentence, const Figure& figure, const std::string& date);
  void complete(const Sentence& sentence, const Figure& figure, const std::string& date);
  void take_back_state(const Sentence& sentence, const Figure& figure, const std::string& date);
  Target* goal_for(const Sentence& sentence, const Figure& figure);
  static bool is_on_day(const Sentence& sentence, const Figure& figure);
  bool repeats_goal(const Figure& figure) const;
  bool holds(const char* rule, const Sentence& sentence) const;
  Indicator indicator_words(const Sentence& sentence, const Figure& figure);
  std::optional<TargetPoint> from_table(const Sentence& sentence, const Figure& figure) const;
  bool is_goal(const Sentence& sentence, const Figure& figure) const;
  bool inherits(const State& state, const Sentence& sentence, const Figure& figure) const;
  bool may_follow(const State& state, const Sentence& sentence) const;
  TargetPoint point(const Figure& figure, const std::string& date) const;
  std::string date_of(const Sentence& sentence, const Figure& figure) const;
  std::string begin_of_period(const Sentence& sentence, const Figure& figure) const;
  std::string direction_of(const Sentence& sentence, const Target& target) const;
  static std::string direction_between(const Target& target);
  static void set_baseline(Target& target, TargetPoint baseline);
  void name(const Sentence& sentence, const Figure& figure, Target& target);
  std::string unit_of(const Figure& figure, const Target& target) const;

  const Passage& passage_;
  const Setting& setting_;
  const Rules& rules_;
  std::map<bool, State> states_;  ///< percentages (true) and numbers (false)
  std::size_t sentence_number_ = 0;
  std::optional<std::vector<Span>> stretches_;          ///< of this sentence, once asked for
  mutable std::map<std::string_view, bool> cues_;       ///< rules already tried on this sentence
  std::string_view state_text_;                         ///< the sentence that told the last state
  mutable std::optional<std::ptrdiff_t> shared_words_;  ///< of this sentence and that one
  std::vector<Figure> made_of_;                         ///< the figure of each target
  std::size_t goal_sentence_ = 0;  ///< number of the sentence that set the last goal
  std::string last_reference_;     ///< date that the last change was counted from
  int last_sign_ = 1;
  bool inherited_ = false;  ///< the last goal has its baseline from an earlier sentence
  Indicator last_indicator_;
  std::vector<TargetPoint> told_;
};

}  // namespace handvest::meaning
