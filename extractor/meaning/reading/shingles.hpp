// Likeness of texts by the pairs of words that they share. Private to meaning.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "meaning/reading/words.hpp"

namespace handvest::meaning {

/// A set of hashes: sorted, each once.
using HashSet = std::vector<WordHash>;
using HashView = std::span<const WordHash>;

/// A hash of two neighbouring words, figures taken as one word that is the same for all.
inline WordHash pair_of(const HashedWord& first, const HashedWord& second) {
  // Words are hashes already: a product that mixes all bits of both into its upper half will do.
  const std::uint64_t both = std::uint64_t{first.in_pairs} << 32U | second.in_pairs;
  return static_cast<WordHash>(both * 0x9e3779b97f4a7c15U >> 32U);
}

/// All pairs of neighbouring words of a text.
HashSet shingles_of(std::string_view text);

/// How many hashes both have.
std::size_t shared(HashView a, HashView b);

/// Share of the pairs of both that both have (Jaccard), 0 to 1.
double similarity(HashView a, HashView b);

}  // namespace handvest::meaning
