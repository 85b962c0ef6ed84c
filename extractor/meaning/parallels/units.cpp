#include "meaning/parallels/units.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 7;  // shorter sentences are alike by chance

// How many hashes a unit has.
struct Sizes {
  std::size_t shingles = 0;
  std::size_t long_words = 0;
};

}  // namespace

Units::Units(const Reading& reading) {
  constexpr std::size_t kBytesOfHash = 5;  // a little less than Dutch has
  hashes_.reserve(reading.source.text.size() / kBytesOfHash);
  std::vector<HashedWord> words;
  std::vector<Sizes> sizes;
  for (const Passage& passage : reading.passages) {
    if (passage.charter == nullptr || passage.item->type == ItemType::table) continue;
    for (const Span& at : passage.sentences) {
      read_words(slice(passage.text, at), words);
      if (words.size() <= kFewestPairs) continue;
      const std::size_t shingles = add_shingles(words, hashes_);
      if (shingles < kFewestPairs) {
        hashes_.resize(hashes_.size() - shingles);
        continue;
      }
      all_.push_back({&passage, at, {}, {}});
      sizes.push_back({shingles, add_long_words(words, hashes_)});
    }
  }
  const WordHash* begin = hashes_.data();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    all_[i].shingles = {begin, sizes[i].shingles};
    all_[i].long_words = {begin + sizes[i].shingles, sizes[i].long_words};
    begin += sizes[i].shingles + sizes[i].long_words;
  }
}

}  // namespace handvest::meaning
