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

/// All pairs of neighbouring words of a text, figures taken as one word that is the same for all.
HashSet shingles_of(std::string_view text);
/// Appends the same for words that are read already; gives how many there are.
std::size_t add_shingles(const std::vector<HashedWord>& words, HashSet& to);

/// Appends the stems of the long words; gives how many there are.
std::size_t add_long_words(const std::vector<HashedWord>& words, HashSet& to);

/// How many hashes both have.
std::size_t shared(HashView a, HashView b);

/// Share of the pairs of both that both have (Jaccard), 0 to 1.
double similarity(HashView a, HashView b);

/// Share of the pairs of the smaller that the larger has, 0 to 1.
double containment(HashView a, HashView b);

}  // namespace handvest::meaning
