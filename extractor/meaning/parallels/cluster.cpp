#include <algorithm>

#include "meaning/parallels/units.hpp"

namespace handvest::meaning {
namespace {

constexpr double kAlike = 0.45;      // similarity of two versions of one sentence
constexpr double kContained = 0.75;  // one sentence taken up in a longer one
constexpr Number kNone = UINT32_MAX;

class Clustering {
 public:
  explicit Clustering(const Units& units)
      : units_(units),
        homes_(units.wordings(), kNone),
        owners_(units.different_pairs(), kNone),
        likeness_(units.different_pairs()) {}

  Clusters run() {
    Clusters found;
    found.of_units.reserve(units_.all().size());
    for (const Unit& unit : units_.all()) found.of_units.push_back(add(unit));
    found.count = clusters_.size();
    return found;
  }

 private:
  // Some members that a new unit is compared with.
  struct Cluster {
    const Unit* first;
    const Unit* last;
  };

  Number add(const Unit& unit) {
    Number& home = homes_[unit.wording];
    if (home == kNone) {
      home = home_of(unit);
      for (const Number pair : new_pairs_) owners_[pair] = home;
    }
    clusters_[home].last = &unit;
    return home;
  }

  Number home_of(const Unit& unit) {
    vote(units_.pairs_of(unit).shared);
    const Number home = best_of_voted(unit);
    for (const Number cluster : voted_) votes_[cluster] = 0;
    if (home != kNone) return home;
    clusters_.push_back({&unit, &unit});
    votes_.push_back(0);
    return static_cast<Number>(clusters_.size() - 1);
  }

  void vote(Numbers pairs) {
    voted_.clear();
    new_pairs_.clear();
    for (const Number pair : pairs) {
      const Number owner = owners_[pair];
      if (owner == kNone) {
        new_pairs_.push_back(pair);
      } else if (votes_[owner]++ == 0) {
        voted_.push_back(owner);
      }
    }
  }

  Number best_of_voted(const Unit& unit) {
    constexpr Number kFewestVotes = 3;
    constexpr std::size_t kCandidates = 3;
    const auto some = std::partition(voted_.begin(), voted_.end(), [&](Number cluster) {
      return votes_[cluster] >= kFewestVotes;
    });
    if (some == voted_.begin()) return kNone;
    std::sort(voted_.begin(), some, [&](Number a, Number b) {
      const Number left = votes_[a];
      const Number right = votes_[b];
      return left != right ? left > right : a < b;
    });
    likeness_.take(units_.pairs_of(unit));
    const auto candidates = std::min<std::ptrdiff_t>(kCandidates, some - voted_.begin());
    const auto best =
        std::find_if(voted_.begin(), voted_.begin() + candidates,
                     [&](Number cluster) { return belongs(unit, clusters_[cluster]); });
    return best == voted_.begin() + candidates ? kNone : *best;
  }

  bool belongs(const Unit& unit, const Cluster& cluster) const {
    const Pairs pairs = units_.pairs_of(unit);
    return alike(pairs, units_.pairs_of(*cluster.first)) ||
           (cluster.last != cluster.first && alike(pairs, units_.pairs_of(*cluster.last)));
  }

  bool alike(const Pairs& a, const Pairs& b) const {
    const auto both = static_cast<double>(likeness_.both(b));
    const auto smaller = static_cast<double>(std::min(a.all, b.all));
    const auto all = static_cast<double>(a.all + b.all) - both;
    return both / all >= kAlike || both / smaller >= kContained;
  }

  const Units& units_;
  std::vector<Number> homes_;   // by wording: its cluster
  std::vector<Number> owners_;  // by pair: which cluster had it first
  Likeness likeness_;           // to the unit at hand
  std::vector<Cluster> clusters_;
  std::vector<Number> votes_;      // by cluster: pairs of the unit at hand that it owns
  std::vector<Number> voted_;      // clusters that own some
  std::vector<Number> new_pairs_;  // of the unit at hand: nobody's
};

}  // namespace

Clusters cluster(const Units& units) { return Clustering(units).run(); }

}  // namespace handvest::meaning
