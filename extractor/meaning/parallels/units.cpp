#include "meaning/parallels/units.hpp"

#include <utility>

#include "meaning/parallels/known_texts.hpp"
#include "meaning/reading/shingles.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 7;  // shorter sentences are alike by chance
constexpr std::size_t kFewestBytes = 2 * kFewestPairs + 1;
constexpr std::size_t kBytesOfWord = 6;  // a little less than Dutch has
constexpr std::size_t kTimes = 4;        // that a pair or a stem comes, about

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
    number_pairs(sieve);
  }
  number_words();
  drop_short();
}

// As hashes.
void Units::read(const Reading& reading, Sieve& sieve) {
  WordReader reader;
  KnownTexts known(all_.capacity());
  const Charter* charter = nullptr;
  for (const Passage& passage : reading.passages) {
    if (passage.sentences.empty() || passage.holder->charter == nullptr) continue;
    if (std::exchange(charter, passage.holder->charter) != passage.holder->charter) ++charters_;
    for (const Span& at : passage.sentences) {
      if (at.size() < kFewestBytes) continue;
      const std::string_view text = slice(passage.text, at);
      const Number wording = known.number_of(text);
      if (wording == wordings_.size()) {
        add(reader, text, sieve);
      } else {
        wordings_[wording].repeated = true;
      }
      if (wordings_[wording].pairs.count < kFewestPairs) continue;
      all_.push_back({&passage, &at, wording, static_cast<Number>(charters_ - 1)});
    }
  }
}

void Units::add(WordReader& reader, std::string_view text, Sieve& sieve) {
  Wording& wording = wordings_.emplace_back();
  const WordView words = reader.read(text);
  if (words.size() <= kFewestPairs) return;
  wording.pairs = {static_cast<Number>(pairs_.size()), static_cast<Number>(words.size() - 1)};
  pairs_.resize(pairs_.size() + words.size() - 1);
  Number* pair = pairs_.data() + wording.pairs.first;
  for (std::size_t i = 1; i < words.size(); ++i) {
    *pair = pair_of(words[i - 1], words[i]);
    sieve.add(*pair++);
  }
  wording.words.first = static_cast<Number>(words_.size());
  words_.insert(words_.end(), reader.stems().begin(), reader.stems().end());
  wording.words.count = static_cast<Number>(words_.size()) - wording.words.first;
}

// Puts numbers in the place of hashes; each wording keeps one once. A pair that comes but once is
// counted and not kept: nothing can be found by it.
void Units::number_pairs(const Sieve& sieve) {
  Numbering numbering(pairs_.size() / kTimes);
  Number* end = pairs_.data();
  for (Wording& wording : wordings_) {
    const Part part = wording.pairs;
    Number* const begin = end;
    end = sieve.pick(Numbers(pairs_).subspan(part.first, part.count), wording.repeated, begin);
    wording.single_pairs = part.count - static_cast<Number>(end - begin);
    end = numbering.number({begin, end}, begin);
    wording.pairs = {static_cast<Number>(begin - pairs_.data()), static_cast<Number>(end - begin)};
  }
  pairs_.resize(static_cast<std::size_t>(end - pairs_.data()));
  different_pairs_ = numbering.size();
}

void Units::number_words() {
  Numbering numbering(words_.size() / kTimes);
  Number* end = words_.data();
  for (Wording& wording : wordings_) {
    const Part part = wording.words;
    Number* const begin = end;
    end = numbering.number(Numbers(words_).subspan(part.first, part.count), begin);
    wording.words = {static_cast<Number>(begin - words_.data()), static_cast<Number>(end - begin)};
  }
  words_.resize(static_cast<std::size_t>(end - words_.data()));
  different_words_ = numbering.size();
}

// Those that say the same again and again.
void Units::drop_short() {
  std::erase_if(all_, [&](const Unit& unit) { return pairs_of(unit).all < kFewestPairs; });
}

}  // namespace handvest::meaning
