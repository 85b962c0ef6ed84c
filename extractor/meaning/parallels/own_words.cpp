#include "meaning/parallels/own_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "meaning/parallels/vocabulary.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kFewestCharters = 6;  // that make a text a standard
constexpr double kNear = 0.36;              // cosine of two sentences on one subject
constexpr double kInMost = 0.7;             // of a group's versions: a word of the standard
constexpr double kCharacteristic = 0.35;    // of a word's sentences lie in the group

bool stands_before(const Version& a, const Version& b) {
  return a.passage != b.passage ? a.passage < b.passage : a.at.begin < b.at.begin;
}

// Of one group of versions, which are those of several charters.
class Standard {
 public:
  Standard(Group& group, const Units& units, const Vocabulary& vocabulary)
      : group_(group), all_(units), units_(units.all()), vocabulary_(vocabulary) {
    for (const Version& version : group) {
      if (!is_here(version.passage->charter)) charters_.push_back(version.passage->charter);
      add_members(version);
    }
  }

  bool is_shared() const { return charters_.size() >= kFewestCharters; }

  // Takes of each further charter the sentence that is nearest. `counts` is of zeros, by word, and
  // `squares` too; both are so again when this returns.
  void extend(std::vector<Number>& counts, std::vector<double>& squares) {
    Number best = 0;
    double most = kNear;
    const auto take = [&] {
      if (most > kNear) add(units_[best]);
      most = kNear;
    };
    const Charter* charter = nullptr;
    for (const Number unit : candidates(counts)) {
      if (units_[unit].passage->charter != charter) take();
      charter = units_[unit].passage->charter;
      const double near = nearness(unit, squares);
      if (near <= most) continue;
      best = unit;
      most = near;
    }
    take();
    std::sort(group_.begin(), group_.end(), stands_before);
  }

 private:
  bool is_here(const Charter* charter) const {
    return std::find(charters_.begin(), charters_.end(), charter) != charters_.end();
  }

  // Units come in the order of the passages, which lie in one vector.
  void add_members(const Version& version) {
    const auto before = [](const Unit& a, const Version& b) {
      return a.passage != b.passage ? a.passage < b.passage : a.at->begin < b.at.begin;
    };
    auto unit = std::lower_bound(units_.begin(), units_.end(), version, before);
    for (; unit != units_.end() && unit->passage == version.passage &&
           unit->at->begin < version.at.end;
         ++unit) {
      members_.push_back(static_cast<std::size_t>(unit - units_.begin()));
      norms_.push_back(vocabulary_.norm(members_.back()));
    }
  }

  // Words that most of the versions have and few sentences besides.
  std::vector<Number> characteristic_words(std::vector<Number>& counts) const {
    std::vector<Number> words;
    for (const std::size_t member : members_) {
      for (const Number word : vocabulary_.words_of(member)) {
        if (counts[word]++ == 0) words.push_back(word);
      }
    }
    std::erase_if(words, [&](Number word) {
      const auto times = static_cast<double>(std::exchange(counts[word], 0));
      const auto all = static_cast<double>(vocabulary_.units_with(word).size());
      return times < kInMost * static_cast<double>(group_.size()) || times < kCharacteristic * all;
    });
    return words;
  }

  // Sentences of further charters with such a word, in their order.
  std::vector<Number> candidates(std::vector<Number>& counts) const {
    std::vector<Number> found;
    for (const Number word : characteristic_words(counts)) {
      for (const Number unit : vocabulary_.units_with(word)) {
        if (!is_here(units_[unit].passage->charter)) found.push_back(unit);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // The greatest cosine with a member; the unit's words are spread out in `squares` for it.
  double nearness(Number unit, std::vector<double>& squares) const {
    const auto words = vocabulary_.words_of(unit);
    for (const Number word : words) squares[word] = vocabulary_.square(word);
    const double norm = vocabulary_.norm(unit);
    double most = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      double both = 0;
      for (const Number word : vocabulary_.words_of(members_[i])) both += squares[word];
      if (both > 0) most = std::max(most, both / std::sqrt(norm * norms_[i]));
    }
    for (const Number word : words) squares[word] = 0;
    return most;
  }

  void add(const Unit& unit) {
    group_.push_back({unit.passage, *unit.at, all_.pairs_of(unit), true});
  }

  Group& group_;
  const Units& all_;
  const std::vector<Unit>& units_;
  const Vocabulary& vocabulary_;
  std::vector<const Charter*> charters_;  // that have a version
  std::vector<std::size_t> members_;      // units of the versions
  std::vector<double> norms_;             // of the members
};

}  // namespace

void add_own_words(std::vector<Group>& groups, const Units& units) {
  const bool has_standard = std::any_of(groups.begin(), groups.end(), [](const Group& group) {
    return group.size() >= kFewestCharters;
  });
  if (!has_standard) return;
  const Vocabulary vocabulary(units);
  std::vector<Number> counts(vocabulary.size(), 0);
  std::vector<double> squares(vocabulary.size(), 0);
  for (Group& group : groups) {
    if (group.size() < kFewestCharters) continue;
    Standard standard(group, units, vocabulary);
    if (standard.is_shared()) standard.extend(counts, squares);
  }
}

}  // namespace handvest::meaning
