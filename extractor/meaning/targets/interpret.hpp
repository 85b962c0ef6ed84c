// From the figures of an item's sentences to targets. Private to meaning.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "meaning/targets.hpp"
#include "meaning/targets/figures.hpp"

namespace handvest::meaning {

/// What the interpreter must know of the surroundings.
struct Setting {
  int year = 0;  ///< of the agreement: earlier dates are states, later ones goals; 0 when unknown
  std::string place;  ///< neighbourhood that the item speaks of; may be empty
  std::string date;   ///< of the sentence that leads in the list ('In 2017 moet:'); may be empty
};

/// Reads the sentences of one item in their order: a state that one sentence tells is the baseline
/// of the goal that the next one sets.
class Interpreter {
 public:
  Interpreter(const Passage& passage, const Setting& setting, const Rules& rules)
      : passage_(passage), setting_(setting), rules_(rules) {}

  void read(const Sentence& sentence);
  std::vector<Target> targets;  ///< found so far, in the order of the text

 private:
  struct State {
    std::vector<TargetPoint> points;  ///< by rank in a group
    std::size_t sentence = 0;         ///< number of the sentence that told it
  };

  void read_level(const Sentence& sentence, const Figure& figure);
  void read_aside(const Sentence& sentence, const Figure& figure);
  void read_change(const Sentence& sentence, const Figure& figure);
  void add(const Sentence& sentence, const Figure& figure, const char* rule);
  void keep_state(const Figure& figure, const std::string& date);
  void complete_last(const Sentence& sentence, const Figure& figure, const std::string& date);
  bool holds(const char* rule, const Sentence& sentence) const;
  Span indicator_words(const Sentence& sentence, const Figure& figure);
  void keep_state_text(const Sentence& sentence, const Figure& figure);
  bool is_goal(const Sentence& sentence, const Figure& figure) const;
  bool may_follow_state(const Sentence& sentence) const;
  TargetPoint point(const Figure& figure, const std::string& date) const;
  std::string date_of(const Sentence& sentence, const Figure& figure) const;
  std::string begin_of_period(const Sentence& sentence, const Figure& figure) const;
  std::optional<std::size_t> place_of(const char* rule, std::string_view text, bool last) const;
  int sign_of(const Sentence& sentence, const Figure& figure);
  std::string direction_of(const Sentence& sentence, const Target& target) const;
  void name(const Sentence& sentence, const Figure& figure, Target& target);
  std::string unit_of(const Figure& figure, const Target& target) const;

  const Passage& passage_;
  const Setting& setting_;
  const Rules& rules_;
  std::map<bool, State> states_;  ///< percentages (true) and numbers (false)
  std::size_t sentence_number_ = 0;
  std::optional<std::vector<Span>> stretches_;     ///< of this sentence, once asked for
  mutable std::map<std::string_view, bool> cues_;  ///< rules already tried on this sentence
  std::string_view state_text_;                    ///< the sentence that told the last state
  mutable std::optional<bool> relates_;            ///< this sentence shares its words with that one
  std::size_t goal_sentence_ = 0;  ///< number of the sentence that set the last goal
  std::string last_reference_;     ///< date that the last change was counted from
  int last_sign_ = 1;
  Span last_indicator_;
};

}  // namespace handvest::meaning
