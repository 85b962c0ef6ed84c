#include "mentions/lexicon.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace handvest {
namespace {

// The ASCII letter under a letter of Latin-1, by its second UTF-8 byte (the first is C3), in lower
// case; '\0' for what is no letter.
char base_letter(std::uint8_t second) {
  constexpr std::string_view kUpper = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts";
  return kUpper[second & 0x1FU];
}

// In the order of WordGroup.
constexpr std::string_view kGroups[] = {
    "currency",      "digit",      "duration",   "glyph",   "half-word",  "measure-qualifier",
    "money-context", "month",      "multiplier", "ordinal", "qualifier",  "rate",
    "row-joint",     "row-opener", "scale",      "season",  "step-joint", "step-opener",
    "table-scale",   "teen",       "ten",        "unit",    "whole-word"};

std::uint32_t bit_of(char first) {
  return std::uint32_t{1} << (static_cast<std::uint8_t>(first) & 31U);
}

}  // namespace

std::string Lexicon::key(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (static_cast<std::uint8_t>(c) == 0xC3 && i + 1 < word.size()) {
      const char base = base_letter(static_cast<std::uint8_t>(word[++i]));
      if (base != '\0') result += base;
    } else if (static_cast<std::uint8_t>(c) >= 0x80) {
      result += c;
    }
  }
  return result;
}

void Lexicon::add(const std::vector<Entry>& entries) {
  for (const auto& entry : entries) {
    const std::string name = entry.attribute("group");
    const auto* const known = std::find(std::begin(kGroups), std::end(kGroups), name);
    if (known != std::end(kGroups)) {
      Group& group = groups_[static_cast<std::size_t>(known - std::begin(kGroups))];
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
