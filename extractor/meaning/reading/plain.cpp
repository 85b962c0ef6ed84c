#include "meaning/reading/plain.hpp"

#include <algorithm>
#include <array>

#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

constexpr std::array<bool, 256> spaces() {
  std::array<bool, 256> spaces{};
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) spaces[static_cast<unsigned char>(c)] = true;
  return spaces;
}

constexpr std::array<bool, 256> kSpaces = spaces();

bool is_space(char c) { return kSpaces[static_cast<unsigned char>(c)]; }

bool is_wordy(std::string_view text, std::size_t at) {
  return at < text.size() && !is_space(text[at]);
}

// A star is emphasis where it touches a word and is no list mark.
bool is_emphasis(std::string_view text, std::size_t at) {
  const bool line_start = at == 0 || text[at - 1] == '\n';
  if (line_start && !is_wordy(text, at + 1)) return false;
  return is_wordy(text, at + 1) || (at > 0 && is_wordy(text, at - 1));
}

// Furniture that ends behind `offset`, from the first on.
std::vector<Span>::const_iterator furniture_from(const std::vector<Span>& furniture,
                                                 std::size_t offset) {
  return std::upper_bound(furniture.begin(), furniture.end(), offset,
                          [](std::size_t at, const Span& span) { return at < span.end; });
}

}  // namespace

PlainText::PlainText(const SourceText& source, const Outline& outline)
    : source_(source.text), furniture_(outline.furniture) {
  std::sort(furniture_.begin(), furniture_.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
}

void PlainText::append(Span span, std::string& to) const {
  const std::size_t shift = to.size() - span.begin;  // from the source to there
  to += slice(source_, span);
  auto furniture = furniture_from(furniture_, span.begin);
  for (; furniture != furniture_.end() && furniture->begin < span.end; ++furniture) {
    const std::size_t end = std::min(furniture->end, span.end);
    for (std::size_t i = std::max(furniture->begin, span.begin); i < end; ++i) {
      if (source_[i] != '\n' && source_[i] != '\r') to[i + shift] = ' ';
    }
  }
  const std::string_view before_end = source_.substr(0, span.end);
  for (std::size_t i = before_end.find('*', span.begin); i < span.end;
       i = before_end.find('*', i + 1)) {
    if (is_emphasis(source_, i)) to[i + shift] = ' ';
  }
}

void PlainText::append_line(Span span, std::string& to) const {
  const std::size_t size = to.size();
  append(span, to);
  for (const char c : {'\n', '\r', '\t'}) {
    for (std::size_t i = to.find(c, size); i != std::string::npos; i = to.find(c, i + 1)) {
      to[i] = ' ';
    }
  }
}

// Furniture is lines of its own: there is none within a line.
bool is_plain_line(std::string_view text) {
  constexpr std::array<char, 4> kChanged = {'\n', '*', '\t', '\r'};
  return std::none_of(kChanged.begin(), kChanged.end(),
                      [&](char c) { return text.find(c) != std::string_view::npos; });
}

std::string collapsed(std::string_view text) {
  if (is_single_spaced(text)) return std::string(text);
  std::string result(text.size(), ' ');
  char* to = result.data();
  bool behind_space = true;
  for (const char c : text) {  // without branches: words are short
    const bool space = is_space(c);
    *to = space ? ' ' : c;
    to += space && behind_space ? 0 : 1;
    behind_space = space;
  }
  if (behind_space && to != result.data()) --to;
  result.resize(static_cast<std::size_t>(to - result.data()));
  return result;
}

std::vector<Span> filled_lines(std::string_view text, Span span) {
  std::vector<Span> lines;
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = std::min(text.find('\n', begin), span.end);
    const Span line = trimmed(text, {begin, end});
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

std::vector<Span> paragraphs(std::string_view text, Span span) {
  std::vector<Span> result;
  bool open = false;
  for (std::size_t begin = span.begin; begin < span.end;) {
    const std::size_t end = std::min(text.find('\n', begin), span.end);
    const Span line = trimmed(text, {begin, end});
    if (line.empty()) {
      open = false;
    } else if (open) {
      result.back().end = line.end;
    } else {
      result.push_back(line);
      open = true;
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace handvest::meaning
