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
const Version& standard_of(const Group& group, Likeness& likeness) {
  const std::size_t count = std::min(group.size(), kMostCompared);
  std::vector<double> alike(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    likeness.take(group[i].pairs());
    for (std::size_t j = i + 1; j < count; ++j) {
      const double similarity = likeness.similarity(group[j].pairs());
      alike[i] += similarity;
      alike[j] += similarity;
    }
  }
  const auto best = std::max_element(alike.begin(), alike.end());
  return group[static_cast<std::size_t>(best - alike.begin())];
}

// Of several versions of one charter the one most like the standard text, in the order of the
// text.
std::vector<std::pair<const Version*, double>> one_per_charter(const Group& group,
                                                               const Version& standard,
                                                               Likeness& likeness) {
  likeness.take(standard.pairs());
  std::vector<std::pair<const Version*, double>> chosen;
  for (const Version& version : group) {
    const double alike = &version == &standard ? 1 : likeness.similarity(version.pairs());
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

std::string text_of(const Version& version, std::string_view source) {
  const std::string_view text = version.passage->text;
  const Span whole = trimmed(text, {0, text.size()});
  const Span at = trimmed(text, version.at);
  const Item& item = *version.passage->item;
  if (at == whole) return std::string(item.text(source));
  std::string part = collapsed(slice(text, at));
  const bool marked = !item.marker.empty() && at.begin == whole.begin;
  if (marked && part.starts_with(item.marker + " ")) part.erase(0, item.marker.size() + 1);
  return part;
}

Parallel parallel_of(const Group& group, std::string_view source, const CodePointIndex& index,
                     Likeness& likeness) {
  const Version& standard = standard_of(group, likeness);
  Parallel parallel;
  parallel.text = text_of(standard, source);
  const Differences differences({standard.passage, standard.at});
  for (const auto& [version, alike] : one_per_charter(group, standard, likeness)) {
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
  auto groups = groups_of(units, cluster(units));
  add_own_words(groups, units);
  Likeness likeness(units.different_pairs());
  for (const Group& group : groups)
    found.push_back(parallel_of(group, reading.source.text, index, likeness));
  std::stable_sort(found.begin(), found.end(), [](const Parallel& a, const Parallel& b) {
    return a.members.size() > b.members.size();
  });
  return found;
}

}  // namespace handvest
