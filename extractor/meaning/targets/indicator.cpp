#include "meaning/targets/indicator.hpp"

#include <algorithm>

#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongWord = 4;  // letters; shorter words name nothing
constexpr std::size_t kLongestIndicator = 160;
constexpr std::size_t kBlank = 2;        // bytes
constexpr std::size_t kSmallWords = 10;  // bytes of ' van alle ' between a share and its noun
constexpr std::size_t kTail = 40;        // bytes that hold the small words at the end

bool is_letter(char c) {
  const auto low = static_cast<unsigned char>(c | 0x20);
  return (low >= 'a' && low <= 'z') || low >= 0x80;
}

// Counted up to `most`: whether there are some tells enough.
std::size_t long_words(std::string_view text, std::size_t most) {
  std::size_t words = 0;
  std::size_t length = 0;
  for (const char c : text) {
    length = is_letter(c) ? length + 1 : 0;
    if (length == kLongWord && ++words == most) break;
  }
  return words;
}

// Figures, dates and the marks that part clauses, in the order of the text.
std::vector<Span> cuts(const Sentence& sentence) {
  constexpr std::size_t kMarks = 8;  // that a sentence has, about
  std::vector<Span> result;
  result.reserve(sentence.figures.size() + sentence.dates.size() + kMarks);
  for (const Figure& figure : sentence.figures) result.push_back(figure.placed.at);
  for (const When& when : sentence.dates) result.push_back(when.placed.at);
  const std::size_t end = sentence.begin + sentence.text.size();
  for (const char mark : {'(', ')', ';', ':'}) {
    for (std::size_t i = sentence.text.find(mark); i != std::string_view::npos;
         i = sentence.text.find(mark, i + 1)) {
      result.push_back({sentence.begin + i, sentence.begin + i + 1});
    }
  }
  if (sentence.text.ends_with('.')) result.push_back({end - 1, end});
  std::sort(result.begin(), result.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return result;
}

// The words right behind the figure; of 'van de' between them no clause may end.
bool stands_behind(std::string_view text, const Span& stretch, const Span& figure) {
  if (stretch.begin < figure.end || stretch.begin > figure.end + kSmallWords) return false;
  if (stretch.begin <= figure.end + kBlank) return true;
  return slice(text, {figure.end, stretch.begin}).find_first_of("();:,.") == std::string_view::npos;
}

}  // namespace

Stretches::Stretches(const Passage& passage, const Sentence& sentence, const Rules& rules)
    : text_(passage.text), rules_(rules) {
  Span rest{sentence.begin, sentence.begin + sentence.text.size()};
  const std::vector<Span> parting = cuts(sentence);
  stretches_.reserve(parting.size() + 1);
  for (const Span& cut : parting) {
    if (cut.begin > rest.begin) add({rest.begin, cut.begin});
    rest.begin = std::max(rest.begin, cut.end);
  }
  if (rest.begin < rest.end) add(rest);
}

void Stretches::add(Span whole) {
  if (names_something(whole)) stretches_.push_back({whole, {}});  // not ' en ', ' of '
}

Span Stretches::indicator_of(const Figure& figure) {
  const Span at = figure.placed.at;
  if (figure.part == Part::level) {
    for (Stretch& stretch : stretches_) {
      if (stretch.whole.end <= at.end) continue;
      if (stretch.whole.begin > at.end + kSmallWords) break;
      const Span words = words_of(stretch);
      if (stands_behind(text_, words, at) && names_something(words)) return words;
    }
  }
  for (Stretch& stretch : stretches_) {
    if (stretch.whole.begin >= at.begin) break;
    if (long_words(slice(text_, stretch.whole), 2) < 2) continue;
    const Span words = words_of(stretch);
    if (words.begin < at.begin && long_words(slice(text_, words), 2) == 2) return words;
  }
  for (Stretch& stretch : stretches_) {
    const Span words = words_of(stretch);
    if (names_something(words)) return words;
  }
  return {};
}

Span Stretches::words_of(Stretch& stretch) {
  if (!stretch.words) stretch.words = trimmed_words(stretch.whole);
  return *stretch.words;
}

Span Stretches::trimmed_words(Span stretch) const {
  for (bool again = true; again && !stretch.empty();) {
    stretch = trimmed(text_, stretch);
    const auto front = rules_.find_in("indicator.front", text_, stretch);
    if (front) stretch.begin = front->end;
    const Span tail{stretch.size() > kTail ? stretch.end - kTail : stretch.begin, stretch.end};
    const auto back = rules_.find_in("indicator.back", text_, tail);
    if (back) stretch.end = std::max(stretch.begin, back->begin);
    again = (front && !front->empty()) || (back && !back->empty());
  }
  if (stretch.size() <= kLongestIndicator) return stretch;
  const std::size_t blank = text_.rfind(' ', stretch.begin + kLongestIndicator);
  return {stretch.begin, std::max(stretch.begin, blank)};
}

bool Stretches::names_something(Span span) const { return long_words(slice(text_, span), 1) == 1; }

}  // namespace handvest::meaning
