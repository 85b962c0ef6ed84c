#include "meaning/parallels/groups.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 10;  // of two versions; shorter ones are alike by chance

class Passages {
 public:
  Passages(const Units& units, const std::vector<std::size_t>& clusters)
      : all_(units),
        units_(units.all()),
        clusters_(clusters),
        seen_in_(units.different_pairs(), 0) {
    const std::size_t count =
        clusters.empty() ? 0 : *std::max_element(clusters.begin(), clusters.end()) + 1;
    parent_.resize(count);
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    count_charters(count);
    join_neighbours();
  }

  std::vector<Group> groups() {
    std::vector<std::pair<std::size_t, std::size_t>> claimed;  // cluster and unit
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (is_claimed(i)) claimed.emplace_back(root(clusters_[i]), i);
    }
    std::sort(claimed.begin(), claimed.end());
    std::vector<Group> found;
    for (auto first = claimed.begin(); first != claimed.end();) {
      Group group;
      const std::size_t cluster = first->first;
      for (; first != claimed.end() && first->first == cluster; ++first) add(group, first->second);
      if (in_several_charters(group) && says_enough(group)) found.push_back(std::move(group));
    }
    return found;
  }

 private:
  // Units come charter by charter.
  void count_charters(std::size_t count) {
    charters_.assign(count, 0);
    std::vector<const Charter*> last(count, nullptr);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Charter* charter = units_[i].passage->charter;
      if (last[clusters_[i]] == charter) continue;
      last[clusters_[i]] = charter;
      ++charters_[clusters_[i]];
    }
  }

  void join_neighbours() {
    std::vector<std::pair<std::size_t, std::size_t>> together;
    for (std::size_t i = 1; i < units_.size(); ++i) {
      const std::size_t a = clusters_[i - 1];
      const std::size_t b = clusters_[i];
      if (units_[i].passage != units_[i - 1].passage || a == b) continue;
      if (charters_[a] > 1 && charters_[b] > 1) together.push_back(std::minmax(a, b));
    }
    std::sort(together.begin(), together.end());
    for (auto pair = together.begin(); pair != together.end();) {
      const auto next = std::upper_bound(pair, together.end(), *pair);
      const auto times = static_cast<std::size_t>(next - pair);
      const std::size_t fewer = std::min(charters_[pair->first], charters_[pair->second]);
      if (times > 1 && times * 2 >= fewer) join(pair->first, pair->second);
      pair = next;
    }
  }

  // Another sentence of the version that is being read, or the first of a new one.
  void add(Group& group, std::size_t i) {
    const Unit& unit = units_[i];
    const std::size_t end = end_with_own_words(i);
    const bool goes_on = !group.empty() && group.back().passage == unit.passage;
    if (!goes_on) group.push_back({unit.passage, {unit.at->begin, end}, {}, 0});
    if (!goes_on) ++version_;
    Version& version = group.back();
    version.at.end = end;
    const Pairs pairs = all_.pairs_of(unit);
    version.all += pairs.all;
    for (const Number pair : pairs.shared) {
      if (std::exchange(seen_in_[pair], version_) == version_) {
        --version.all;
      } else {
        version.shared.push_back(pair);
      }
    }
  }

  bool is_claimed(std::size_t i) const { return charters_[clusters_[i]] > 1; }

  // 'De gemeente krijgt hiervan € 70.000': what a charter says in its own words behind the sentence
  // that the others have too, up to the next such sentence.
  std::size_t end_with_own_words(std::size_t i) const {
    constexpr std::size_t kMost = 2;
    const Passage& passage = *units_[i].passage;
    std::size_t limit = passage.text.size();
    for (std::size_t next = i + 1; next < units_.size() && units_[next].passage == &passage;
         ++next) {
      if (!is_claimed(next)) continue;
      limit = units_[next].at->begin;
      break;
    }
    std::size_t end = units_[i].at->end;
    std::size_t taken = 0;
    for (const Span& sentence : passage.sentences) {
      if (sentence.begin < units_[i].at->end) continue;
      if (sentence.end > limit || ++taken > kMost) break;
      end = sentence.end;
    }
    return end;
  }

  static bool says_enough(const Group& group) {
    return std::count_if(group.begin(), group.end(),
                         [](const Version& version) { return version.all >= kFewestPairs; }) > 1;
  }

  static bool in_several_charters(const Group& group) {
    return std::any_of(group.begin(), group.end(), [&](const Version& version) {
      return version.passage->charter != group.front().passage->charter;
    });
  }

  std::size_t root(std::size_t cluster) {
    while (parent_[cluster] != cluster) {
      cluster = parent_[cluster] = parent_[parent_[cluster]];
    }
    return cluster;
  }

  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  const Units& all_;
  const std::vector<Unit>& units_;
  const std::vector<std::size_t>& clusters_;
  std::vector<std::size_t> parent_;
  std::vector<std::size_t> charters_;  // that have a unit of the cluster
  std::vector<Number> seen_in_;        // by pair: the last version that has it
  Number version_ = 0;
};

}  // namespace

std::vector<Group> groups_of(const Units& units, const std::vector<std::size_t>& clusters) {
  return Passages(units, clusters).groups();
}

}  // namespace handvest::meaning
