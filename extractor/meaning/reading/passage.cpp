#include "meaning/reading/passage.hpp"

#include <algorithm>
#include <cctype>

namespace handvest::meaning {
namespace {

// Longer ones are cut at a blank, so that work within a sentence stays bounded.
constexpr std::size_t kLongestSentence = 2000;
constexpr std::size_t kLongestWord = 2000;

// A stop ends a sentence when a blank and something other than a small letter follow.
bool ends_sentence(std::string_view text, std::size_t stop, const Abbreviations& abbreviations) {
  const char c = text[stop];
  if (c != '.' && c != '!' && c != '?') return false;
  if (stop + 1 == text.size()) return true;
  if (text[stop + 1] != ' ') return false;
  const std::size_t after = text.find_first_not_of(' ', stop + 1);
  if (after == std::string_view::npos) return true;
  if (std::islower(static_cast<unsigned char>(text[after])) != 0) return false;
  return c != '.' || !abbreviations.end_at(text, stop);
}

}  // namespace

// 't.o.v.' and '(incl.': from the last blank or bracket on.
bool Abbreviations::end_at(std::string_view text, std::size_t stop) const {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') --begin;
  return forms_.contains(text.substr(begin, stop + 1 - begin));
}

Span Passage::source_of(Span at) const {
  const auto source = [&](std::size_t offset) {
    std::size_t piece = 0;
    while (piece + 1 < begins.size() && begins[piece + 1] <= offset) ++piece;
    const Span& span = item->spans[piece];
    return std::min(span.begin + (offset - (begins.empty() ? 0 : begins[piece])), span.end);
  };
  if (item == nullptr) return {};
  const std::size_t begin = source(at.begin);
  return {begin, at.empty() ? begin : source(at.end - 1) + 1};
}

std::vector<Mention>::const_iterator first_in(const std::vector<Mention>& mentions, Span span) {
  return std::lower_bound(
      mentions.begin(), mentions.end(), span.begin,
      [](const Mention& mention, std::size_t offset) { return mention.span.begin < offset; });
}

std::vector<Placed>::const_iterator first_in(const std::vector<Placed>& placed, Span span) {
  return std::lower_bound(
      placed.begin(), placed.end(), span.begin,
      [](const Placed& mention, std::size_t offset) { return mention.at.begin < offset; });
}

std::vector<const Mention*> mentions_in(const std::vector<Mention>& mentions, Span span) {
  std::vector<const Mention*> result;
  auto mention = first_in(mentions, span);
  for (; mention != mentions.end() && mention->span.begin < span.end; ++mention) {
    result.push_back(&*mention);
  }
  return result;
}

std::vector<Span> sentences(std::string_view text, const Abbreviations& abbreviations) {
  std::vector<Span> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::size_t size = i - begin;
    if (size < kLongestSentence && c != '.' && c != '!' && c != '?') continue;
    const bool too_long = (size >= kLongestSentence && text[i] == ' ') ||
                          (size >= kLongestSentence + kLongestWord && (text[i] & 0x80) == 0);
    if (!too_long && !ends_sentence(text, i, abbreviations)) continue;
    result.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < text.size()) result.push_back({begin, text.size()});
  return result;
}

}  // namespace handvest::meaning
