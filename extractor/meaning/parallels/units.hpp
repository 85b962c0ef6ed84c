// The sentences of all charters, and which of them are versions of one another. Private to meaning.
#pragma once

#include <vector>

#include "meaning/parallels/likeness.hpp"
#include "meaning/parallels/numbers.hpp"
#include "meaning/reading/reading.hpp"

namespace handvest::meaning {

/// A sentence of an item.
struct Unit {
  const Passage* passage = nullptr;
  const Span* at = nullptr;  ///< in the passage
  Number wording = 0;        ///< units with one wording are the same to the byte
  Number charter = 0;        ///< number of its charter, from 0
};

/// The sentences of the charters' items that are long enough not to be alike by chance, in the
/// order of the text.
class Units {
 public:
  explicit Units(const Reading& reading);

  const std::vector<Unit>& all() const { return all_; }
  /// How many there are.
  std::size_t wordings() const { return wordings_.size(); }
  std::size_t charters() const { return charters_; }

  /// The pairs of neighbouring words of a unit, figures taken as one word that is the same for all.
  Pairs pairs_of(const Unit& unit) const {
    const Wording& wording = wordings_[unit.wording];
    return {Numbers(pairs_).subspan(wording.pairs.first, wording.pairs.count),
            std::size_t{wording.pairs.count} + wording.single_pairs};
  }
  /// The stems of its long words, each once.
  Numbers words_of(const Unit& unit) const {
    const Part& words = wordings_[unit.wording].words;
    return Numbers(words_).subspan(words.first, words.count);
  }

  /// How many numbers there are of pairs and of stems.
  std::size_t different_pairs() const { return different_pairs_; }
  std::size_t different_words() const { return different_words_; }

 private:
  struct Part {
    Number first = 0;
    Number count = 0;
  };
  struct Wording {
    Part pairs;               // in pairs_: those that other wordings may have too
    Part words;               // in words_
    Number single_pairs = 0;  // that no other wording has
    bool repeated = false;
  };

  void read(const Reading& reading, Sieve& sieve);
  void add(WordReader& reader, std::string_view text, Sieve& sieve);
  void number_pairs(const Sieve& sieve);
  void number_words();
  void drop_short();

  std::vector<Unit> all_;
  std::vector<Wording> wordings_;
  std::vector<Number> pairs_;  // of all wordings, one after the other
  std::vector<Number> words_;
  std::size_t charters_ = 0;
  std::size_t different_pairs_ = 0;
  std::size_t different_words_ = 0;
};

/// Which units are versions of one sentence.
struct Clusters {
  std::vector<Number> of_units;  ///< number of the cluster of each unit, from 0
  std::size_t count = 0;
};

/// Each new unit joins the cluster whose words it shares most, if it is alike to one of its
/// members. Takes time about linear in the text.
Clusters cluster(const Units& units);

}  // namespace handvest::meaning
