#include "meaning/parallels/units.hpp"

#include "meaning/parallels/known_texts.hpp"
#include "meaning/reading/shingles.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 7;  // shorter sentences are alike by chance
constexpr std::size_t kFewestBytes = 2 * kFewestPairs + 1;
constexpr std::size_t kBytesOfWord = 6;  // a little less than Dutch has

// Puts numbers in the place of the hashes of one wording after the other.
class Renumbering {
 public:
  explicit Renumbering(std::vector<Number>& hashes) : hashes_(hashes) {}

  void begin_wording() {
    ++wording_;
    first_ = end_;
  }
  // Gives whether this wording has it for the first time.
  bool add(WordHash hash) {
    const Number number = numbering_.number_of(hash);
    if (number == last_.size()) last_.push_back(0);
    if (last_[number] == wording_) return false;
    last_[number] = wording_;
    hashes_[end_++] = number;
    return true;
  }

  Number first() const { return first_; }
  Number count() const { return end_ - first_; }
  std::size_t different() const { return last_.size(); }
  void finish() { hashes_.resize(end_); }

 private:
  std::vector<Number>& hashes_;
  Numbering numbering_;
  std::vector<Number> last_;  // by number: the last wording that had it
  Number wording_ = 0;
  Number first_ = 0;
  Number end_ = 0;
};

}  // namespace

Units::Units(const Reading& reading) {
  const std::size_t words = reading.source.text.size() / kBytesOfWord;
  pairs_.reserve(words);
  Sieve sieve(words);
  read(reading, sieve);
  number_pairs(sieve);
  number_words();
  drop_short();
}

// As hashes.
void Units::read(const Reading& reading, Sieve& sieve) {
  WordReader reader;
  KnownTexts known;
  for (const Passage& passage : reading.passages) {
    if (passage.charter == nullptr || passage.item->type == ItemType::table) continue;
    for (const Span& at : passage.sentences) {
      if (at.size() < kFewestBytes) continue;
      const std::string_view text = slice(passage.text, at);
      const Number wording = known.number_of(text);
      if (wording == wordings_.size()) {
        add(reader.read(text), sieve);
      } else {
        wordings_[wording].repeated = true;
      }
      if (wordings_[wording].pairs.count >= kFewestPairs) all_.push_back({&passage, &at, wording});
    }
  }
}

void Units::add(const HashedWords& words, Sieve& sieve) {
  Wording& wording = wordings_.emplace_back();
  if (words.size() <= kFewestPairs) return;
  wording.pairs.first = static_cast<Number>(pairs_.size());
  wording.words.first = static_cast<Number>(words_.size());
  for (std::size_t i = 1; i < words.size(); ++i) {
    pairs_.push_back(pair_of(words[i - 1], words[i]));
    sieve.add(pairs_.back());
  }
  for (const HashedWord& word : words) {
    if (word.is_long) words_.push_back(word.stem);
  }
  wording.pairs.count = static_cast<Number>(pairs_.size()) - wording.pairs.first;
  wording.words.count = static_cast<Number>(words_.size()) - wording.words.first;
}

// A pair that comes but once is counted and not kept: nothing can be found by it.
void Units::number_pairs(const Sieve& sieve) {
  Renumbering numbers(pairs_);
  for (Wording& wording : wordings_) {
    numbers.begin_wording();
    const Part& part = wording.pairs;
    for (Number i = part.first; i < part.first + part.count; ++i) {
      const WordHash pair = pairs_[i];
      const bool kept = wording.repeated || sieve.came_again(pair);
      if (!kept || numbers.add(pair)) ++wording.all_pairs;
    }
    wording.pairs = {numbers.first(), numbers.count()};
  }
  numbers.finish();
  different_pairs_ = numbers.different();
  pairs_.shrink_to_fit();  // most came but once
}

void Units::number_words() {
  Renumbering numbers(words_);
  for (Wording& wording : wordings_) {
    numbers.begin_wording();
    const Part& part = wording.words;
    for (Number i = part.first; i < part.first + part.count; ++i) numbers.add(words_[i]);
    wording.words = {numbers.first(), numbers.count()};
  }
  numbers.finish();
  different_words_ = numbers.different();
}

// Those that say the same again and again.
void Units::drop_short() {
  std::erase_if(all_,
                [&](const Unit& unit) { return wordings_[unit.wording].all_pairs < kFewestPairs; });
}

}  // namespace handvest::meaning
