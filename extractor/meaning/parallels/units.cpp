#include "meaning/parallels/units.hpp"

#include <utility>

#include "meaning/parallels/known_texts.hpp"
#include "meaning/reading/shingles.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 7;  // shorter sentences are alike by chance
constexpr std::size_t kFewestBytes = 2 * kFewestPairs + 1;
constexpr std::size_t kBytesOfWord = 6;  // a little less than Dutch has

std::size_t count_sentences(const Reading& reading) {
  std::size_t count = 0;
  for (const Passage& passage : reading.passages) count += passage.sentences.size();
  return count;
}

}  // namespace

Units::Units(const Reading& reading) {
  const std::size_t words = reading.source.text.size() / kBytesOfWord;
  const std::size_t sentences = count_sentences(reading);
  pairs_.reserve(words);
  words_.reserve(words / 4);  // that are long
  wordings_.reserve(sentences);
  all_.reserve(sentences);
  {
    Sieve sieve(words / 2);  // what recurs, headings and tables are not read
    read(reading, sieve);
    drop_single_pairs(sieve);
  }
  different_pairs_ = number(pairs_, &Wording::pairs);
  different_words_ = number(words_, &Wording::words);
  drop_short();
}

// As hashes.
void Units::read(const Reading& reading, Sieve& sieve) {
  WordReader reader;
  KnownTexts known(all_.capacity());
  const Charter* charter = nullptr;
  for (const Passage& passage : reading.passages) {
    if (passage.holder->charter == nullptr || passage.item->type == ItemType::table) continue;
    if (std::exchange(charter, passage.holder->charter) != passage.holder->charter) ++charters_;
    for (const Span& at : passage.sentences) {
      if (at.size() < kFewestBytes) continue;
      const std::string_view text = slice(passage.text, at);
      const Number wording = known.number_of(text);
      if (wording == wordings_.size()) {
        add(reader.read(text), sieve);
      } else {
        wordings_[wording].repeated = true;
      }
      if (wordings_[wording].pairs.count < kFewestPairs) continue;
      all_.push_back({&passage, &at, wording, static_cast<Number>(charters_ - 1)});
    }
  }
}

// Without branches: which words are long cannot be foreseen.
void Units::add(const HashedWords& words, Sieve& sieve) {
  Wording& wording = wordings_.emplace_back();
  if (words.size() <= kFewestPairs) return;
  wording.pairs = {static_cast<Number>(pairs_.size()), static_cast<Number>(words.size() - 1)};
  wording.words.first = static_cast<Number>(words_.size());
  pairs_.resize(pairs_.size() + words.size() - 1);
  words_.resize(words_.size() + words.size());
  Number* pair = pairs_.data() + wording.pairs.first;
  Number* stem = words_.data() + wording.words.first;
  const HashedWord* before = nullptr;
  for (const HashedWord& word : words) {
    *stem = word.stem;
    stem += word.is_long() ? 1 : 0;
    if (const auto* const first = std::exchange(before, &word)) {
      *pair = pair_of(*first, word);
      sieve.add(*pair++);
    }
  }
  words_.resize(static_cast<std::size_t>(stem - words_.data()));
  wording.words.count = static_cast<Number>(words_.size()) - wording.words.first;
}

// A pair that comes but once is counted and not kept: nothing can be found by it.
void Units::drop_single_pairs(const Sieve& sieve) {
  Number* end = pairs_.data();
  for (Wording& wording : wordings_) {
    const Part part = wording.pairs;
    const unsigned all = wording.repeated ? 1 : 0;
    Number* const begin = end;
    for (const WordHash pair : Numbers(pairs_).subspan(part.first, part.count)) {
      *end = pair;
      end += all | (sieve.came_again(pair) ? 1U : 0U);
    }
    wording.pairs = {static_cast<Number>(begin - pairs_.data()), static_cast<Number>(end - begin)};
    wording.single_pairs = part.count - wording.pairs.count;
  }
  pairs_.resize(static_cast<std::size_t>(end - pairs_.data()));
}

// Puts numbers in the place of hashes; each wording keeps one once. Gives how many there are.
std::size_t Units::number(std::vector<Number>& hashes, Part Wording::*part_of) {
  constexpr std::size_t kTimes = 4;  // that one comes, about
  Numbering numbering(hashes.size() / kTimes);
  numbering.number(hashes);
  std::vector<Number> last(numbering.size(), 0);  // by number: the last wording that had it
  Number this_one = 0;
  Number* end = hashes.data();
  for (Wording& wording : wordings_) {
    ++this_one;
    Part& part = wording.*part_of;
    Number* const begin = end;
    for (const Number number : Numbers(hashes).subspan(part.first, part.count)) {
      *end = number;
      end += last[number] == this_one ? 0 : 1;
      last[number] = this_one;
    }
    part.first = static_cast<Number>(begin - hashes.data());
    part.count = static_cast<Number>(end - begin);
  }
  hashes.resize(static_cast<std::size_t>(end - hashes.data()));
  return numbering.size();
}

// Those that say the same again and again.
void Units::drop_short() {
  std::erase_if(all_, [&](const Unit& unit) { return pairs_of(unit).all < kFewestPairs; });
}

}  // namespace handvest::meaning
