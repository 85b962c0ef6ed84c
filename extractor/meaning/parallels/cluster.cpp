#include <algorithm>
#include <span>

#include "meaning/parallels/units.hpp"

namespace handvest::meaning {
namespace {

constexpr double kAlike = 0.45;      // similarity of two versions of one sentence
constexpr double kContained = 0.75;  // one sentence taken up in a longer one
constexpr Number kNone = 0;          // clusters are counted from 1 here

class Clustering {
 public:
  explicit Clustering(const Units& units)
      : units_(units),
        homes_(units.wordings(), kNone),
        owners_(units.different_pairs(), kNone),
        likeness_(units.different_pairs()),
        clusters_(1),
        votes_(1, 0) {}

  Clusters run() {
    Clusters found;
    found.of_units.reserve(units_.all().size());
    for (const Unit& unit : units_.all()) found.of_units.push_back(add(unit) - 1);
    found.count = clusters_.size() - 1;
    return found;
  }

 private:
  // Some members that a new unit is compared with.
  struct Cluster {
    const Unit* first = nullptr;
    const Unit* last = nullptr;
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

  // Without branches: whose a pair is cannot be foreseen.
  void vote(Numbers pairs) {
    if (room_.size() < 2 * pairs.size()) room_.resize(2 * pairs.size());
    Number* voted = room_.data();
    Number* new_pair = voted + pairs.size();
    for (const Number pair : pairs) {
      const Number owner = owners_[pair];
      *new_pair = pair;
      new_pair += owner == kNone ? 1 : 0;
      *voted = owner;
      voted += votes_[owner]++ == 0 ? 1 : 0;
    }
    votes_[kNone] = 0;
    voted_ = {room_.data(), voted};
    new_pairs_ = {room_.data() + pairs.size(), new_pair};
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
  std::vector<Number> homes_;      // by wording: its cluster
  std::vector<Number> owners_;     // by pair: which cluster had it first
  Likeness likeness_;              // to the unit at hand
  std::vector<Cluster> clusters_;  // the first is none
  std::vector<Number> votes_;      // by cluster: pairs of the unit at hand that it owns
  std::span<Number> voted_;        // clusters that own some
  std::span<Number> new_pairs_;    // of the unit at hand: nobody's
  std::vector<Number> room_;       // for both
};

}  // namespace

Clusters cluster(const Units& units) { return Clustering(units).run(); }

}  // namespace handvest::meaning
