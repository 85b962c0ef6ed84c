// The items of an outline as running text. Private to meaning.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.hpp"
#include "mentions/mention.hpp"
#include "structure/outline.hpp"

namespace handvest::meaning {

/// A mention and where it lies in the passage.
struct Placed {
  const Mention* mention = nullptr;
  Span at;
};

/// One item: its spans as one text in which line ends and the gaps between spans are blanks.
struct Passage {
  const Item* item = nullptr;
  const Charter* charter = nullptr;  ///< nullptr outside every charter
  const Section* section = nullptr;  ///< innermost; nullptr outside every section
  const Block* block = nullptr;      ///< nullptr outside every block
  const Item* subheading = nullptr;  ///< the last subheading before it in the same content
  const Item* following = nullptr;   ///< the next item of the same content
  std::string in;                    ///< id of the node that holds it
  std::string text;
  std::vector<Placed> mentions;

  /// The bytes of the source from where `at` begins to where it ends.
  Span source_of(Span at) const;

  std::vector<std::size_t> begins;  ///< of item->spans in `text`
};

/// All items of the outline in its order, tables included. `plain` is plain_text() of the source.
std::vector<Passage> passages(std::string_view plain, const Outline& outline,
                              const Mentions& mentions);

/// The sentences of a text as spans into it. `abbreviations` end with a full stop that ends no
/// sentence.
std::vector<Span> sentences(std::string_view text, const std::vector<std::string>& abbreviations);

/// The abbreviations that the grammar lists.
std::vector<std::string> abbreviations_of(const Grammar& grammar);

/// The mentions that begin in `span` of the source, in order.
std::vector<const Mention*> mentions_in(const std::vector<Mention>& mentions, Span span);

}  // namespace handvest::meaning
