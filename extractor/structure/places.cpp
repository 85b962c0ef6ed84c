#include "structure/places.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

std::size_t word_count(std::string_view folded) {
  return 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

bool separates(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && std::isalnum(byte) == 0;
}

// Words as byte ranges; signs of more bytes than one count as letters.
std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t i = 0; i < text.size();) {
    if (separates(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !separates(text[end])) ++end;
    words.push_back({i, end});
    i = end;
  }
  return words;
}

bool capital_in(std::string_view text, const Span& span) {
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(span.begin),
                     text.begin() + static_cast<std::ptrdiff_t>(span.end),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Places::Places(const Grammar& grammar) {
  const Subject* places = grammar.subject("places");
  if (places == nullptr) return;
  for (const auto& entry : places->entries) {
    for (const auto& form : entry.forms) add(form, entry);
    add(entry.attribute("name"), entry);
  }
}

// A name that was added before keeps its entry.
void Places::add(std::string_view name, const Entry& entry) {
  std::string folded = fold(name);
  most_words_ = std::max(most_words_, word_count(folded));
  by_name_.emplace(std::move(folded), &entry);
}

std::optional<City> Places::named(std::string_view name) const {
  const auto found = by_name_.find(fold(name));
  if (found == by_name_.end()) return std::nullopt;
  return City{found->second->attribute("name"), found->second->id};
}

std::vector<City> Places::all_in(std::string_view text) const {
  const auto words = words_of(text);
  std::vector<City> cities;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t used = 0;
    for (std::size_t count = std::min(most_words_, words.size() - i); count > 0; --count) {
      const Span name{words[i].begin, words[i + count - 1].end};
      if (!capital_in(text, name)) continue;
      if (auto city = named(slice(text, name))) {
        cities.push_back(std::move(*city));
        used = count;
        break;
      }
    }
    i += std::max<std::size_t>(used, 1);
  }
  return cities;
}

}  // namespace handvest::structure
