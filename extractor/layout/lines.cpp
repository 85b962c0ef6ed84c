#include "layout/lines.hpp"

#include <algorithm>
#include <map>

#include "text/lines.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kTab = 8;

std::size_t indent_of(std::string_view text, const Line& line) {
  std::size_t columns = 0;
  for (std::size_t i = line.raw.begin; i < line.span.begin; ++i) {
    if (text[i] == '\t') {
      columns = (columns / kTab + 1) * kTab;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++columns;
    }
  }
  return columns;
}

// Whether a byte stands in spans that are asked in order: the text is searched only once.
class Occurrences {
 public:
  Occurrences(std::string_view text, char byte) : text_(text), byte_(byte) {}

  bool in(Span span) {
    if (next_ == kUnknown || next_ < span.begin) next_ = text_.find(byte_, span.begin);
    return next_ < span.end;
  }

 private:
  static constexpr std::size_t kUnknown = std::string_view::npos - 1;

  std::string_view text_;
  char byte_;
  std::size_t next_ = kUnknown;
};

// The least number of blank lines that is about as frequent as any: page ends may have more.
std::size_t usual_gap(const std::vector<Line>& lines) {
  std::map<std::size_t, std::size_t> counts;
  std::size_t most = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blanks > 0) most = std::max(most, ++counts[lines[i].blanks]);
  }
  for (const auto& [gap, count] : counts) {
    if (count * 3 >= most) return gap;
  }
  return 1;
}

void mark_pages(const std::vector<Page>& pages, std::vector<Line>& lines) {
  std::size_t next = 0;
  for (const Page& page : pages) {
    while (next < lines.size() && lines[next].span.begin < page.begin) ++next;
    if (next < lines.size()) lines[next].page_start = true;
  }
}

}  // namespace

Lines find_lines(const SourceText& source) {
  Lines found;
  const std::string_view text = source.text;
  found.lines.reserve(most_lines(text));
  LineReader reader(text);
  Occurrences tabs(text, '\t');
  Occurrences form_feeds(text, '\f');
  std::size_t blanks = 0;
  std::size_t number = 0;
  bool page_start = false;
  while (const auto raw = reader.next()) {
    ++number;
    Line line;
    line.raw = *raw;
    line.span = trimmed(text, line.raw);
    // A page end without a line of text of its own: the form feed stands on a blank line or before
    // the first word.
    page_start |=
        form_feeds.in({line.raw.begin, line.span.empty() ? line.raw.end : line.span.begin});
    if (line.span.empty()) {
      ++blanks;
      continue;
    }
    line.number = number;
    line.blanks = blanks;
    line.indent = indent_of(text, line);
    line.page_start = page_start;
    line.tab = tabs.in(line.raw);
    found.paged |= page_start;
    found.lines.push_back(line);
    blanks = 0;
    page_start = form_feeds.in({line.span.end, line.raw.end});
  }
  mark_pages(source.pages, found.lines);
  found.paged |= source.pages.size() > 1;
  found.usual_gap = usual_gap(found.lines);
  return found;
}

}  // namespace handvest::layout
