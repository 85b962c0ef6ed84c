#include "layout/repeats.hpp"

#include <string>
#include <unordered_map>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a running head

std::string without_figures(std::string_view line) {
  std::string key;
  key.reserve(line.size());
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) key += c;
    if (digit && (key.empty() || key.back() != '#')) key += '#';
  }
  return key;
}

bool has_letter_or_figure(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

}  // namespace

std::vector<Places> repeated_lines(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Places> all;
  std::unordered_map<std::string, std::size_t> known;  // indexes into `all`
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i].span);
    if (line.size() > kLongest || !has_letter_or_figure(line)) continue;
    const auto [entry, added] = known.try_emplace(without_figures(line), all.size());
    if (added) all.emplace_back();
    all[entry->second].push_back(i);
  }
  std::erase_if(all, [](const Places& places) { return places.size() < 2; });
  return all;
}

}  // namespace handvest::layout
