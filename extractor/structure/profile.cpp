#include "structure/profile.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

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

std::vector<const Subject*> profile_subjects(const Grammar& grammar) {
  std::vector<const Subject*> subjects;
  for (const auto& subject : grammar.subjects()) {
    if (subject.name.rfind(kPrefix, 0) == 0) subjects.push_back(&subject);
  }
  return subjects;
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
  const auto subjects = profile_subjects(grammar);
  if (subjects.empty()) {
    throw Error(ErrorCode::bad_grammar, {}, "the grammar has no profile (profile-*.xml)");
  }
  std::optional<Profile> best;
  int best_evidence = -1;
  for (const Subject* subject : subjects) {
    Profile profile(grammar, *subject);
    if (!forced.empty()) {
      if (profile.id() == forced || profile.id() == std::string(kPrefix) + forced) return profile;
      continue;
    }
    const int evidence = evidence_of(profile, pieces);
    const int least = std::max(1, std::atoi(profile.attribute("threshold").c_str()));
    const bool fallback = profile.rules("evidence").empty();
    if ((fallback && best_evidence < 0) || (evidence >= least && evidence > best_evidence)) {
      best_evidence = fallback ? 0 : evidence;
      best = std::move(profile);
    }
  }
  if (!best) {
    std::string known;
    for (const Subject* subject : subjects) known += " " + subject->name;
    throw Error(ErrorCode::bad_command_line, {},
                "there is no profile '" + forced + "'; choose one of:" + known);
  }
  return *best;
}

}  // namespace handvest::structure
