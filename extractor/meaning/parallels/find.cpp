#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "meaning/parallels.hpp"
#include "meaning/parallels/shingles.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/plain.hpp"
#include "text/code_points.hpp"

namespace handvest {
namespace {

using namespace meaning;

constexpr std::size_t kFewestPairs = 12;  // shorter items are alike by chance
constexpr std::size_t kFewestPairsOfSum = 7;
constexpr double kAlike = 0.4;             // similarity of two versions of one text
constexpr double kContained = 0.75;        // one text taken up in a longer one
constexpr std::size_t kBand = 2;           // places of a signature that must agree
constexpr std::size_t kPerBucket = 6;      // versions that a bucket compares with
constexpr std::size_t kMostCompared = 60;  // members that vote for the standard text

struct Version {
  const Passage* passage;
  Shingles shingles;
  std::vector<std::uint64_t> sums;  // hashes of its sentences that name a figure
};

bool names_figure(const Passage& passage, Span sentence) {
  const auto& all = passage.mentions;
  auto placed =
      std::lower_bound(all.begin(), all.end(), sentence.begin,
                       [](const Placed& p, std::size_t offset) { return p.at.begin < offset; });
  for (; placed != all.end() && placed->at.begin < sentence.end; ++placed) {
    const MentionType type = placed->mention->type;
    if (type == MentionType::money || type == MentionType::number) return true;
  }
  return false;
}

// Versions of one pledge may share no more than the sentence that names its sum; figures apart,
// that sentence is the same in all of them.
std::vector<std::uint64_t> sums_of(const Passage& passage) {
  std::vector<std::uint64_t> hashes;
  for (const Span& sentence : sentences(passage.text, {})) {
    if (!names_figure(passage, sentence)) continue;
    const Shingles shingles = shingles_of(slice(passage.text, sentence));
    if (shingles.size() < kFewestPairsOfSum) continue;
    std::uint64_t hash = 0;
    for (const std::uint64_t shingle : shingles) hash = hash * 0x100000001b3U ^ shingle;
    hashes.push_back(hash);
  }
  return hashes;
}

class Clusters {
 public:
  explicit Clusters(const std::vector<Version>& versions)
      : versions_(versions), parent_(versions.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < versions.size(); ++i) add(i);
  }

  // Members by their first, in the order of the text.
  std::map<std::size_t, std::vector<std::size_t>> all() {
    std::map<std::size_t, std::vector<std::size_t>> clusters;
    for (std::size_t i = 0; i < parent_.size(); ++i) clusters[root(i)].push_back(i);
    return clusters;
  }

 private:
  void add(std::size_t i) {
    const MinHash signature = min_hash(versions_[i].shingles);
    for (std::size_t band = 0; band + kBand <= kSignature; band += kBand) {
      std::uint64_t key = band;
      for (std::size_t k = 0; k < kBand; ++k) key = key * 0x100000001b3U ^ signature[band + k];
      meet(i, buckets_[key]);
    }
    for (const std::uint64_t sum : versions_[i].sums) {
      join(i, first_with_sum_.try_emplace(sum, i).first->second);
    }
  }

  // Joins `i` with the first version in the bucket that it is alike to.
  void meet(std::size_t i, std::vector<std::size_t>& bucket) {
    for (const std::size_t other : bucket) {
      if (root(other) == root(i)) return;
      if (!alike(versions_[i].shingles, versions_[other].shingles)) continue;
      join(i, other);
      return;
    }
    if (bucket.size() < kPerBucket) bucket.push_back(i);
  }

  static bool alike(const Shingles& a, const Shingles& b) {
    return similarity(a, b) >= kAlike || containment(a, b) >= kContained;
  }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // The earlier root stays, so that the outcome does not hang on the order of joins.
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  const std::vector<Version>& versions_;
  std::vector<std::size_t> parent_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets_;
  std::unordered_map<std::uint64_t, std::size_t> first_with_sum_;
};

// The member most like the others.
std::size_t standard_of(const std::vector<Version>& versions,
                        const std::vector<std::size_t>& members) {
  const std::size_t count = std::min(members.size(), kMostCompared);
  std::size_t best = members.front();
  double most = -1;
  for (std::size_t i = 0; i < count; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < count; ++j) {
      sum += similarity(versions[members[i]].shingles, versions[members[j]].shingles);
    }
    if (sum > most) {
      most = sum;
      best = members[i];
    }
  }
  return best;
}

std::set<std::string> values_of(const Passage& passage) {
  std::set<std::string> values;
  for (const Placed& placed : passage.mentions) values.insert(placed.mention->normalized);
  return values;
}

bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

// Words with a capital inside a sentence, in the order of the text.
std::vector<std::string> names_of(std::string_view text) {
  std::vector<std::string> names;
  bool sentence_start = true;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of(" ,;:()\"", begin);
    end = std::min(end, text.size());
    std::string word(text.substr(begin, end - begin));
    const bool stop = !word.empty() && (word.back() == '.' || word.back() == '?');
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back())) != 0) {
      word.pop_back();
    }
    if (word.size() > 1 && is_upper(word[0]) && !sentence_start) names.push_back(word);
    if (!word.empty() || stop) sentence_start = stop;
    begin = end + 1;
  }
  return names;
}

std::vector<std::string> differences(const Passage& member, const Passage& standard) {
  std::vector<std::string> result;
  const auto known = values_of(standard);
  for (const Placed& placed : member.mentions) {
    const std::string& value = placed.mention->normalized;
    if (known.count(value) == 0) result.push_back(value);
  }
  const auto standard_names = names_of(standard.text);
  const std::set<std::string> names(standard_names.begin(), standard_names.end());
  for (auto& name : names_of(member.text)) {
    const bool seen = std::find(result.begin(), result.end(), name) != result.end();
    if (names.count(name) == 0 && !seen) result.push_back(std::move(name));
  }
  return result;
}

// Of several members of one charter the one most like the standard text.
std::vector<std::size_t> one_per_charter(const std::vector<Version>& versions,
                                         const std::vector<std::size_t>& members,
                                         const Shingles& standard) {
  std::map<const Charter*, std::pair<double, std::size_t>> best;
  for (const std::size_t i : members) {
    const double likeness = similarity(versions[i].shingles, standard);
    auto& kept = best.try_emplace(versions[i].passage->charter, -1.0, i).first->second;
    if (likeness > kept.first) kept = {likeness, i};
  }
  std::vector<std::size_t> chosen;
  for (const auto& [charter, kept] : best) chosen.push_back(kept.second);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

Parallel parallel_of(const std::vector<Version>& versions, const std::vector<std::size_t>& members,
                     const CodePointIndex& index) {
  const Version& standard = versions[standard_of(versions, members)];
  Parallel parallel;
  parallel.text = standard.passage->item->text;
  for (const std::size_t i : one_per_charter(versions, members, standard.shingles)) {
    const Passage& passage = *versions[i].passage;
    ParallelMember member;
    member.charter = passage.charter->id;
    member.in = passage.in;
    member.span = {passage.item->spans.front().begin, passage.item->spans.back().end};
    const double likeness = similarity(versions[i].shingles, standard.shingles);
    constexpr double kHundredths = 100;
    member.similarity =
        static_cast<double>(static_cast<int>(likeness * kHundredths + 0.5)) / kHundredths;
    member.differences = differences(passage, *standard.passage);
    parallel.members.push_back(std::move(member));
  }
  const std::size_t begin = parallel.members.front().span.begin;
  parallel.id = "x" + std::to_string(index.code_points_before(begin));
  return parallel;
}

bool in_several_charters(const std::vector<Version>& versions,
                         const std::vector<std::size_t>& members) {
  const Charter* first = versions[members.front()].passage->charter;
  return std::any_of(members.begin(), members.end(),
                     [&](std::size_t i) { return versions[i].passage->charter != first; });
}

}  // namespace

std::vector<Parallel> find_parallels(const SourceText& source, const Outline& outline,
                                     const Mentions& mentions) {
  std::vector<Parallel> found;
  if (outline.charters.size() < 2) return found;
  const std::string plain = plain_text(source, outline);
  const auto all = passages(plain, outline, mentions);
  std::vector<Version> versions;
  for (const Passage& passage : all) {
    if (passage.charter == nullptr || passage.item->type == ItemType::table) continue;
    Shingles shingles = shingles_of(passage.text);
    if (shingles.size() >= kFewestPairs) {
      versions.push_back({&passage, std::move(shingles), sums_of(passage)});
    }
  }
  const CodePointIndex index(source.text);
  for (const auto& [first, members] : Clusters(versions).all()) {
    if (in_several_charters(versions, members)) {
      found.push_back(parallel_of(versions, members, index));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Parallel& a, const Parallel& b) {
    return a.members.size() > b.members.size();
  });
  return found;
}

}  // namespace handvest
