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
  explicit MembersByWord(std::size_t words) : last_(words, 0) {}

  void add(Number member, Numbers words) {
    for (const Number word : words) {
      entries_.push_back({member, word, last_[word]});
      last_[word] = static_cast<Number>(entries_.size());
    }
  }
  void clear() {
    for (const Entry& entry : entries_) last_[entry.word] = 0;
    entries_.clear();
  }

  template <typename Use>
  void for_each(Number word, const Use& use) const {
    for (Number entry = last_[word]; entry != 0; entry = entries_[entry - 1].before) {
      use(entries_[entry - 1].member);
    }
  }

 private:
  struct Entry {
    Number member = 0;
    Number word = 0;
    Number before = 0;  // entry of the word, from 1; 0 where there is none
  };

  std::vector<Number> last_;  // by word: an entry, likewise
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
        is_here_(units.charters(), 0) {
    for (const Version& version : group) {
      is_here_[version.charter] = 1;
      add_members(version);
    }
  }

  // By several charters, and some have no version.
  bool may_grow() const {
    const auto charters = static_cast<std::size_t>(std::count(is_here_.begin(), is_here_.end(), 1));
    return charters >= kFewestCharters && charters < is_here_.size();
  }

  // Finds the words that most of the versions have and few sentences besides. `counts` are by word,
  // and all 0 before and after.
  Numbers find_characteristic(std::vector<Number>& counts) {
    for (const Number member : members_) {
      for (const Number word : vocabulary_.words_of(member)) ++counts[word];
    }
    const auto most = static_cast<Number>(std::ceil(kInMost * static_cast<double>(group_.size())));
    for (const Number member : members_) {
      for (const Number word : vocabulary_.words_of(member)) {
        const Number count = std::exchange(counts[word], 0);
        if (count >= most && is_rare_elsewhere(word, count)) characteristic_.push_back(word);
      }
    }
    return characteristic_;
  }

  // Takes of each further charter the sentence that is nearest. `by_word` is used for it.
  void extend(MembersByWord& by_word) {
    const std::vector<Number> found = candidates();
    if (found.empty()) return;
    read_members(by_word);
    Number best = 0;
    double most = kNear;
    const auto take = [&] {
      if (most > kNear) add(best);
      most = kNear;
    };
    Number charter = 0;
    for (const Number unit : found) {
      if (std::exchange(charter, units_[unit].charter) != units_[unit].charter) take();
      const double near = nearness(unit, most, by_word);
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
      members_.push_back(static_cast<Number>(i));
    }
  }

  bool is_rare_elsewhere(Number word, std::size_t count) const {
    const auto times = static_cast<double>(vocabulary_.times(word));
    return static_cast<double>(count) >= kCharacteristic * times;
  }

  // Sentences of further charters with a characteristic word, in their order.
  std::vector<Number> candidates() const {
    std::vector<Number> found;
    for (const Number word : characteristic_) {
      for (const Number unit : vocabulary_.units_with(word)) {
        if (is_here_[units_[unit].charter] == 0) found.push_back(unit);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  void read_members(MembersByWord& by_word) {
    by_word.clear();
    norms_.reserve(members_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
      norms_.push_back(vocabulary_.norm(members_[i]));
      by_word.add(static_cast<Number>(i), vocabulary_.words_of(members_[i]));
    }
  }

  // The greatest cosine with a member, as far as it is more than `least`.
  double nearness(Number unit, double least, const MembersByWord& by_word) {
    constexpr double kRounding = 0.999;  // of a square: what may be more is looked at
    both_.assign(members_.size(), 0);
    for (const Number word : vocabulary_.words_of(unit)) {
      const double square = vocabulary_.square(word);
      by_word.for_each(word, [&](Number member) { both_[member] += square; });
    }
    const double norm = vocabulary_.norm(unit);
    double most = least;
    double square = most * most * norm * kRounding;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (both_[i] * both_[i] < square * norms_[i]) continue;  // no root for most
      most = std::max(most, both_[i] / std::sqrt(norm * norms_[i]));
      square = most * most * norm * kRounding;
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
  std::vector<char> is_here_;           // by charter: has it a version?
  std::vector<Number> members_;         // units of the versions
  std::vector<Number> characteristic_;  // words
  std::vector<double> norms_;           // of the members
  std::vector<double> both_;            // by member: squares of the words of a sentence
};

}  // namespace

void add_own_words(std::vector<Group>& groups, const Units& units) {
  const bool has_standard = std::any_of(groups.begin(), groups.end(), [](const Group& group) {
    return group.size() >= kFewestCharters;
  });
  if (!has_standard) return;
  Vocabulary vocabulary(units);
  std::vector<Standard> standards;
  std::vector<Number> words;
  std::vector<Number> counts(vocabulary.size(), 0);
  for (Group& group : groups) {
    if (group.size() < kFewestCharters) continue;
    Standard standard(group, units, vocabulary);
    if (!standard.may_grow()) continue;
    const Numbers characteristic = standard.find_characteristic(counts);
    words.insert(words.end(), characteristic.begin(), characteristic.end());
    standards.push_back(std::move(standard));
  }
  vocabulary.find_units_with(words);
  MembersByWord by_word(vocabulary.size());
  for (Standard& standard : standards) standard.extend(by_word);
}

}  // namespace handvest::meaning
