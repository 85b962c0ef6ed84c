#include "meaning/parallels/standard.hpp"

#include <algorithm>
#include <bit>

namespace handvest::meaning {
namespace {

constexpr std::size_t kMostCompared = 60;  // versions that vote
constexpr std::size_t kBits = 64;

}  // namespace

const Version& Standards::of(const Group& group) {
  const Versions versions = Versions(group).first(std::min(group.size(), kMostCompared));
  write_rows(versions);
  std::vector<double> votes(versions.size(), 0);
  for (std::size_t i = 0; i < versions.size(); ++i) {
    for (std::size_t j = i + 1; j < versions.size(); ++j) {
      const double alike = similarity(versions, i, j);
      votes[i] += alike;
      votes[j] += alike;
    }
  }
  const auto most = std::max_element(votes.begin(), votes.end());
  return group[static_cast<std::size_t>(most - votes.begin())];
}

void Standards::write_rows(Versions versions) {
  width_ = number_pairs(versions) / kBits + 1;
  rows_.assign(versions.size() * width_, 0);
  std::uint64_t* row = rows_.data();
  for (const Version& version : versions) {
    for (const Number pair : version.pairs.shared) {
      const Number place = places_[pair];
      row[place / kBits] |= std::uint64_t{1} << place % kBits;
    }
    row += width_;
  }
  for (const Version& version : versions) {
    for (const Number pair : version.pairs.shared) places_[pair] = 0;
  }
}

std::size_t Standards::number_pairs(Versions versions) {
  Number count = 0;
  for (const Version& version : versions) {
    for (const Number pair : version.pairs.shared) {
      if (places_[pair] == 0) places_[pair] = ++count;
    }
  }
  return count;
}

double Standards::similarity(Versions versions, std::size_t a, std::size_t b) const {
  const std::uint64_t* const left = rows_.data() + a * width_;
  const std::uint64_t* const right = rows_.data() + b * width_;
  int both = 0;
  for (std::size_t i = 0; i < width_; ++i) both += std::popcount(left[i] & right[i]);
  const std::size_t all = versions[a].pairs.all + versions[b].pairs.all;
  return jaccard(static_cast<std::size_t>(both), all);
}

}  // namespace handvest::meaning
