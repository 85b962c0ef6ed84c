#include "text/lines.hpp"

#include <algorithm>
#include <array>

namespace handvest {
namespace {

constexpr std::array<std::string_view, 9> kBlanks = {
    " ", "\t", "\r", "\n", "\f", "\v", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t newline = text.find('\n', begin);
    std::size_t end = newline == std::string_view::npos ? text.size() : newline;
    if (newline != std::string_view::npos && end > begin && text[end - 1] == '\r') --end;
    if (newline == std::string_view::npos && begin == text.size() && begin > 0) break;
    lines_.push_back({begin, end});
    if (newline == std::string_view::npos) break;
    begin = newline + 1;
  }
}

std::size_t LineIndex::number_at(std::size_t offset) const {
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), offset,
                       [](std::size_t value, const Span& line) { return value < line.begin; });
  return after == lines_.begin() ? 1 : static_cast<std::size_t>(after - lines_.begin());
}

Span trimmed(std::string_view text, Span span) {
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : kBlanks) {
      const std::string_view rest = slice(text, span);
      if (rest.empty()) return {span.begin, span.begin};
      if (rest.substr(0, blank.size()) == blank) {
        span.begin += blank.size();
        found = true;
      } else if (rest.size() > blank.size() && rest.substr(rest.size() - blank.size()) == blank) {
        span.end -= blank.size();
        found = true;
      }
    }
  }
  return span;
}

}  // namespace handvest
