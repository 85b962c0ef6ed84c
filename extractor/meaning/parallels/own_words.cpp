#include "meaning/parallels/own_words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <unordered_map>

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestCharters = 6;  // that make a text a standard
constexpr double kNear = 0.36;              // cosine of two sentences on one subject
constexpr double kInMost = 0.7;             // of a group's versions: a word of the standard
constexpr double kCharacteristic = 0.35;    // of a word's sentences lie in the group

// The words of all units, and how rare they are.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Unit>& units) {
    words_.reserve(units.size());
    for (const Unit& unit : units) {
      words_.push_back(long_words_of(slice(unit.passage->text, unit.at)));
      for (const std::uint64_t word : words_.back()) ++units_with_[word];
    }
  }

  const Words& of(std::size_t unit) const { return words_[unit]; }
  std::size_t units_with(std::uint64_t word) const { return units_with_.at(word); }

  double cosine(const Words& a, const Words& b) const {
    Words both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const double norm = std::sqrt(square(a) * square(b));
    return norm == 0 ? 0 : square(both) / norm;
  }

 private:
  // Sum of the squares of the words' weights.
  double square(const Words& words) const {
    double sum = 0;
    for (const std::uint64_t word : words) {
      const double weight =
          std::log(static_cast<double>(words_.size()) / static_cast<double>(units_with(word)));
      sum += weight * weight;
    }
    return sum;
  }

  std::vector<Words> words_;  // by unit
  std::unordered_map<std::uint64_t, std::size_t> units_with_;
};

// The units of a group.
using Members = std::vector<std::size_t>;

class Adder {
 public:
  Adder(std::vector<Group>& groups, const std::vector<Unit>& units)
      : groups_(groups), units_(units), vocabulary_(units) {}

  void run() {
    for (Group& group : groups_) {
      if (charters_of(group).size() >= kFewestCharters) study(group);
    }
    for (std::size_t i = 0; i < units_.size(); ++i) {
      for (const std::uint64_t word : vocabulary_.of(i)) {
        const auto speaks = standards_with_.find(word);
        if (speaks == standards_with_.end()) continue;
        for (const std::size_t standard : speaks->second) consider(i, standards_[standard]);
      }
    }
    for (Standard& standard : standards_) extend(standard);
  }

 private:
  struct Standard {
    Group* group;
    Members members;
    std::set<const Charter*> charters;
    std::set<std::size_t> candidates;
  };

  static std::set<const Charter*> charters_of(const Group& group) {
    std::set<const Charter*> charters;
    for (const Version& version : group) charters.insert(version.passage->charter);
    return charters;
  }

  void study(Group& group) {
    Standard standard{&group, members_of(group), charters_of(group), {}};
    std::unordered_map<std::uint64_t, std::size_t> counts;
    for (const std::size_t i : standard.members) {
      for (const std::uint64_t word : vocabulary_.of(i)) ++counts[word];
    }
    for (const auto& [word, count] : counts) {
      const auto times = static_cast<double>(count);
      const bool in_most = times >= kInMost * static_cast<double>(group.size());
      const auto all = static_cast<double>(vocabulary_.units_with(word));
      if (in_most && times >= kCharacteristic * all) {
        standards_with_[word].push_back(standards_.size());
      }
    }
    standards_.push_back(std::move(standard));
  }

  // Units come in the order of the passages, which lie in one vector.
  Members members_of(const Group& group) const {
    Members members;
    for (const Version& version : group) {
      const auto before = [](const Unit& a, const Version& b) {
        return a.passage != b.passage ? a.passage < b.passage : a.at.begin < b.at.begin;
      };
      auto unit = std::lower_bound(units_.begin(), units_.end(), version, before);
      for (; unit != units_.end() && unit->passage == version.passage &&
             unit->at.begin < version.at.end;
           ++unit) {
        members.push_back(static_cast<std::size_t>(unit - units_.begin()));
      }
    }
    return members;
  }

  void consider(std::size_t i, Standard& standard) const {
    if (!standard.charters.contains(units_[i].passage->charter)) standard.candidates.insert(i);
  }

  // Of each further charter the sentence that is nearest.
  void extend(Standard& standard) const {
    std::size_t best = units_.size();
    double most = kNear;
    const auto take = [&] {
      if (best != units_.size()) {
        const Unit& unit = units_[best];
        standard.group->push_back({unit.passage, unit.at, unit.shingles, true});
      }
      best = units_.size();
      most = kNear;
    };
    const Charter* charter = nullptr;
    for (const std::size_t i : standard.candidates) {
      if (units_[i].passage->charter != charter) take();
      charter = units_[i].passage->charter;
      const double near = nearness(i, standard.members);
      if (near <= most) continue;
      best = i;
      most = near;
    }
    take();
    std::sort(standard.group->begin(), standard.group->end(),
              [](const Version& a, const Version& b) {
                return a.passage != b.passage ? a.passage < b.passage : a.at.begin < b.at.begin;
              });
  }

  double nearness(std::size_t unit, const Members& members) const {
    double most = 0;
    for (const std::size_t member : members) {
      most = std::max(most, vocabulary_.cosine(vocabulary_.of(unit), vocabulary_.of(member)));
    }
    return most;
  }

  std::vector<Group>& groups_;
  const std::vector<Unit>& units_;
  Vocabulary vocabulary_;
  std::vector<Standard> standards_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> standards_with_;  // by word
};

}  // namespace

void add_own_words(std::vector<Group>& groups, const std::vector<Unit>& units) {
  const bool has_standard = std::any_of(groups.begin(), groups.end(), [](const Group& group) {
    return group.size() >= kFewestCharters;
  });
  if (has_standard) Adder(groups, units).run();
}

}  // namespace handvest::meaning
