#include "structure/profile.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "text/diagnostic.hpp"

namespace handvest::structure {
namespace {

constexpr std::string_view kPrefix = "profile-";
constexpr std::string_view kShared = "structure";

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> result;
  for (std::string word; stream >> word;) result.push_back(word);
  return result;
}

int number_attribute(const Rule& rule, std::string_view name, int otherwise) {
  const auto found = rule.attributes.find(name);
  return found == rule.attributes.end() ? otherwise : std::atoi(found->second.c_str());
}

// A rule counts once for each element it begins, up to its attribute "most"; with an attribute
// "within" only among the first so many elements.
int evidence_of(const Rule& rule, const std::vector<Piece>& pieces) {
  const int most = number_attribute(rule, "most", 1);
  const auto within = static_cast<std::size_t>(number_attribute(
      rule, "within", static_cast<int>(std::min<std::size_t>(pieces.size(), 1U << 30U))));
  const auto firsts = rule.first_bytes();
  int count = 0;
  for (std::size_t i = 0; i < pieces.size() && i < within && count < most; ++i) {
    const std::string_view text = pieces[i].text;
    const bool may = text.empty() || firsts[static_cast<std::uint8_t>(text.front())];
    if (may && rule.begins(text)) ++count;
  }
  return count * number_attribute(rule, "weight", 1);
}

int evidence_of(const Profile& profile, const std::vector<Piece>& pieces) {
  int sum = 0;
  for (const Rule* rule : profile.rules("evidence")) sum += evidence_of(*rule, pieces);
  return sum;
}

// The most that can speak for it.
int most_evidence_of(const Profile& profile) {
  int sum = 0;
  for (const Rule* rule : profile.rules("evidence")) {
    sum += number_attribute(*rule, "most", 1) * std::max(0, number_attribute(*rule, "weight", 1));
  }
  return sum;
}

int threshold_of(const Profile& profile) {
  return std::max(1, std::atoi(profile.attribute("threshold").c_str()));
}

std::vector<Profile> profiles_of(const Grammar& grammar) {
  std::vector<Profile> profiles;
  profiles.reserve(grammar.subjects().size());
  for (const auto& subject : grammar.subjects()) {
    if (subject.name.starts_with(kPrefix)) profiles.emplace_back(grammar, subject);
  }
  return profiles;
}

// The one that `name` names, with or without the prefix.
const Profile& named(const std::vector<Profile>& profiles, const std::string& name) {
  std::string known;
  for (const Profile& profile : profiles) {
    if (profile.id() == name || profile.id() == std::string(kPrefix) + name) return profile;
    known += " " + profile.id();
  }
  throw Error(ErrorCode::bad_command_line, {},
              "there is no profile '" + name + "'; choose one of:" + known);
}

// The profile that the most speaks for, the first of equals; nullptr where none reaches its
// threshold. Those that most can speak for come first: what cannot outdo them need not be weighed.
const Profile* strongest(const std::vector<Profile>& profiles, const std::vector<Piece>& pieces) {
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    order.emplace_back(-most_evidence_of(profiles[i]), i);
  }
  std::sort(order.begin(), order.end());
  const Profile* best = nullptr;
  int best_evidence = 0;
  const auto outdoes = [&](int evidence, const Profile& profile) {
    return best == nullptr || evidence > best_evidence ||
           (evidence == best_evidence && &profile < best);
  };
  for (const auto& [less_most, i] : order) {
    const Profile& profile = profiles[i];
    if (!outdoes(-less_most, profile)) continue;
    const int evidence = evidence_of(profile, pieces);
    if (evidence < threshold_of(profile) || !outdoes(evidence, profile)) continue;
    best = &profile;
    best_evidence = evidence;
  }
  return best;
}

}  // namespace

Profile::Profile(const Grammar& grammar, const Subject& subject) : subject_(&subject) {
  for (const auto& rule : subject.rules) add(rule);
  const Subject* shared = grammar.subject(kShared);
  if (shared == nullptr) return;
  const auto used = words(attribute("uses"));
  for (const auto& rule : shared->rules) {
    const auto group = rule.attributes.find("group");
    if (group == rule.attributes.end()) continue;
    if (std::find(used.begin(), used.end(), group->second) != used.end()) add(rule);
  }
}

void Profile::add(const Rule& rule) { rules_[rule.yields].push_back(&rule); }

std::string Profile::attribute(std::string_view name) const {
  const auto found = subject_->attributes.find(name);
  return found == subject_->attributes.end() ? std::string() : found->second;
}

const std::vector<const Rule*>& Profile::rules(std::string_view what) const {
  static const std::vector<const Rule*> none;
  const auto found = rules_.find(what);
  return found == rules_.end() ? none : found->second;
}

Profile choose_profile(const Grammar& grammar, const std::vector<Piece>& pieces,
                       const std::string& forced) {
  const std::vector<Profile> profiles = profiles_of(grammar);
  if (profiles.empty()) {
    throw Error(ErrorCode::bad_grammar, {}, "the grammar has no profile (profile-*.xml)");
  }
  if (!forced.empty()) return named(profiles, forced);
  if (const Profile* best = strongest(profiles, pieces)) return *best;
  const auto fallback = std::find_if(profiles.begin(), profiles.end(), [](const Profile& profile) {
    return profile.rules("evidence").empty();
  });
  return fallback != profiles.end() ? *fallback : named(profiles, forced);
}

}  // namespace handvest::structure
