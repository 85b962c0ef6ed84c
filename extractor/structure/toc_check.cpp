#include "structure/toc_check.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// Two names may stand in a table by chance.
constexpr std::size_t kLeastCities = 2;
// One for the document and one for each of its agreements; a text that has more is none to check.
constexpr std::size_t kMostTocs = 50;

std::vector<City> cities_of(const Toc& toc, const Places& places) {
  std::vector<City> cities;
  for (const auto& entry : toc.entries) {
    if (auto city = places.named(entry.title)) cities.push_back(std::move(*city));
  }
  return cities;
}

void check_charters(const Toc& toc, const std::vector<City>& named, const Places& places,
                    Outline& outline) {
  for (const auto& entry : toc.entries) {
    const auto city = places.named(entry.title);
    const bool found = city && std::any_of(outline.charters.begin(), outline.charters.end(),
                                           [&](const auto& c) { return c.city.id == city->id; });
    if (city && !found) {
      outline.warnings.push_back({"toc-city-missing",
                                  "The table of contents names " + city->name +
                                      ", but no charter with this city was found.",
                                  entry.span});
    }
  }
  for (const auto& charter : outline.charters) {
    const bool listed = std::any_of(named.begin(), named.end(), [&](const City& city) {
      return city.name == charter.city.name;
    });
    if (listed) continue;
    outline.warnings.push_back(
        {"charter-not-in-toc",
         "The table of contents does not name the charter of " + charter.city.name + ".",
         Span{charter.span.begin, charter.span.begin}});
  }
}

void add_titles(const std::vector<Section>& sections, TocNames& names) {
  for (const auto& section : sections) {
    names.add(section.title);
    add_titles(section.sections, names);
  }
}

void check_sections(const Toc& toc, const std::vector<Section>& sections,
                    std::vector<Warning>& warnings) {
  TocNames titles;
  add_titles(sections, titles);
  if (titles.full()) return;
  for (const auto& entry : toc.entries) {
    if (titles.entry(fold(entry.title))) continue;
    warnings.push_back(
        {"toc-section-missing",
         "The table of contents names '" + entry.title + "', but no such section was found.",
         entry.span});
  }
}

const std::vector<Section>& sections_around(const Outline& outline, std::size_t offset) {
  for (const auto& charter : outline.charters) {
    if (charter.span.contains(offset)) return charter.sections;
  }
  return outline.sections;
}

}  // namespace

void check_tocs(const std::vector<Toc>& tocs, const Places& places, Outline& outline) {
  const std::size_t count = std::min(tocs.size(), kMostTocs);
  for (std::size_t i = 0; i < count; ++i) {
    const Toc& toc = tocs[i];
    const auto named = cities_of(toc, places);
    if (named.size() >= kLeastCities) {
      check_charters(toc, named, places, outline);
    } else {
      check_sections(toc, sections_around(outline, toc.entries.front().span.begin),
                     outline.warnings);
    }
  }
}

}  // namespace handvest::structure
