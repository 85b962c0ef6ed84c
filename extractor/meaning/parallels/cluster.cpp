#include <algorithm>

#include "meaning/parallels/hash_map.hpp"
#include "meaning/parallels/units.hpp"

namespace handvest::meaning {
namespace {

constexpr double kAlike = 0.45;      // similarity of two versions of one sentence
constexpr double kContained = 0.75;  // one sentence taken up in a longer one

bool alike(HashView a, HashView b) {
  const auto both = static_cast<double>(shared(a, b));
  const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
  const auto all = static_cast<double>(a.size() + b.size()) - both;
  return both / all >= kAlike || both / smaller >= kContained;
}

class Clustering {
 public:
  explicit Clustering(const std::vector<Unit>& units) : units_(units) {}

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

  std::size_t add(std::size_t i) {
    const std::uint32_t home = home_of(i);
    for (const WordHash pair : units_[i].shingles) owners_.insert(pair, home);
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
    std::uint32_t home = HashMap::kNone;
    for (std::size_t k = 0; k < best && home == HashMap::kNone; ++k) {
      if (belongs(i, clusters_[voted_[k]])) home = voted_[k];
    }
    for (const std::uint32_t cluster : voted_) clusters_[cluster].votes = 0;
    if (home != HashMap::kNone) return home;
    clusters_.push_back({i, i});
    return static_cast<std::uint32_t>(clusters_.size() - 1);
  }

  void vote(HashView shingles) {
    voted_.clear();
    for (const WordHash pair : shingles) {
      const std::uint32_t owner = owners_.find(pair);
      if (owner == HashMap::kNone) continue;
      if (clusters_[owner].votes++ == 0) voted_.push_back(owner);
    }
  }

  bool belongs(std::size_t i, const Cluster& cluster) const {
    constexpr std::uint32_t kFewestVotes = 3;
    if (cluster.votes < kFewestVotes) return false;
    const HashView shingles = units_[i].shingles;
    return alike(shingles, units_[cluster.first].shingles) ||
           (cluster.last != cluster.first && alike(shingles, units_[cluster.last].shingles));
  }

  const std::vector<Unit>& units_;
  HashMap owners_;  // which cluster had a pair of words first
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> voted_;  // clusters that share a pair with the unit at hand
};

}  // namespace

std::vector<std::size_t> cluster(const std::vector<Unit>& units) { return Clustering(units).run(); }

}  // namespace handvest::meaning
