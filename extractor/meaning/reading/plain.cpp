#include "meaning/reading/plain.hpp"

#include <algorithm>

#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_wordy(std::string_view text, std::size_t at) {
  return at < text.size() && !is_space(text[at]);
}

// A star is emphasis where it touches a word and is no list mark.
bool is_emphasis(std::string_view text, std::size_t at) {
  const bool line_start = at == 0 || text[at - 1] == '\n';
  if (line_start && !is_wordy(text, at + 1)) return false;
  return is_wordy(text, at + 1) || (at > 0 && is_wordy(text, at - 1));
}

}  // namespace

std::string plain_text(const SourceText& source, const Outline& outline) {
  std::string plain = source.text;
  for (const auto& furniture : outline.furniture) {
    for (std::size_t i = furniture.begin; i < furniture.end; ++i) {
      if (plain[i] != '\n' && plain[i] != '\r') plain[i] = ' ';
    }
  }
  for (std::size_t i = source.text.find('*'); i != std::string::npos;
       i = source.text.find('*', i + 1)) {
    if (is_emphasis(source.text, i)) plain[i] = ' ';
  }
  return plain;
}

std::string collapsed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_space(c)) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
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
