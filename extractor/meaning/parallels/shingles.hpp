// Likeness of texts by the pairs of words that they share. Private to meaning.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace handvest::meaning {

/// Hashes of all pairs of neighbouring words of a text, figures taken as one word that is the same
/// for all. Sorted, each once.
using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(std::string_view text);

/// Share of the pairs of both that both have (Jaccard), 0 to 1.
double similarity(const Shingles& a, const Shingles& b);

/// Share of the pairs of the smaller that the larger has, 0 to 1.
double containment(const Shingles& a, const Shingles& b);

/// MinHash signature: for each of its hash functions the least value over the pairs. Two texts
/// agree in a place with the probability of their similarity.
constexpr std::size_t kSignature = 32;
using MinHash = std::array<std::uint64_t, kSignature>;
MinHash min_hash(const Shingles& shingles);

}  // namespace handvest::meaning
