#include "structure/survey.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace handvest::structure {
namespace {

// Signatories and their offices fill the head of a charter.
constexpr std::size_t kLongestHead = 120;
// The clause that ends a head stands within so many bytes of its element.
constexpr std::size_t kHeadText = 500;
// More entries than any table has: the comparison with headings takes their product.
constexpr std::size_t kMostNames = 600;
// Fewer entries are no division to rely on.
constexpr std::size_t kLeastToc = 3;

bool begins_with_words(std::string_view longer, std::string_view shorter) {
  return longer.substr(0, shorter.size()) == shorter &&
         (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

bool holds_word(std::string_view folded, std::string_view word) {
  for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) {
      return true;
    }
  }
  return false;
}

// Both are folded: their words are parted by one blank.
bool holds_all_words(std::string_view entry, std::string_view title) {
  int words = 0;
  for (std::size_t begin = 0; begin < title.size(); ++words) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    if (!holds_word(entry, title.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return words >= 3;
}

}  // namespace

void TocNames::add(const std::string& title) {
  if (full()) return;
  if (auto name = fold(title); !name.empty()) names_.push_back(std::move(name));
}

bool TocNames::full() const { return names_.size() >= kMostNames; }

std::optional<std::size_t> TocNames::entry(const std::string& name,
                                           const std::set<std::size_t>& used) const {
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string& entry = names_[i];
    const bool fits = begins_with_words(entry, name) || begins_with_words(name, entry) ||
                      holds_all_words(entry, name) || holds_all_words(name, entry);
    if (fits && !used.contains(i)) return i;
  }
  return std::nullopt;
}

namespace {

bool labelled(const Context& context, const Survey& survey, std::size_t index) {
  return survey.labels.contains(next_content(context.pieces, index));
}

std::string_view text_of(const Piece& piece) {
  return piece.is_short() ? piece.plain() : piece.text;
}

void find_labels_and_signatures(const Context& context, const City& city, Survey& survey) {
  for (std::size_t i = survey.begin; i < survey.end; ++i) {
    const Piece& piece = context.pieces[i];
    if (!piece.content) continue;
    if (context.rules.signatures.begins(text_of(piece))) survey.signatures.insert(i);
    if (context.in_toc[i]) continue;
    auto label = context.labels.label(piece, city);
    if (label) survey.labels.emplace_hint(survey.labels.end(), i, std::move(*label));
  }
}

void find_toc(const Context& context, Survey& survey) {
  for (const auto& toc : context.tocs) {
    if (toc.heading < survey.begin || toc.heading >= survey.end) continue;
    survey.toc_headings.insert(toc.heading);
    if (toc.entries.size() < kLeastToc) continue;
    for (const auto& entry : toc.entries) survey.toc.add(entry.title);
  }
}

// A line that is neither parted from the text before it nor above a label heads nothing.
void find_candidates(const Context& context, std::size_t title_end, Survey& survey) {
  for (std::size_t i = title_end; i < survey.end; ++i) {
    const Piece& piece = context.pieces[i];
    if (!piece.content || !piece.is_short() || piece.bulleted) continue;
    if (context.in_toc[i] || context.described[i] || survey.labels.contains(i)) continue;
    const bool stands_out = piece.gap_before || piece.kind() == ElementKind::heading;
    if (!stands_out && !labelled(context, survey, i)) continue;
    if (context.rules.subheadings.fits(piece.plain())) {
      survey.subheadings.insert(i);
      continue;
    }
    auto found = context.rules.headings.candidate(piece, i);
    if (!found) continue;
    found->labelled = labelled(context, survey, i);
    found->folded = fold(found->title);
    found->usual = context.themes.usual_heading(found->folded);
    found->title_theme = context.themes.of_title(found->folded);
    survey.candidates.push_back(std::move(*found));
  }
}

// 'V. Jansen' and 'I. de Boer' are people: roman numbers count where the first two are there.
void drop_initials(Survey& survey) {
  const auto stands = [&](int number) {
    return std::any_of(survey.candidates.begin(), survey.candidates.end(), [&](const auto& found) {
      return is_roman(found) && found.main == number && found.apart;
    });
  };
  if (stands(1) && stands(2)) return;
  std::erase_if(survey.candidates, [](const Candidate& found) { return is_roman(found); });
}

// A heading stands apart, has a label below it, or is a well-known one after a gap. The last item
// of a list may have a label below it, too.
bool stands_as_heading(const Context& context, const Candidate& candidate) {
  if (candidate.apart) return true;
  const Piece& piece = context.pieces[candidate.index];
  if (candidate.labelled && piece.kind() != ElementKind::list_item) return true;
  return piece.gap_before && (candidate.labelled || candidate.capitals || !candidate.usual.empty());
}

// How much speaks for a numbered line being a section of its own.
int weight_of(const Survey& survey, std::size_t number) {
  const Candidate& found = survey.candidates[number];
  const auto next =
      number + 1 < survey.candidates.size() ? &survey.candidates[number + 1] : nullptr;
  int weight = 1;
  if (found.labelled) weight += 5;
  if (next != nullptr && next->style == HeadingStyle::decimal && next->main == found.main) {
    weight += 5;
  }
  if (!found.title_theme.empty()) weight += 1;
  if (!found.usual.empty()) weight += 4;
  if (!survey.toc.empty()) weight += survey.toc.entry(found.folded) ? 4 : -3;
  return weight;
}

// A list '1. … 2. … 3. …' inside a section: a weak 1 after other numbers, and the weak numbers that
// go on from it.
class NestedList {
 public:
  bool takes(int number, int weight) {
    const bool weak = weight < kStrong;
    const bool starts = weak && number == 1 && numbers_before_;
    const bool goes_on = weak && next_ > 0 && number == next_;
    next_ = starts || goes_on ? number + 1 : 0;
    numbers_before_ = true;
    return starts || goes_on;
  }

 private:
  static constexpr int kStrong = 5;
  bool numbers_before_ = false;
  int next_ = 0;
};

void find_run(const Context& context, Survey& survey) {
  std::vector<Candidate> numbered;
  std::vector<std::size_t> places;
  std::vector<int> weights;
  NestedList nested;
  const bool keywords_only = context.profile.attribute("run") == "keyword";
  for (std::size_t i = 0; i < survey.candidates.size(); ++i) {
    const Candidate& found = survey.candidates[i];
    const bool counts = (found.style == HeadingStyle::number && !keywords_only) ||
                        (found.style == HeadingStyle::keyword && found.main > 0);
    if (!counts || !stands_as_heading(context, found)) continue;
    const int weight = weight_of(survey, i);
    if (nested.takes(found.main, weight)) continue;
    numbered.push_back(found);
    places.push_back(i);
    weights.push_back(weight);
  }
  survey.in_run.assign(survey.candidates.size(), false);
  const auto run = main_run(numbered, weights);
  for (std::size_t i = 0; i < run.size(); ++i) survey.in_run[places[i]] = run[i];
}

// The clause that ends a head may stand behind the last name.
bool ends_head(const std::vector<const Rule*>& rules, std::string_view text) {
  return std::any_of(rules.begin(), rules.end(),
                     [&](const Rule* rule) { return rule->find(text).has_value(); });
}

void find_head(const Context& context, Survey& survey) {
  survey.head_end = survey.begin;
  for (std::size_t i = std::min(survey.end, survey.begin + kLongestHead); i > survey.begin; --i) {
    const Piece& piece = context.pieces[i - 1];
    if (!piece.content) continue;
    if (!ends_head(context.rules.head_ends, text_of(piece).substr(0, kHeadText))) continue;
    survey.head_end = i;
    break;
  }
}

void find_second_titles(const Context& context, std::size_t title_end, Survey& survey) {
  for (std::size_t i = title_end; i < survey.head_end; ++i) {
    const Piece& piece = context.pieces[i];
    if (piece.apart && context.rules.second_titles.fits(piece.plain())) {
      survey.titles.insert(i);
    }
  }
}

}  // namespace

RangeRules::RangeRules(const Profile& profile)
    : headings(profile),
      subheadings(profile.rules("subheading")),
      signatures(profile.rules("signature")),
      second_titles(profile.rules("title-again")),
      theme_lines(profile.rules("theme-line")),
      head_ends(profile.rules("head-end")) {}

Survey survey(const Context& context, std::size_t begin, std::size_t end, const City& city,
              std::size_t title_end) {
  Survey result;
  result.begin = begin;
  result.end = end;
  find_labels_and_signatures(context, city, result);
  find_toc(context, result);
  find_candidates(context, title_end, result);
  drop_initials(result);
  find_run(context, result);
  find_head(context, result);
  find_second_titles(context, title_end, result);
  return result;
}

}  // namespace handvest::structure
