#include "structure/themes.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// A text is about a theme that has so many hundredths of all its weight.
constexpr int kClearShare = 60;
// One word in passing tells nothing; a telling one weighs about 6, the most telling 8.
constexpr int kLeastWeight = 8;

// The first three bytes, or as many as there are.
std::uint32_t key_of(std::string_view text) {
  std::uint32_t key = 0;
  for (const char c : text.substr(0, 3)) key = key << 8U | static_cast<unsigned char>(c);
  return key;
}

bool matches(std::string_view text, std::string_view form, bool open) {
  if (text.substr(0, form.size()) != form) return false;
  return open || text.size() == form.size() || text[form.size()] == ' ';
}

}  // namespace

Themes::Themes(const Grammar& grammar) {
  const Subject* subject = grammar.subject("themes");
  if (subject == nullptr) return;
  for (const auto& theme : subject->entries) {
    const std::size_t index = ids_.size();
    ids_.push_back(theme.id);
    names_.insert(fold(theme.attribute("name")));
    in_body_.push_back(theme.attribute("body") != "no");
    closing_.push_back(theme.attribute("closing") == "yes");
    for (const auto& part : theme.children) {
      if (part.id == "headings") {
        for (const auto& form : part.forms) headings_.emplace(fold(form), index);
      } else if (part.id == "names") {
        for (const auto& form : part.forms) names_.insert(fold(form));
      } else if (part.id == "introductions") {
        for (const auto& form : part.forms) introductions_.insert(fold(form));
      } else {
        add_forms(part, index);
      }
    }
  }
}

void Themes::add_forms(const Entry& words, std::size_t theme) {
  const int weight = std::max(1, std::atoi(words.attribute("weight").c_str()));
  for (const auto& form : words.forms) {
    const bool open = !form.empty() && form.back() == '*';
    Form entry{fold(form), open, theme, weight};
    if (entry.text.empty()) continue;
    forms_[key_of(entry.text)].push_back(std::move(entry));
  }
}

std::vector<int> Themes::scores(std::string_view folded, int first_word) const {
  std::vector<int> scores(ids_.size(), 0);
  bool first = true;
  for (std::string_view rest = folded; !rest.empty();) {
    if (const auto forms = forms_.find(key_of(rest)); forms != forms_.end()) {
      const int factor = first ? first_word : 1;
      for (const auto& form : forms->second) {
        if (!matches(rest, form.text, form.open)) continue;
        scores[form.theme] += factor * form.weight;
        first = false;
      }
    }
    rest.remove_prefix(std::min(rest.find(' '), rest.size() - 1) + 1);
  }
  return scores;
}

std::string_view Themes::best(const std::vector<int>& scores) const {
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best == scores.end() || *best == 0) return {};
  return ids_[static_cast<std::size_t>(best - scores.begin())];
}

std::string_view Themes::of_title(std::string_view folded) const { return best(scores(folded, 2)); }

std::string_view Themes::of_body(std::string_view folded) const {
  auto weights = scores(folded, 1);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (closing_[i] || !in_body_[i]) weights[i] = 0;
  }
  const int all = std::accumulate(weights.begin(), weights.end(), 0);
  const auto heaviest = std::max_element(weights.begin(), weights.end());
  if (heaviest == weights.end() || *heaviest < kLeastWeight) return {};
  if (100 * *heaviest < kClearShare * all) return {};
  return best(weights);
}

std::string_view Themes::usual_heading(std::string_view folded) const {
  const auto found = headings_.find(folded);
  return found == headings_.end() ? std::string_view() : ids_[found->second];
}

bool Themes::closes(std::string_view theme) const {
  const auto found = std::find(ids_.begin(), ids_.end(), theme);
  return found != ids_.end() && closing_[static_cast<std::size_t>(found - ids_.begin())];
}

}  // namespace handvest::structure
