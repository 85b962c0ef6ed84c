#include "meaning/reading/passage.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace handvest::meaning {
namespace {

// Longer ones are cut at a blank, so that work within a sentence stays bounded.
constexpr std::size_t kLongestSentence = 2000;
constexpr std::size_t kLongestWord = 2000;

constexpr std::array<char, 3> kStops = {'.', '!', '?'};

bool is_stop(char c) { return std::find(kStops.begin(), kStops.end(), c) != kStops.end(); }

// Finds the stops of a text one after the other. Each kind is looked for on its own: that is quick,
// and most are rare.
class Stops {
 public:
  explicit Stops(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < kStops.size(); ++i) next_[i] = text.find(kStops[i]);
  }

  // The first at `from` or later, never before an earlier `from`; npos when there is none.
  std::size_t from(std::size_t from) {
    for (std::size_t i = 0; i < kStops.size(); ++i) {
      if (next_[i] < from) next_[i] = text_.find(kStops[i], from);
    }
    return std::min({next_[0], next_[1], next_[2]});
  }

 private:
  std::string_view text_;
  std::array<std::size_t, kStops.size()> next_{};
};

std::uint32_t letter_bit(char c) {
  return std::uint32_t{1} << (static_cast<unsigned char>(c) % 32);
}

// A stop ends a sentence when a blank and something other than a small letter follow.
bool ends_sentence(std::string_view text, std::size_t stop, const Abbreviations& abbreviations) {
  const char c = text[stop];
  if (!is_stop(c)) return false;
  if (stop + 1 == text.size()) return true;
  if (text[stop + 1] != ' ') return false;
  const std::size_t after = text.find_first_not_of(' ', stop + 1);
  if (after == std::string_view::npos) return true;
  if (std::islower(static_cast<unsigned char>(text[after])) != 0) return false;
  return c != '.' || !abbreviations.end_at(text, stop);
}

// Where the sentence that begins at `begin` ends.
std::size_t end_of_sentence(std::string_view text, std::size_t begin, Stops& stops,
                            const Abbreviations& abbreviations) {
  const std::size_t longest = std::min(text.size(), begin + kLongestSentence);
  for (std::size_t i = stops.from(begin); i < longest; i = stops.from(i + 1)) {
    if (ends_sentence(text, i, abbreviations)) return i + 1;
  }
  for (std::size_t i = longest; i < text.size(); ++i) {
    const bool endless = i >= longest + kLongestWord && (text[i] & 0x80) == 0;
    if (text[i] == ' ' || endless || ends_sentence(text, i, abbreviations)) return i + 1;
  }
  return text.size();
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::string>& forms)
    : forms_(forms.begin(), forms.end()) {
  for (const std::string& form : forms) {
    if (form.size() < 2) continue;
    letters_.resize(std::max(letters_.size(), form.size() + 1));
    letters_[form.size()] |= letter_bit(form[form.size() - 2]);
  }
}

// 't.o.v.' and '(incl.': from the last blank or bracket on.
bool Abbreviations::end_at(std::string_view text, std::size_t stop) const {
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') {
    --begin;
    if (stop + 1 - begin >= letters_.size()) return false;
  }
  const std::size_t size = stop + 1 - begin;
  if (size < 2 || size >= letters_.size()) return false;
  if ((letters_[size] & letter_bit(text[stop - 1])) == 0) return false;  // most end sentences
  return forms_.contains(text.substr(begin, size));
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

void read_sentences(std::string_view text, const Abbreviations& abbreviations,
                    std::vector<Span>& to) {
  to.clear();
  Stops stops(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_sentence(text, begin, stops, abbreviations);
    to.push_back({begin, end});
    begin = end;
  }
}

}  // namespace handvest::meaning
