#include "meaning/parallels/units.hpp"

#include <algorithm>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 7;  // shorter sentences are alike by chance
constexpr double kAlike = 0.45;          // similarity of two versions of one sentence
constexpr double kContained = 0.75;      // one sentence taken up in a longer one

bool alike(const Shingles& a, const Shingles& b) {
  return similarity(a, b) >= kAlike || containment(a, b) >= kContained;
}

// Which cluster had a pair of words first. Open addressing: it is asked for every pair of the text.
class FirstOwners {
 public:
  static constexpr std::uint32_t kNobody = UINT32_MAX;

  explicit FirstOwners(std::size_t pairs) {
    std::size_t size = 64;
    while (size < pairs * 2) size *= 2;
    slots_.resize(size);
  }

  std::uint32_t owner(std::uint64_t pair) const { return slots_[slot_of(pair)].owner; }

  void own(std::uint64_t pair, std::uint32_t owner) {
    Slot& slot = slots_[slot_of(pair)];
    if (slot.owner == kNobody) slot = {pair, owner};
  }

 private:
  struct Slot {
    std::uint64_t pair = 0;
    std::uint32_t owner = kNobody;
  };

  std::size_t slot_of(std::uint64_t pair) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(pair) & mask;
    while (slots_[at].owner != kNobody && slots_[at].pair != pair) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_;
};

class Clustering {
 public:
  explicit Clustering(const std::vector<Unit>& units) : units_(units), owners_(count(units)) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> clusters;
    clusters.reserve(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) clusters.push_back(add(i));
    return clusters;
  }

 private:
  // Some members that a new unit is compared with.
  struct Cluster {
    std::size_t first;
    std::size_t last;
    std::uint32_t votes = 0;
  };

  static std::size_t count(const std::vector<Unit>& units) {
    std::size_t pairs = 0;
    for (const Unit& unit : units) pairs += unit.shingles.size();
    return pairs;
  }

  std::size_t add(std::size_t i) {
    const Shingles& shingles = units_[i].shingles;
    const std::uint32_t home = home_of(i);
    for (const std::uint64_t pair : shingles) owners_.own(pair, home);
    clusters_[home].last = i;
    return home;
  }

  std::uint32_t home_of(std::size_t i) {
    vote(units_[i].shingles);
    constexpr std::size_t kCandidates = 3;
    const std::size_t best = std::min(kCandidates, voted_.size());
    std::partial_sort(voted_.begin(), voted_.begin() + static_cast<std::ptrdiff_t>(best),
                      voted_.end(), [&](std::uint32_t a, std::uint32_t b) {
                        const auto left = clusters_[a].votes;
                        const auto right = clusters_[b].votes;
                        return left != right ? left > right : a < b;
                      });
    std::uint32_t home = FirstOwners::kNobody;
    for (std::size_t k = 0; k < best && home == FirstOwners::kNobody; ++k) {
      if (belongs(i, clusters_[voted_[k]])) home = voted_[k];
    }
    for (const std::uint32_t cluster : voted_) clusters_[cluster].votes = 0;
    if (home != FirstOwners::kNobody) return home;
    clusters_.push_back({i, i});
    return static_cast<std::uint32_t>(clusters_.size() - 1);
  }

  void vote(const Shingles& shingles) {
    voted_.clear();
    for (const std::uint64_t pair : shingles) {
      const std::uint32_t owner = owners_.owner(pair);
      if (owner == FirstOwners::kNobody) continue;
      if (clusters_[owner].votes++ == 0) voted_.push_back(owner);
    }
  }

  bool belongs(std::size_t i, const Cluster& cluster) const {
    constexpr std::uint32_t kFewestVotes = 3;
    if (cluster.votes < kFewestVotes) return false;
    const Shingles& shingles = units_[i].shingles;
    return alike(shingles, units_[cluster.first].shingles) ||
           alike(shingles, units_[cluster.last].shingles);
  }

  const std::vector<Unit>& units_;
  FirstOwners owners_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> voted_;  // clusters that share a pair with the unit at hand
};

}  // namespace

std::vector<Unit> units_of(const Reading& reading) {
  std::vector<Unit> units;
  for (const Passage& passage : reading.passages) {
    if (passage.charter == nullptr || passage.item->type == ItemType::table) continue;
    for (const Span& at : passage.sentences) {
      Shingles shingles = shingles_of(slice(passage.text, at));
      if (shingles.size() >= kFewestPairs) units.push_back({&passage, at, std::move(shingles)});
    }
  }
  return units;
}

std::vector<std::size_t> cluster(const std::vector<Unit>& units) { return Clustering(units).run(); }

}  // namespace handvest::meaning
