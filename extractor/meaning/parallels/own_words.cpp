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

// Which members of a group have a word. For one group after the other: its lists are as long as the
// vocabulary.
class MembersByWord {
 public:
  explicit MembersByWord(std::size_t words) : lists_(words) {}

  void add(Number word, Number member) {
    if (lists_[word].count == 0) words_.push_back(word);
    entries_.push_back({member, lists_[word].last});
    lists_[word] = {static_cast<Number>(entries_.size()), lists_[word].count + 1};
  }
  void clear() {
    for (const Number word : words_) lists_[word] = {};
    words_.clear();
    entries_.clear();
  }

  const std::vector<Number>& words() const { return words_; }
  std::size_t count(Number word) const { return lists_[word].count; }
  template <typename Use>
  void for_each(Number word, const Use& use) const {
    for (Number entry = lists_[word].last; entry != 0; entry = entries_[entry - 1].before) {
      use(entries_[entry - 1].member);
    }
  }

 private:
  struct List {
    Number last = 0;  // entry, from 1; 0 where there is none
    Number count = 0;
  };
  struct Entry {
    Number member = 0;
    Number before = 0;
  };

  std::vector<List> lists_;    // by word
  std::vector<Number> words_;  // that members have
  std::vector<Entry> entries_;
};

// Of one group of versions, which are those of several charters.
class Standard {
 public:
  Standard(Group& group, const Units& units, const Vocabulary& vocabulary)
      : group_(group),
        all_(units),
        units_(units.all()),
        vocabulary_(vocabulary),
        is_here_(units.charters(), false) {
    for (const Version& version : group) {
      is_here_[version.charter] = true;
      add_members(version);
    }
  }

  // By several charters, and some have no version.
  bool may_grow() const {
    const auto charters =
        static_cast<std::size_t>(std::count(is_here_.begin(), is_here_.end(), true));
    return charters >= kFewestCharters && charters < is_here_.size();
  }

  // Takes of each further charter the sentence that is nearest. `by_word` is used for it.
  void extend(MembersByWord& by_word) {
    by_word.clear();
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const auto member = static_cast<Number>(i);
      for (const Number word : vocabulary_.words_of(members_[i])) by_word.add(word, member);
    }
    Number best = 0;
    double most = kNear;
    const auto take = [&] {
      if (most > kNear) add(best);
      most = kNear;
    };
    Number charter = 0;
    for (const Number unit : candidates(by_word)) {
      if (std::exchange(charter, units_[unit].charter) != units_[unit].charter) take();
      const double near = nearness(unit, by_word);
      if (near <= most) continue;
      best = unit;
      most = near;
    }
    take();
    std::sort(group_.begin(), group_.end(), stands_before);
  }

 private:
  void add_members(const Version& version) {
    for (std::size_t i = version.unit; i < units_.size(); ++i) {
      const Unit& unit = units_[i];
      if (unit.passage != version.passage || unit.at->begin >= version.at.end) break;
      members_.push_back(i);
      norms_.push_back(vocabulary_.norm(i));
    }
  }

  // Most of the versions have it and few sentences besides.
  bool is_characteristic(Number word, std::size_t count) const {
    const auto times = static_cast<double>(count);
    const auto all = static_cast<double>(vocabulary_.units_with(word).size());
    return times >= kInMost * static_cast<double>(group_.size()) && times >= kCharacteristic * all;
  }

  // Sentences of further charters with such a word, in their order.
  std::vector<Number> candidates(const MembersByWord& by_word) const {
    std::vector<Number> found;
    for (const Number word : by_word.words()) {
      if (!is_characteristic(word, by_word.count(word))) continue;
      for (const Number unit : vocabulary_.units_with(word)) {
        if (!is_here_[units_[unit].charter]) found.push_back(unit);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // The greatest cosine with a member.
  double nearness(Number unit, const MembersByWord& by_word) {
    both_.assign(members_.size(), 0);
    for (const Number word : vocabulary_.words_of(unit)) {
      const double square = vocabulary_.square(word);
      by_word.for_each(word, [&](Number member) { both_[member] += square; });
    }
    const double norm = vocabulary_.norm(unit);
    double most = 0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (both_[i] > 0) most = std::max(most, both_[i] / std::sqrt(norm * norms_[i]));
    }
    return most;
  }

  void add(Number i) {
    const Unit& unit = units_[i];
    group_.push_back({unit.passage, *unit.at, all_.pairs_of(unit), i, unit.charter, true});
  }

  Group& group_;
  const Units& all_;
  const std::vector<Unit>& units_;
  const Vocabulary& vocabulary_;
  std::vector<bool> is_here_;         // by charter: has it a version?
  std::vector<std::size_t> members_;  // units of the versions
  std::vector<double> norms_;         // of the members
  std::vector<double> both_;          // by member: squares of the words of a sentence
};

}  // namespace

void add_own_words(std::vector<Group>& groups, const Units& units) {
  const bool has_standard = std::any_of(groups.begin(), groups.end(), [](const Group& group) {
    return group.size() >= kFewestCharters;
  });
  if (!has_standard) return;
  const Vocabulary vocabulary(units);
  MembersByWord by_word(vocabulary.size());
  for (Group& group : groups) {
    if (group.size() < kFewestCharters) continue;
    Standard standard(group, units, vocabulary);
    if (standard.may_grow()) standard.extend(by_word);
  }
}

}  // namespace handvest::meaning
