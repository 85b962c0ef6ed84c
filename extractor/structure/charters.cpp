#include "structure/charters.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// A title, its subject line and the clause of the parties stand within so many elements.
constexpr std::size_t kHeadLength = 14;
// Votes in the head of a charter (title, subject, parties) count so many times those in its text.
constexpr int kHeadVote = 4;
constexpr int kTocVote = 6;

struct Sign {
  std::size_t index = 0;
  std::string kind;
  int weight = 0;
  std::string number;
  std::string title;
  std::string region;
  std::string place;  ///< the text that may name the city
};

struct Group {
  std::vector<Sign> signs;
  std::size_t begin() const { return signs.front().index; }
};

// The text in which a sign is looked for: headings in their plain form, prose as it is.
std::string_view text_of(const Piece& piece) {
  return piece.is_short() ? piece.plain() : piece.text;
}

std::optional<Sign> sign_at(const Piece& piece, std::size_t index, const RuleGroup& rules) {
  const auto text = text_of(piece);
  const auto found = rules.match_begin(text);
  if (!found) return std::nullopt;
  if (found->rule->attribute("apart") == "yes" && (!piece.apart || !piece.is_short())) {
    return std::nullopt;
  }
  return Sign{index,
              found->rule->attribute("sign"),
              std::atoi(found->rule->attribute("weight").c_str()),
              part(found->match, text, "number"),
              part(found->match, text, "title"),
              part(found->match, text, "region"),
              part(found->match, text, "place")};
}

int weight_of(const Group& group) {
  std::set<std::string> kinds;
  int weight = 0;
  for (const auto& sign : group.signs) {
    if (kinds.insert(sign.kind).second) weight += sign.weight;
  }
  return weight;
}

bool has_kind(const Group& group, const std::string& kind) {
  return std::any_of(group.signs.begin(), group.signs.end(),
                     [&](const Sign& sign) { return sign.kind == kind; });
}

// A sign joins the group before it when it stands near and the group lacks its kind.
std::vector<Group> groups_of(const std::vector<Piece>& pieces, const Profile& profile,
                             const std::vector<bool>& mask) {
  std::vector<Group> groups;
  const RuleGroup rules(profile.rules("charter-sign"));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].content || mask[i]) continue;
    auto sign = sign_at(pieces[i], i, rules);
    if (!sign) continue;
    const bool joins = !groups.empty() && i - groups.back().signs.back().index <= kHeadLength &&
                       !has_kind(groups.back(), sign->kind);
    if (!joins) groups.emplace_back();
    groups.back().signs.push_back(std::move(*sign));
  }
  return groups;
}

/// Counts of votes for cities, in the order of their first vote.
class Votes {
 public:
  void add(const City& city, int weight) {
    const auto found = std::find_if(votes_.begin(), votes_.end(),
                                    [&](const auto& vote) { return vote.first.name == city.name; });
    if (found == votes_.end()) {
      votes_.emplace_back(city, weight);
    } else {
      found->second += weight;
    }
  }

  City winner() const {
    const auto best =
        std::max_element(votes_.begin(), votes_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == votes_.end() ? City{} : best->first;
  }

 private:
  std::vector<std::pair<City, int>> votes_;
};

void vote_by_signs(const Group& group, const Places& places, Votes& votes) {
  for (const auto& sign : group.signs) {
    if (!sign.region.empty()) votes.add({sign.region, {}}, kHeadVote * kHeadVote);
    for (const auto& city : places.all_in(sign.title + "\n" + sign.place)) {
      votes.add(city, kHeadVote);
    }
  }
}

/// An entry of a table of contents that names a city.
struct Listed {
  std::string number;
  City city;
};

std::vector<Listed> listed_cities(const std::vector<Toc>& tocs, const Places& places) {
  std::vector<Listed> listed;
  for (const auto& toc : tocs) {
    for (const auto& entry : toc.entries) {
      if (entry.number.empty()) continue;
      if (auto city = places.named(entry.title)) listed.push_back({entry.number, *city});
    }
  }
  return listed;
}

// The entry of a table of contents that carries the charter's number.
void vote_by_toc(const Group& group, const std::vector<Listed>& listed, Votes& votes) {
  const std::string& number = group.signs.front().number;
  for (const auto& entry : listed) {
    if (entry.number == number) votes.add(entry.city, kTocVote);
  }
}

void vote_by_text(const std::vector<Piece>& pieces, const CharterRange& range,
                  const RuleGroup& rules, const Places& places, Votes& votes) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto text = text_of(pieces[i]);
    const auto found = rules.match_begin(text);
    if (!found) continue;
    for (const auto& city : places.all_in(part(found->match, text, "place"))) votes.add(city, 1);
  }
}

// A number that stands alone before the title ('13.') belongs to it.
std::size_t with_number_line(const std::vector<Piece>& pieces, std::size_t begin,
                             const RuleGroup& rules, std::string& number) {
  std::size_t before = begin;
  while (before > 0 && !pieces[before - 1].content) --before;
  if (before == 0 || !number.empty()) return begin;
  const Piece& piece = pieces[before - 1];
  const auto found = rules.match_whole(piece.plain());
  if (!found || !piece.is_short()) return begin;
  number = part(found->match, piece.plain(), "number");
  return before - 1;
}

CharterRange range_of(const std::vector<Piece>& pieces, const Group& group,
                      const RuleGroup& numbers) {
  CharterRange range;
  range.begin = group.begin();
  range.title_end = range.begin;
  for (const auto& sign : group.signs) {
    if (sign.title.empty()) continue;
    range.number = sign.number;
    range.title = sign.title;
    range.title_end = sign.index + 1;
    break;
  }
  if (!range.title.empty() && range.title_end == range.begin + 1) {
    range.begin = with_number_line(pieces, range.begin, numbers, range.number);
  }
  return range;
}

// Ends each charter before the next, and the last before the back matter.
void set_ends(std::vector<CharterRange>& ranges, const std::vector<Piece>& pieces,
              const RuleGroup& back_matter) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    ranges[i].end = i + 1 < ranges.size() ? ranges[i + 1].begin : pieces.size();
  }
  if (ranges.empty()) return;
  auto& last = ranges.back();
  for (std::size_t i = last.begin; i < last.end; ++i) {
    if (back_matter.begins(text_of(pieces[i]))) {
      last.end = i;
      return;
    }
  }
}

void join_same_city(std::vector<CharterRange>& ranges) {
  std::vector<CharterRange> joined;
  for (auto& range : ranges) {
    const bool same =
        !joined.empty() && (range.city.name.empty() || joined.back().city.name == range.city.name);
    if (same) {
      joined.back().end = range.end;
    } else {
      joined.push_back(std::move(range));
    }
  }
  ranges = std::move(joined);
}

}  // namespace

std::vector<CharterRange> find_charters(const std::vector<Piece>& pieces, const Profile& profile,
                                        const Places& places, const std::vector<Toc>& tocs,
                                        const std::vector<bool>& mask) {
  const int needed = std::atoi(profile.attribute("signs").c_str());
  if (needed <= 0) return {};
  std::vector<Group> groups = groups_of(pieces, profile, mask);
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [&](const Group& group) { return weight_of(group) < needed; }),
               groups.end());
  std::vector<CharterRange> ranges;
  ranges.reserve(groups.size());
  const RuleGroup numbers(profile.rules("charter-number"));
  for (const auto& group : groups) ranges.push_back(range_of(pieces, group, numbers));
  set_ends(ranges, pieces, RuleGroup(profile.rules("back-matter")));
  const RuleGroup city_votes(profile.rules("city-vote"));
  const auto listed = listed_cities(tocs, places);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    Votes votes;
    vote_by_signs(groups[i], places, votes);
    vote_by_toc(groups[i], listed, votes);
    vote_by_text(pieces, ranges[i], city_votes, places, votes);
    ranges[i].city = votes.winner();
  }
  join_same_city(ranges);
  return ranges;
}

}  // namespace handvest::structure
