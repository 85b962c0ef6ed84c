#include "grammar/grammar.hpp"

#include <algorithm>

#include "grammar/cue.hpp"
#include "grammar/part_finder.hpp"
#include "text/code_points.hpp"

namespace handvest {
namespace {

std::string value_of(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

bool is_too_long(std::string_view text, std::size_t longest) {
  return text.size() > longest && count_code_points(text) > longest;
}

// Both stand in the order of the files and of their rules.
void give_cues(std::vector<Subject>& subjects, std::span<const FrozenCue> cues) {
  for (auto& subject : subjects) {
    for (auto& rule : subject.rules) {
      if (cues.empty()) return;
      if (rule.id != cues.front().rule) continue;
      rule.cue = &cues.front();
      cues = cues.subspan(1);
    }
  }
}

}  // namespace

std::string Entry::attribute(std::string_view name) const { return value_of(attributes, name); }
std::string Rule::attribute(std::string_view name) const { return value_of(attributes, name); }

std::optional<Span> Rule::find(std::string_view text, std::size_t from) const {
  if (cue != nullptr) return look_for(*cue, text, from);
  const auto match = pattern.search(text, from);
  return match ? std::optional(match->span) : std::nullopt;
}

bool Rule::begins(std::string_view text) const {
  if (looks(CuePlace::begin)) return look_for(*cue, text).has_value();
  return pattern.match_at(text, 0).has_value();
}

bool Rule::fits(std::string_view text) const {
  if (is_too_long(text, longest)) return false;
  if (looks(CuePlace::whole)) return look_for(*cue, text).has_value();
  return pattern.full_match(text).has_value();
}

std::optional<Match> Rule::match_begin(std::string_view text) const {
  if (looks(CuePlace::begin) && !look_for(*cue, text)) return std::nullopt;
  return pattern.match_at(text, 0);
}

std::optional<Match> Rule::match_whole(std::string_view text) const {
  if (is_too_long(text, longest)) return std::nullopt;
  if (looks(CuePlace::whole) && !look_for(*cue, text)) return std::nullopt;
  return match_fitting(text);
}

std::optional<Match> Rule::match_fitting(std::string_view text) const {
  return looks(CuePlace::whole) ? PartFinder(cue->parts).find(text) : pattern.full_match(text);
}

std::array<bool, 256> Rule::first_bytes() const {
  std::array<bool, 256> firsts{};
  const bool has_tables = looks(CuePlace::begin) || looks(CuePlace::whole);
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(i);
    firsts[i] = has_tables ? cue->begins.has_first(byte) : pattern.may_begin_with(byte);
  }
  return firsts;
}

bool Rule::looks(CuePlace place) const { return cue != nullptr && cue->place == place; }

const Rule* Subject::rule(std::string_view id) const {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

Grammar::Grammar(std::string version, std::vector<Subject> subjects, const FrozenGrammar* frozen)
    : version_(std::move(version)), subjects_(std::move(subjects)) {
  if (frozen != nullptr) give_cues(subjects_, frozen->cues);
  for (const auto& subject : subjects_) {
    const std::string stage = value_of(subject.attributes, "stage");
    if (stage.empty() || dispatchers_.contains(stage)) continue;
    dispatchers_[stage] = std::make_unique<Dispatcher>(
        rules_of(stage), stage == "mentions" && frozen != nullptr ? &frozen->mentions : nullptr);
  }
}

std::vector<const Rule*> Grammar::rules_of(std::string_view stage) const {
  std::vector<const Rule*> rules;
  for (const auto& subject : subjects_) {
    if (value_of(subject.attributes, "stage") != stage) continue;
    for (const auto& rule : subject.rules) rules.push_back(&rule);
  }
  return rules;
}

Grammar::~Grammar() = default;
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;

const Subject* Grammar::subject(std::string_view name) const {
  const auto found = std::find_if(subjects_.begin(), subjects_.end(),
                                  [&](const Subject& subject) { return subject.name == name; });
  return found == subjects_.end() ? nullptr : &*found;
}

const Dispatcher* Grammar::dispatcher(std::string_view stage) const {
  const auto found = dispatchers_.find(stage);
  return found == dispatchers_.end() ? nullptr : found->second.get();
}

}  // namespace handvest
