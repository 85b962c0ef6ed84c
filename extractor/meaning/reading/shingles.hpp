// Likeness of texts by the pairs of words that they share. Private to meaning.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handvest::meaning {

/// Hashes of all pairs of neighbouring words of a text, without regard to case and diacritics,
/// figures taken as one word that is the same for all. Sorted, each once.
using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(std::string_view text);

/// Hashes of the words of six letters or more, without the endings of plurals. Sorted, each once.
using Words = std::vector<std::uint64_t>;
Words long_words_of(std::string_view text);

/// Share of the pairs of both that both have (Jaccard), 0 to 1.
double similarity(const Shingles& a, const Shingles& b);

/// Share of the pairs of the smaller that the larger has, 0 to 1.
double containment(const Shingles& a, const Shingles& b);

}  // namespace handvest::meaning
