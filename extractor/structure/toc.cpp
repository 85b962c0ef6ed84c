#include "structure/toc.hpp"

#include "text/lines.hpp"

namespace handvest::structure {
namespace {

constexpr std::size_t kLongestEntry = 240;

std::vector<Span> lines_of(std::string_view text, const Span& span) {
  std::vector<Span> lines;
  for (std::size_t begin = span.begin; begin < span.end;) {
    std::size_t end = text.substr(0, span.end).find('\n', begin);
    if (end == std::string_view::npos) end = span.end;
    const Span line = trimmed(text, {begin, end});
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

Span placed(const Span& line, const std::optional<Span>& part) {
  if (!part) return {line.end, line.end};
  return {line.begin + part->begin, line.begin + part->end};
}

std::optional<TocEntry> entry_of(std::string_view text, const Span& line, const RuleGroup& rules) {
  if (line.size() > kLongestEntry) return std::nullopt;
  const std::string_view printed = slice(text, line);
  const auto found = rules.match_whole(printed);
  if (!found) return std::nullopt;
  TocEntry entry;
  entry.number = part(found->match, printed, "number");
  entry.title = plain_form(part(found->match, printed, "title"));
  entry.page = part(found->match, printed, "page");
  entry.span = line;
  entry.number_span = placed(line, found->match.group("number"));
  entry.page_span = placed(line, found->match.group("page"));
  return entry;
}

// Adds the piece's lines to the table; false when one of them is no entry.
bool add_entries(std::string_view text, const Piece& piece, const RuleGroup& rules, Toc& toc) {
  std::vector<TocEntry> entries;
  for (const auto& line : lines_of(text, piece.span)) {
    auto entry = entry_of(text, line, rules);
    if (!entry) return false;
    entries.push_back(std::move(*entry));
  }
  toc.entries.insert(toc.entries.end(), entries.begin(), entries.end());
  return true;
}

}  // namespace

// A list without page numbers ends with its first gap; entries with page numbers may have gaps.
std::vector<Toc> find_tocs(std::string_view text, const std::vector<Piece>& pieces,
                           const Profile& profile) {
  const RuleGroup headings(profile.rules("toc-heading"));
  const RuleGroup lines(profile.rules("toc-entry"));
  std::vector<Toc> tocs;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_short() || !headings.fits(pieces[i].plain())) continue;
    Toc toc{i, i + 1, {}};
    for (std::size_t j = next_content(pieces, i); j < pieces.size(); j = next_content(pieces, j)) {
      const bool gap = pieces[j].gap_before && !toc.entries.empty();
      const std::size_t before = toc.entries.size();
      if (!add_entries(text, pieces[j], lines, toc)) break;
      if (gap && toc.entries[before].page.empty()) {
        toc.entries.resize(before);
        break;
      }
      toc.end = j + 1;
    }
    if (toc.entries.empty()) continue;
    i = toc.end - 1;
    tocs.push_back(std::move(toc));
  }
  return tocs;
}

std::vector<bool> toc_mask(const std::vector<Toc>& tocs, std::size_t count) {
  std::vector<bool> mask(count, false);
  for (const auto& toc : tocs) {
    for (std::size_t i = toc.heading + 1; i < toc.end; ++i) mask[i] = true;
  }
  return mask;
}

}  // namespace handvest::structure
