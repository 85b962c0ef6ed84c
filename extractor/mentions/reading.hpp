// From what a rule found to the value of a mention.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/grammar.hpp"
#include "mentions/lexicon.hpp"
#include "mentions/mention.hpp"

namespace handvest {

/// What a rule found: the matched text with its named parts, and the rule's own attributes.
class Found {
 public:
  Found(std::string_view text, Match match, const Rule& rule)
      : text_(text), match_(std::move(match)), rule_(rule) {}

  /// The whole matched text.
  std::string_view text() const { return text_; }
  /// The text of a named part; empty when it took no part.
  std::string_view part(std::string_view name) const;
  bool has(std::string_view name) const { return match_.group(name).has_value(); }
  /// The part of that name, or else the rule's attribute of that name.
  std::string_view part_or_attribute(std::string_view name) const;

 private:
  std::string_view text_;
  Match match_;
  const Rule& rule_;
};

/// A value that was read.
struct Reading {
  std::string normalized;  ///< as DESIGN's table has it
  Value value;
  std::string doubt;  ///< why the value is uncertain; empty when it is not
};

/// The value of what a rule of `type` found. Which named parts a type reads is told in
/// grammars/README.md. nullopt when the parts make no value (the 31st of February).
std::optional<Reading> read_value(MentionType type, const Found& found, const Lexicon& lexicon);

/// The type that a rule's `yields` names; nullopt for "none" and for rules of other stages.
std::optional<MentionType> mention_type(std::string_view yields);

/// The value of what a dispatcher's rule found in `text` (a TextView's). nullopt when the rule
/// yields no mention or what it found has no value.
std::optional<Reading> read_hit(std::string_view text, const Hit& hit, const Lexicon& lexicon);

/// Has the hit a value, or does its rule yield no mention? What a dispatcher's Accept asks for.
bool is_readable(std::string_view text, const Hit& hit, const Lexicon& lexicon);

// One function for each kind of value; read_value() chooses.
std::optional<Reading> read_amount(MentionType type, const Found& found, const Lexicon& lexicon);
std::optional<Reading> read_ordinal(const Found& found, const Lexicon& lexicon);
std::optional<Reading> read_duration(const Found& found, const Lexicon& lexicon);
std::optional<Reading> read_date(const Found& found, const Lexicon& lexicon);
std::optional<Reading> read_period(const Found& found, const Lexicon& lexicon);

}  // namespace handvest
