// Access to the rules of one grammar subject. Private to meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"

namespace handvest::meaning {

/// The id of a rule, of which the compiler takes the hash: rules are asked for by the thousands.
class RuleId {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): literals stand for ids
  consteval RuleId(const char* id) : hash_(hash_of(id)) {}

  /// FNV-1a. No two rules of a grammar have one by chance.
  static constexpr std::uint64_t hash_of(std::string_view id) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
  }

  std::uint64_t hash() const { return hash_; }
  bool operator==(const RuleId&) const = default;

 private:
  std::uint64_t hash_;
};

/// The rules of one subject by id. A rule that a grammar does not have finds nothing, so that a
/// smaller grammar gives less and never an error.
class Rules {
 public:
  /// `subject` names a file of the grammar; the grammar must outlive this.
  Rules(const Grammar& grammar, std::string_view subject);

  /// Does rule `id` match in `text`?
  bool holds(RuleId id, std::string_view text) const { return find(id, text).has_value(); }
  /// Place of the first match of rule `id` in text[from, text.size()): see Rule::find().
  std::optional<Span> find(RuleId id, std::string_view text, std::size_t from = 0) const;
  /// Place of the first match in `span` of text, with anchors at the ends of the span; offsets are
  /// those of `text`.
  std::optional<Span> find_in(RuleId id, std::string_view text, Span span) const;

  /// The first match of `rule` that begins where one of `lead` ends, in `span` of text.
  std::optional<Span> find_behind(RuleId lead, RuleId rule, std::string_view text, Span span) const;

  /// Does rule `id`, which looks at a whole, match `span` of text? Quicker than to tell the parts.
  bool matches(RuleId id, std::string_view text, Span span) const;
  /// The match of the whole of `text` with its named parts.
  std::optional<Match> match(RuleId id, std::string_view text) const;
  /// The same for `span` of it; offsets are those of `text`.
  std::optional<Match> match_in(RuleId id, std::string_view text, Span span) const;
  const std::vector<Entry>& entries() const;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const Rule* rule = nullptr;
    const FrozenCue* cue = nullptr;  // the rule's: rules are large, and few of them stay at hand
  };

  const Slot& slot_of(std::uint64_t hash) const;

  const Subject* subject_;
  std::vector<Slot> slots_;  // open addressing; as many as a power of two, half of them free
  std::size_t last_ = 0;     // of them: a mask for places
};

}  // namespace handvest::meaning
