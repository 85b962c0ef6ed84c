#include "mentions/lexicon.hpp"

#include <algorithm>
#include <cstdint>

namespace handvest {
namespace {

// The ASCII letter under a letter of Latin-1, by its second UTF-8 byte (the first is C3), in lower
// case; '\0' for what is no letter.
char base_letter(std::uint8_t second) {
  constexpr std::string_view kUpper = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts";
  return kUpper[second & 0x1FU];
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
    if (!name.empty()) {
      Group& group = groups_[name];
      for (const auto& form : entry.forms) {
        const std::string word = key(form);
        group.longest = std::max(group.longest, word.size());
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

const Lexicon::Group* Lexicon::group(std::string_view name) const {
  const auto found = groups_.find(name);
  return found == groups_.end() ? nullptr : &found->second;
}

const std::string* Lexicon::find(std::string_view name, std::string_view word) const {
  if (word.empty()) return nullptr;
  const Group* const group = this->group(name);
  if (group == nullptr) return nullptr;
  const auto found = group->table.find(key(word));
  return found == group->table.end() ? nullptr : &found->second;
}

Lexicon::Prefix Lexicon::longest_prefix(std::string_view name, std::string_view text) const {
  const Group* const group = this->group(name);
  if (group == nullptr) return {};
  for (std::size_t length = std::min(group->longest, text.size()); length > 0; --length) {
    const auto found = group->table.find(text.substr(0, length));
    if (found != group->table.end()) return {&found->second, length};
  }
  return {};
}

const std::vector<std::pair<std::string, std::string>>& Lexicon::words(
    std::string_view name) const {
  static const std::vector<std::pair<std::string, std::string>> kNone;
  const Group* const group = this->group(name);
  return group == nullptr ? kNone : group->words;
}

}  // namespace handvest
