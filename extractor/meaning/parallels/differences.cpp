#include "meaning/parallels/differences.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace handvest::meaning {
namespace {

std::vector<std::string_view> values_of(const Extract& extract) {
  std::vector<std::string_view> values;
  const auto& all = extract.passage->mentions;
  for (auto placed = first_in(all, extract.at);
       placed != all.end() && placed->at.begin < extract.at.end; ++placed) {
    values.push_back(placed->mention->normalized);
  }
  return values;
}

bool is_gap(char c) {
  return c == ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '"';
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

// Words with a capital inside a sentence, in the order of the text.
std::vector<std::string_view> names_of(const Extract& extract) {
  const std::string_view text = slice(extract.passage->text, extract.at);
  std::vector<std::string_view> names;
  bool sentence_start = true;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !is_gap(text[end])) ++end;
    std::string_view word = text.substr(begin, end - begin);
    const bool stop = !word.empty() && (word.back() == '.' || word.back() == '?');
    while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
    if (word.size() > 1 && is_upper(word[0]) && !sentence_start) names.push_back(word);
    if (!word.empty() || stop) sentence_start = stop;
    begin = end + 1;
  }
  return names;
}

}  // namespace

std::vector<std::string> differences(const Extract& member, const Extract& standard) {
  std::vector<std::string> result;
  const auto values = values_of(standard);
  const std::set<std::string_view> known_values(values.begin(), values.end());
  for (const std::string_view value : values_of(member)) {
    if (!known_values.contains(value)) result.emplace_back(value);
  }
  const auto names = names_of(standard);
  const std::set<std::string_view> known_names(names.begin(), names.end());
  for (const std::string_view name : names_of(member)) {
    const bool seen = std::find(result.begin(), result.end(), name) != result.end();
    if (!known_names.contains(name) && !seen) result.emplace_back(name);
  }
  return result;
}

}  // namespace handvest::meaning
