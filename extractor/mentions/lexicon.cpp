#include "mentions/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace handvest {
namespace {

// The ASCII letter under a letter of Latin-1, by its second UTF-8 byte (the first is C3), in lower
// case; '\0' for what is no letter.
char base_letter(std::uint8_t second) {
  using namespace std::string_view_literals;  // for the zero in it
  constexpr std::string_view kLetters = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts"sv;
  static_assert(kLetters.size() == 32);
  return kLetters[second & 0x1FU];
}

// In the order of WordGroup.
constexpr auto kGroups = std::to_array<std::string_view>(
    {"currency",      "digit",      "duration",   "glyph",   "half-word",  "measure-qualifier",
     "money-context", "month",      "multiplier", "ordinal", "qualifier",  "rate",
     "row-joint",     "row-opener", "scale",      "season",  "step-joint", "step-opener",
     "table-scale",   "teen",       "ten",        "unit",    "whole-word"});
static_assert(kGroups.size() == static_cast<std::size_t>(WordGroup::whole_word) + 1);

std::uint32_t bit_of(char first) {
  return std::uint32_t{1} << (static_cast<std::uint8_t>(first) & 31U);
}

}  // namespace

std::string Lexicon::key(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool foreign = static_cast<std::uint8_t>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c == '\xC3' && i + 1 < word.size()) {
      const char base = base_letter(static_cast<std::uint8_t>(word[++i]));
      if (base != '\0') result += base;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || foreign) {
      result += c;
    }
  }
  return result;
}

void Lexicon::add(const std::vector<Entry>& entries) {
  for (const auto& entry : entries) {
    const std::string name = entry.attribute("group");
    const auto* const known = std::find(kGroups.begin(), kGroups.end(), name);
    if (known != kGroups.end()) {
      Group& group = groups_[static_cast<std::size_t>(known - kGroups.begin())];
      for (const auto& form : entry.forms) {
        const std::string word = key(form);
        group.longest = std::max(group.longest, word.size());
        if (!word.empty()) group.first_bytes |= bit_of(word.front());
        group.table.emplace(word, entry.attribute("value"));
        group.words.emplace_back(form, entry.attribute("value"));
      }
    }
    add(entry.children);
  }
}

Lexicon::Lexicon(const Grammar& grammar) {
  for (const auto& subject : grammar.subjects()) add(subject.entries);
}

const std::string* Lexicon::find(WordGroup name, std::string_view word) const {
  if (word.empty()) return nullptr;
  const Group& group = this->group(name);
  const auto found = group.table.find(key(word));
  return found == group.table.end() ? nullptr : &found->second;
}

Lexicon::Prefix Lexicon::longest_prefix(WordGroup name, std::string_view text) const {
  const Group& group = this->group(name);
  if (text.empty() || (group.first_bytes & bit_of(text.front())) == 0) return {};
  for (std::size_t length = std::min(group.longest, text.size()); length > 0; --length) {
    const auto found = group.table.find(text.substr(0, length));
    if (found != group.table.end()) return {&found->second, length};
  }
  return {};
}

const std::vector<std::pair<std::string, std::string>>& Lexicon::words(WordGroup name) const {
  return group(name).words;
}

}  // namespace handvest
