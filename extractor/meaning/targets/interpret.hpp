// From the figures of an item's sentences to targets. Private to meaning.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "meaning/targets.hpp"
#include "meaning/targets/cues.hpp"
#include "meaning/targets/figures.hpp"
#include "meaning/targets/goals.hpp"
#include "meaning/targets/indicator.hpp"
#include "meaning/targets/states.hpp"
#include "meaning/targets/table_figures.hpp"

namespace handvest::meaning {

/// What the interpreter must know of the surroundings.
struct Setting {
  int year = 0;  ///< of the agreement: earlier dates are states, later ones goals; 0 when unknown
  std::string date;  ///< of the sentence that leads in the list ('In 2017 moet:'); may be empty
  bool ambition = false;  ///< it says that the items are goals
  std::string term;       ///< of the heading: '(gereed in 2012)'; dates goals that have no date
  bool agreed = false;    ///< an agreement, which says what should become and does not report
  const TableFigures* table = nullptr;  ///< told before in the same section; may be nullptr
};

/// Reads the sentences of one item in their order: a state that one sentence tells is the baseline
/// of the goal that the next one sets.
class Interpreter {
 public:
  /// The targets that it finds go to `found`.
  Interpreter(const Passage& passage, const Setting& setting, const Rules& rules,
              std::vector<Target>& found)
      : passage_(passage), setting_(setting), rules_(rules), cues_(rules), goals_(found) {}

  struct Indicator {
    const Passage* passage = nullptr;
    Span words;  ///< in the passage
  };

  /// What the next item may go on with. Its text is that of this item, which must outlive it.
  struct Carried {
    States states;
    Indicator indicator;

    bool tells() const { return states.tells() || !indicator.words.empty(); }
  };

  /// The next sentence that tells something; sentences are numbered from 1.
  void read(const Sentence& sentence, std::size_t number);
  /// Before the first sentence: goes on with what the item before told.
  void go_on(Carried&& carried);
  /// Behind the last sentence: what is left for the next item.
  Carried take_carried() { return {std::move(states_), last_indicator_}; }
  /// All states told so far, in the order of the text.
  const std::vector<TargetPoint>& told() const { return told_; }

 private:
  void read_figure(const Sentence& sentence, const Figure& figure);
  void read_word(const Sentence& sentence, Span word);
  void set_reference(const Sentence& sentence, const Figure& figure, Target& target);
  void read_end(const Sentence& sentence, const Figure& figure);
  void read_level(const Sentence& sentence, const Figure& figure);
  void read_aside(const Sentence& sentence, const Figure& figure);
  void read_change(const Sentence& sentence, const Figure& figure);
  void read_since(const Sentence& sentence, const Figure& figure);
  void keep(const Sentence& sentence, const Figure& figure, const std::string& date);
  void complete(const Sentence& sentence, const Figure& figure, const std::string& date);
  void take_back_state(const Figure& figure, const std::string& date);
  void add(const Sentence& sentence, const Figure& figure, const char* rule);
  void name(const Sentence& sentence, const Figure& figure, Target& target);
  bool is_goal(const Sentence& sentence, const Figure& figure) const;
  bool is_told(const Sentence& sentence, const Figure& figure) const;
  bool may_follow(const State& state) const;
  bool inherits(const State& state, const Figure& figure) const;
  bool set_here() const { return goals_.sentence() == sentence_number_; }
  bool set_near() const { return goals_.sentence() + 1 >= sentence_number_; }
  std::string date_of(const Sentence& sentence, const Figure& figure) const;
  std::string begin_of_period(const Sentence& sentence, const Figure& figure) const;
  std::string_view direction_of(const Target& target) const;
  std::string_view unit_of(const Figure& figure, const Target& target) const;
  std::optional<TargetPoint> from_table(const Sentence& sentence, const Figure& figure) const;
  Indicator indicator_of(const Sentence& sentence, const Figure& figure);
  Indicator indicator_named_by(const Sentence& sentence, const Figure& figure);

  const Passage& passage_;
  const Setting& setting_;
  const Rules& rules_;
  std::size_t sentence_number_ = 0;
  SentenceCues cues_;
  std::optional<Stretches> stretches_;  // of this sentence, once asked for
  States states_;
  std::vector<TargetPoint> told_;
  Goals goals_;
  bool inherited_ = false;      // the last goal has its baseline from an earlier sentence
  std::string last_reference_;  // date that the last change was counted from
  int last_sign_ = 1;
  Indicator last_indicator_;
};

}  // namespace handvest::meaning
