#include "meaning/parallels/groups.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestPairs = 10;  // of two versions; shorter ones are alike by chance

class Passages {
 public:
  Passages(const Units& units, const Clusters& clusters, Pool<Number>& pairs)
      : all_(units),
        units_(units.all()),
        clusters_(clusters.of_units),
        kept_(pairs),
        parent_(clusters.count),
        charters_(clusters.count, 0),
        seen_in_(units.different_pairs(), 0) {
    std::iota(parent_.begin(), parent_.end(), Number{0});
    count_charters();
    join_neighbours();
  }

  std::vector<Group> groups() {
    const std::vector<Number> claimed = by_root();
    std::vector<Group> found;
    for (auto unit = claimed.begin(); unit != claimed.end();) {
      const Number cluster = root(clusters_[*unit]);
      const auto end = std::find_if(
          unit, claimed.end(), [&](Number other) { return root(clusters_[other]) != cluster; });
      Group group;
      group.reserve(static_cast<std::size_t>(end - unit));
      for (; unit != end; ++unit) add(group, *unit);
      finish_version(group);
      if (in_several_charters(group) && says_enough(group)) found.push_back(std::move(group));
    }
    return found;
  }

 private:
  // Units come charter by charter.
  void count_charters() {
    std::vector<Number> last(charters_.size(), 0);  // charter, from 1
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Number charter = units_[i].charter + 1;
      if (last[clusters_[i]] == charter) continue;
      last[clusters_[i]] = charter;
      ++charters_[clusters_[i]];
    }
  }

  void join_neighbours() {
    std::vector<std::pair<Number, Number>> together;
    for (std::size_t i = 1; i < units_.size(); ++i) {
      const Number a = clusters_[i - 1];
      const Number b = clusters_[i];
      if (units_[i].passage != units_[i - 1].passage || a == b) continue;
      if (charters_[a] > 1 && charters_[b] > 1) together.emplace_back(std::minmax(a, b));
    }
    std::sort(together.begin(), together.end());
    for (auto pair = together.begin(); pair != together.end();) {
      const auto next = std::upper_bound(pair, together.end(), *pair);
      const auto times = static_cast<std::size_t>(next - pair);
      const Number fewer = std::min(charters_[pair->first], charters_[pair->second]);
      if (times > 1 && times * 2 >= fewer) join(pair->first, pair->second);
      pair = next;
    }
  }

  // The units that several charters have, those of one root side by side in the order of the text:
  // the units of each root are counted, then each is put behind those before it.
  std::vector<Number> by_root() {
    std::vector<Number> end(parent_.size() + 1, 0);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (is_claimed(i)) ++end[root(clusters_[i]) + 1];
    }
    std::partial_sum(end.begin(), end.end(), end.begin());
    std::vector<Number> sorted(end.back());
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (is_claimed(i)) sorted[end[root(clusters_[i])]++] = static_cast<Number>(i);
    }
    return sorted;
  }

  // Another sentence of the version that is being read, or the first of a new one.
  void add(Group& group, Number i) {
    const Unit& unit = units_[i];
    const Pairs pairs = all_.pairs_of(unit);
    const std::size_t end = end_with_own_words(i);
    if (group.empty() || group.back().passage != unit.passage) {
      finish_version(group);
      group.push_back({unit.passage, {unit.at->begin, end}, pairs, i, unit.charter});
      return;
    }
    Version& version = group.back();
    version.at.end = end;
    version.pairs.all += pairs.all;
    if (merged_.empty()) merge(version.pairs.shared);
    version.pairs.all -= merge(pairs.shared);
  }

  // Of a version of several units each pair counts once. Gives how many it had already.
  std::size_t merge(Numbers pairs) {
    if (merged_.empty()) ++version_;
    const std::size_t before = merged_.size();
    merged_.resize(before + pairs.size());
    Number* end = merged_.data() + before;
    Number* const seen_in = seen_in_.data();
    const Number version = version_;
    for (const Number pair : pairs) {
      *end = pair;
      end += seen_in[pair] == version ? 0 : 1;
      seen_in[pair] = version;
    }
    merged_.resize(static_cast<std::size_t>(end - merged_.data()));
    return before + pairs.size() - merged_.size();
  }

  void finish_version(Group& group) {
    if (merged_.empty()) return;
    group.back().pairs.shared = kept_.keep(merged_);
    merged_.clear();
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
    const Span* const last = passage.sentences.data() + passage.sentences.size();
    const Span* sentence = units_[i].at + 1;
    for (std::size_t taken = 0; taken < kMost && sentence != last && sentence->end <= limit;
         ++taken, ++sentence) {
      end = sentence->end;
    }
    return end;
  }

  static bool says_enough(const Group& group) {
    return std::count_if(group.begin(), group.end(), [](const Version& version) {
             return version.pairs.all >= kFewestPairs;
           }) > 1;
  }

  static bool in_several_charters(const Group& group) {
    return std::any_of(group.begin(), group.end(), [&](const Version& version) {
      return version.charter != group.front().charter;
    });
  }

  Number root(Number cluster) {
    while (parent_[cluster] != cluster) {
      cluster = parent_[cluster] = parent_[parent_[cluster]];
    }
    return cluster;
  }

  void join(Number a, Number b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  const Units& all_;
  const std::vector<Unit>& units_;
  const std::vector<Number>& clusters_;  // of units
  Pool<Number>& kept_;
  std::vector<Number> parent_;
  std::vector<Number> charters_;  // that have a unit of the cluster
  std::vector<Number> merged_;    // pairs of the version that is being read, if of several units
  std::vector<Number> seen_in_;   // by pair: the last such version that has it
  Number version_ = 0;
};

}  // namespace

std::vector<Group> groups_of(const Units& units, const Clusters& clusters, Pool<Number>& pairs) {
  return Passages(units, clusters, pairs).groups();
}

}  // namespace handvest::meaning
