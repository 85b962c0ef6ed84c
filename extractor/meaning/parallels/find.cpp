#include <algorithm>
#include <cmath>

#include "meaning/parallels.hpp"
#include "meaning/parallels/differences.hpp"
#include "meaning/parallels/groups.hpp"
#include "meaning/parallels/own_words.hpp"
#include "meaning/reading/plain.hpp"
#include "text/code_points.hpp"
#include "text/lines.hpp"

namespace handvest {
namespace {

using namespace meaning;

constexpr std::size_t kMostCompared = 60;  // versions that vote for the standard text

// The version most like the others.
const Version& standard_of(const Group& group) {
  const std::size_t count = std::min(group.size(), kMostCompared);
  std::vector<double> likeness(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      const double alike = similarity(group[i].shingles, group[j].shingles);
      likeness[i] += alike;
      likeness[j] += alike;
    }
  }
  const auto best = std::max_element(likeness.begin(), likeness.end());
  return group[static_cast<std::size_t>(best - likeness.begin())];
}

// Of several versions of one charter the one most like the standard text, in the order of the
// text.
std::vector<std::pair<const Version*, double>> one_per_charter(const Group& group,
                                                               const Version& standard) {
  std::vector<std::pair<const Version*, double>> chosen;
  for (const Version& version : group) {
    const double alike = similarity(version.shingles, standard.shingles);
    const bool same_charter =
        !chosen.empty() && chosen.back().first->passage->charter == version.passage->charter;
    if (!same_charter) {
      chosen.emplace_back(&version, alike);
    } else if (alike > chosen.back().second) {
      chosen.back() = {&version, alike};
    }
  }
  return chosen;
}

std::string text_of(const Version& version) {
  const std::string_view text = version.passage->text;
  const Span whole = trimmed(text, {0, text.size()});
  const Span at = trimmed(text, version.at);
  const Item& item = *version.passage->item;
  if (at == whole) return item.text;
  std::string part = collapsed(slice(text, at));
  const bool marked = !item.marker.empty() && at.begin == whole.begin;
  if (marked && part.starts_with(item.marker + " ")) part.erase(0, item.marker.size() + 1);
  return part;
}

Parallel parallel_of(const Group& group, const CodePointIndex& index) {
  const Version& standard = standard_of(group);
  Parallel parallel;
  parallel.text = text_of(standard);
  const Differences differences({standard.passage, standard.at});
  for (const auto& [version, alike] : one_per_charter(group, standard)) {
    const Passage& passage = *version->passage;
    ParallelMember member;
    member.charter = passage.charter->id;
    member.in = passage.in;
    member.own_words = version->own_words;
    member.span = passage.source_of(trimmed(passage.text, version->at));
    constexpr double kHundredths = 100;
    member.similarity = std::round(alike * kHundredths) / kHundredths;
    if (version != &standard) member.differences = differences.of({version->passage, version->at});
    parallel.members.push_back(std::move(member));
  }
  const std::size_t begin = parallel.members.front().span.begin;
  parallel.id = "x" + std::to_string(index.code_points_before(begin));
  return parallel;
}

}  // namespace

std::vector<Parallel> find_parallels(const Reading& reading) {
  std::vector<Parallel> found;
  if (reading.outline.charters.size() < 2) return found;
  const Units units(reading);
  const CodePointIndex index(reading.source.text);
  auto groups = groups_of(units.all(), cluster(units.all()));
  add_own_words(groups, units.all());
  for (const Group& group : groups) found.push_back(parallel_of(group, index));
  std::stable_sort(found.begin(), found.end(), [](const Parallel& a, const Parallel& b) {
    return a.members.size() > b.members.size();
  });
  return found;
}

}  // namespace handvest
