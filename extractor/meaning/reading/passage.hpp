// The items of an outline as running text. Private to meaning.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "meaning/reading/pool.hpp"
#include "mentions/mention.hpp"
#include "structure/outline.hpp"

namespace handvest::meaning {

/// A mention and where it lies in the passage.
struct Placed {
  const Mention* mention = nullptr;
  Span at;
  MentionType type = MentionType::number;  ///< its: most are known by it, and mentions are large
};

/// What holds the items of one content, up to a subheading or from it.
struct Holder {
  const Charter* charter = nullptr;  ///< nullptr outside every charter
  const Section* section = nullptr;  ///< innermost; nullptr outside every section
  const Block* block = nullptr;      ///< nullptr outside every block
  const Item* subheading = nullptr;  ///< the last one before the items in the same content
  std::string_view id;               ///< of the node
};

/// One item: its spans as one text in which line ends and the gaps between spans are blanks.
/// A view of the outline, the mentions and the Reading that holds it.
struct Passage {
  const Item* item = nullptr;
  const Holder* holder = nullptr;
  ItemType type = ItemType::paragraph;  ///< the item's, and its level: many ask for no more of it
  int level = 0;
  std::string_view text;
  std::span<const Span> sentences;  ///< of `text`
  std::span<const Placed> mentions;

  /// The bytes of the source from where `at` begins to where it ends.
  Span source_of(Span at) const;

  std::span<const std::size_t> begins;  ///< of item->spans in `text`; none where there is one span
};

/// Words whose full stop ends no sentence.
class Abbreviations {
 public:
  explicit Abbreviations(const std::vector<std::string>& forms);
  /// Does the stop at `stop` end one?
  bool end_at(std::string_view text, std::size_t stop) const;

 private:
  static constexpr std::size_t kLetters = 32;  // as their lowest bits tell them apart

  std::set<std::string, std::less<>> forms_;
  std::size_t longest_ = 0;
  // By the last letter of a form: a bit for each letter that stands before it.
  std::array<std::uint32_t, kLetters> endings_{};
};

/// The marks that may end a sentence of a text.
enum class Stops {
  full,  ///< '.' alone: the text holds no other
  all,   ///< '.', '!' and '?'
};

/// The sentences of a text as spans into it, which are kept in `pool`.
std::span<const Span> read_sentences(std::string_view text, Stops stops,
                                     const Abbreviations& abbreviations, Pool<Span>& pool);

/// The first mention that begins in `span` of the source or after it.
std::vector<Mention>::const_iterator first_in(const std::vector<Mention>& mentions, Span span);

/// The mentions that begin in `span` of their passage, in order.
std::span<const Placed> placed_in(std::span<const Placed> all, Span span);

/// The mentions that begin in `span` of the source, in order.
std::vector<const Mention*> mentions_in(const std::vector<Mention>& mentions, Span span);

}  // namespace handvest::meaning
