#include <algorithm>
#include <cmath>

#include "meaning/parallels.hpp"
#include "meaning/parallels/differences.hpp"
#include "meaning/parallels/groups.hpp"
#include "meaning/parallels/own_words.hpp"
#include "meaning/parallels/standard.hpp"
#include "meaning/reading/plain.hpp"
#include "text/lines.hpp"

namespace handvest {
namespace {

using namespace meaning;

// Of several versions of one charter the one most like the standard text, in the order of the
// text.
std::vector<std::pair<const Version*, double>> one_per_charter(const Group& group,
                                                               const Version& standard,
                                                               Likeness& likeness) {
  likeness.take(standard.pairs);
  std::vector<std::pair<const Version*, double>> chosen;
  for (const Version& version : group) {
    const double alike = &version == &standard ? 1 : likeness.similarity(version.pairs);
    const bool same_charter = !chosen.empty() && chosen.back().first->charter == version.charter;
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

Parallel parallel_of(const Group& group, std::string_view source, Standards& standards,
                     Likeness& likeness) {
  const Version& standard = standards.of(group);
  Parallel parallel;
  parallel.text = text_of(standard, source);
  const Differences differences({standard.passage, standard.at});
  for (const auto& [version, alike] : one_per_charter(group, standard, likeness)) {
    const Passage& passage = *version->passage;
    ParallelMember member;
    member.charter = passage.holder->charter->id;
    member.in = passage.holder->id;
    member.own_words = version->own_words;
    member.span = passage.source_of(trimmed(passage.text, version->at));
    constexpr double kHundredths = 100;
    member.similarity = std::round(alike * kHundredths) / kHundredths;
    if (version != &standard) member.differences = differences.of({version->passage, version->at});
    parallel.members.push_back(std::move(member));
  }
  return parallel;
}

}  // namespace

std::vector<Parallel> find_parallels(const Reading& reading) {
  std::vector<Parallel> found;
  if (reading.outline.charters.size() < 2) return found;
  const Units units(reading);
  Pool<Number> pairs;
  auto groups = groups_of(units, cluster(units), pairs);
  add_own_words(groups, units);
  Standards standards(units.different_pairs());
  Likeness likeness(units.different_pairs());
  for (const Group& group : groups)
    found.push_back(parallel_of(group, reading.source.text, standards, likeness));
  std::stable_sort(found.begin(), found.end(), [](const Parallel& a, const Parallel& b) {
    return a.members.size() > b.members.size();
  });
  return found;
}

}  // namespace handvest
