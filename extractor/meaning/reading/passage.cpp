#include "meaning/reading/passage.hpp"

#include <algorithm>
#include <array>

namespace handvest::meaning {
namespace {

// Longer ones are cut at a blank, so that work within a sentence stays bounded.
constexpr std::size_t kLongestSentence = 2000;
constexpr std::size_t kLongestWord = 2000;

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

// Finds the stops of a text one after the other. Each kind is looked for on its own: that is quick,
// and most are rare.
class StopFinder {
 public:
  StopFinder(std::string_view text, Stops stops) : text_(text), full_(text.find('.')) {
    if (stops == Stops::full) return;
    for (std::size_t i = 0; i < kOthers.size(); ++i) others_[i] = text.find(kOthers[i]);
  }

  // The first at `from` or later, never before an earlier `from`; npos when there is none.
  std::size_t from(std::size_t from) {
    if (full_ < from) full_ = text_.find('.', from);
    std::size_t first = full_;
    for (std::size_t i = 0; i < kOthers.size(); ++i) {
      if (others_[i] < from) others_[i] = text_.find(kOthers[i], from);
      first = std::min(first, others_[i]);
    }
    return first;
  }

 private:
  static constexpr std::array<char, 2> kOthers = {'!', '?'};

  std::string_view text_;
  std::size_t full_;
  std::array<std::size_t, kOthers.size()> others_ = {std::string_view::npos,
                                                     std::string_view::npos};
};

std::size_t letter_of(char c) { return static_cast<unsigned char>(c) % 32; }

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A stop ends a sentence when a blank and something other than a small letter follow.
bool ends_sentence(std::string_view text, std::size_t stop, const Abbreviations& abbreviations) {
  if (stop + 1 == text.size()) return true;
  if (text[stop + 1] != ' ') return false;
  const std::size_t after = text.find_first_not_of(' ', stop + 1);
  if (after == std::string_view::npos) return true;
  if (is_small(text[after])) return false;
  return text[stop] != '.' || !abbreviations.end_at(text, stop);
}

// Where the sentence that begins at `begin` ends.
std::size_t end_of_sentence(std::string_view text, std::size_t begin, StopFinder& stops,
                            const Abbreviations& abbreviations) {
  const std::size_t longest = std::min(text.size(), begin + kLongestSentence);
  for (std::size_t i = stops.from(begin); i < longest; i = stops.from(i + 1)) {
    if (ends_sentence(text, i, abbreviations)) return i + 1;
  }
  for (std::size_t i = longest; i < text.size(); ++i) {
    const bool endless = i >= longest + kLongestWord && (text[i] & 0x80) == 0;
    const bool ends = is_stop(text[i]) && ends_sentence(text, i, abbreviations);
    if (text[i] == ' ' || endless || ends) return i + 1;
  }
  return text.size();
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    if (form.size() < 2) continue;
    forms_.insert(form);
    longest_ = std::max(longest_, form.size());
    std::uint32_t& before = endings_[letter_of(form[form.size() - 2])];
    before |= form.size() == 2 ? ~0U : 1U << letter_of(form[form.size() - 3]);
  }
}

// 't.o.v.' and '(incl.': from the last blank or bracket on.
bool Abbreviations::end_at(std::string_view text, std::size_t stop) const {
  if (stop == 0) return false;
  const char before = stop > 1 ? text[stop - 2] : ' ';
  // Of most words the last two letters tell that they are none.
  if ((endings_[letter_of(text[stop - 1])] >> letter_of(before) & 1U) == 0) return false;
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') {
    --begin;
    if (stop + 1 - begin > longest_) return false;
  }
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

std::span<const Placed> placed_in(std::span<const Placed> all, Span span) {
  const auto before = [](const Placed& placed, std::size_t offset) {
    return placed.at.begin < offset;
  };
  const auto first = std::lower_bound(all.begin(), all.end(), span.begin, before);
  return {first, std::lower_bound(first, all.end(), span.end, before)};
}

std::vector<const Mention*> mentions_in(const std::vector<Mention>& mentions, Span span) {
  std::vector<const Mention*> result;
  auto mention = first_in(mentions, span);
  for (; mention != mentions.end() && mention->span.begin < span.end; ++mention) {
    result.push_back(&*mention);
  }
  return result;
}

std::span<const Span> read_sentences(std::string_view text, Stops stops,
                                     const Abbreviations& abbreviations, Pool<Span>& pool) {
  StopFinder finder(text, stops);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_sentence(text, begin, finder, abbreviations);
    pool.add({begin, end});
    begin = end;
  }
  return pool.take();
}

}  // namespace handvest::meaning
