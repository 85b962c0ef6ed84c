// Access to the rules of one grammar subject. Private to meaning.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "grammar/grammar.hpp"

namespace handvest::meaning {

/// The rules of one subject by id. A rule that a grammar does not have finds nothing, so that a
/// smaller grammar gives less and never an error.
class Rules {
 public:
  /// `subject` names a file of the grammar; the grammar must outlive this.
  Rules(const Grammar& grammar, std::string_view subject);

  /// Does rule `id` match in `text`?
  bool holds(std::string_view id, std::string_view text) const {
    return find(id, text).has_value();
  }
  /// Place of the first match of rule `id` in text[from, text.size()): see Rule::find().
  std::optional<Span> find(std::string_view id, std::string_view text, std::size_t from = 0) const;
  /// Place of the first match in `span` of text, with anchors at the ends of the span; offsets are
  /// those of `text`.
  std::optional<Span> find_in(std::string_view id, std::string_view text, Span span) const;

  /// First match with its named parts.
  std::optional<Match> search(std::string_view id, std::string_view text,
                              std::size_t from = 0) const;
  std::optional<Match> search_in(std::string_view id, std::string_view text, Span span) const;
  const std::vector<Entry>& entries() const;

 private:
  const Subject* subject_;
  std::unordered_map<std::string_view, const Rule*> rules_;  // by id
};

}  // namespace handvest::meaning
