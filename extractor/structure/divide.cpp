#include "structure/divide.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace handvest::structure {
namespace {

// Nesting of lettered headings ends here, whatever the text does.
constexpr int kDeepest = 6;
// Farther on, a heading says nothing about the one at hand.
constexpr std::size_t kFarthestSibling = 60;

// Two headings that the markup gives tell that it gives them all; one may be the title.
constexpr int kMarkedHeadings = 2;

// Shorter words are articles and the like.
constexpr std::size_t kLongWord = 4;

using Pairs = std::set<std::pair<Role, PartySide>>;

/// A section that is open at the place where the walk is.
struct Open {
  const Candidate* heading = nullptr;
  int level = 1;
  std::string_view theme;
  bool has_blocks = false;
};

class Divider {
 public:
  Divider(const Context& context, const Survey& survey) : context_(context), survey_(survey) {
    theme_level_ = std::atoi(context.profile.attribute("theme-headings").c_str());
    for (const auto& found : survey.candidates) {
      headings_marked_ += marked(found);
      capital_sections_ += found.style == HeadingStyle::plain && found.capitals && found.labelled;
    }
  }

  std::vector<Head> divide() {
    auto label = survey_.labels.begin();
    auto signature = survey_.signatures.begin();
    auto subheading = survey_.subheadings.begin();
    std::size_t next = 0;
    const auto next_found = [&] {
      std::size_t i = survey_.end;
      if (label != survey_.labels.end()) i = std::min(i, label->first);
      if (signature != survey_.signatures.end()) i = std::min(i, *signature);
      if (subheading != survey_.subheadings.end()) i = std::min(i, *subheading);
      if (next < survey_.candidates.size()) i = std::min(i, survey_.candidates[next].index);
      return i;
    };
    for (std::size_t i = next_found(); i < survey_.end; i = next_found()) {
      const bool labels = label != survey_.labels.end() && label->first == i;
      const bool signs = signature != survey_.signatures.end() && *signature == i;
      const bool heads = subheading != survey_.subheadings.end() && *subheading == i;
      const bool may_open = next < survey_.candidates.size() && survey_.candidates[next].index == i;
      if (labels) {
        open_block(i, label->second);
      } else if (signs) {
        sign(i);
      } else if (heads) {
        add_subheading(i);
      } else if (may_open) {
        take(next);
      }
      if (labels) ++label;
      if (signs) ++signature;
      if (heads) ++subheading;
      if (may_open) ++next;
    }
    return std::move(heads_);
  }

 private:
  void open_block(std::size_t index, const Label& label) {
    Head head;
    head.index = index;
    head.kind = Head::Kind::block;
    head.label = &label;
    heads_.push_back(head);
    in_block_ = true;
    labels_seen_ = true;
    used_.insert({label.role, label.party});
    if (!open_.empty()) open_.back().has_blocks = true;
  }

  void sign(std::size_t index) {
    signed_ = true;
    const bool own_section = !open_.empty() && open_.back().theme == "ondertekening";
    if (own_section) return;
    Head head;
    head.index = index;
    head.kind = Head::Kind::signature;
    heads_.push_back(head);
  }

  void take(std::size_t number) {
    const Candidate& found = survey_.candidates[number];
    const std::string_view theme = found.usual.empty() ? found.title_theme : found.usual;
    const int level = level_of(number, found, theme);
    if (level > 0) {
      open_section(found, level, theme);
    } else if (found.apart && !marked_item(found)) {
      add_subheading(found.index);
    }
  }

  void add_subheading(std::size_t index) {
    Head head;
    head.index = index;
    head.kind = Head::Kind::subheading;
    heads_.push_back(head);
  }

  void open_section(const Candidate& found, int level, std::string_view theme) {
    if (const auto entry = survey_.toc.entry(found.folded, entries_used_)) {
      entries_used_.insert(*entry);
    }
    while (!open_.empty() && open_.back().level >= level) open_.pop_back();
    open_.push_back({&found, level, theme, false});
    Head head;
    head.index = found.index;
    head.level = level;
    head.theme = theme;
    head.heading = &found;
    heads_.push_back(head);
    in_block_ = false;
    signed_ = false;
    demoted_child_ = false;
    used_.clear();
  }

  /// 0 where the candidate heads no section.
  int level_of(std::size_t number, const Candidate& found, std::string_view theme) {
    if (found.index < survey_.head_end) return level_in_head(found);
    if (marked(found)) return found.level;
    if (marked_item(found)) return 0;
    switch (found.style) {
      case HeadingStyle::number:
        return survey_.in_run[number] ? main_level(theme) : 0;
      case HeadingStyle::decimal:
        return decimal_level(found);
      case HeadingStyle::letter:
        return letter_level(found);
      case HeadingStyle::keyword:
        return keyword_level(number, found, theme);
      case HeadingStyle::plain:
        return plain_level(number, found);
    }
    return 0;
  }

  // Whether the markup says that it is a heading.
  bool marked(const Candidate& found) const {
    return context_.pieces[found.index].element->level > 0 &&
           context_.pieces[found.index].kind() == ElementKind::heading;
  }

  // An item of a list, where the markup marks the headings: the second 'lid' of an article.
  bool marked_item(const Candidate& found) const {
    return headings_marked_ >= kMarkedHeadings &&
           context_.pieces[found.index].kind() == ElementKind::list_item;
  }

  int level_in_head(const Candidate& found) const {
    const bool named = survey_.toc_headings.contains(found.index);
    return named || survey_.titles.contains(found.index) ? 1 : 0;
  }

  int main_level(std::string_view theme) {
    numbers_seen_ = true;
    if (in_group_ && context_.themes.closes(theme)) in_group_ = false;
    return in_group_ ? 2 : 1;
  }

  int decimal_level(const Candidate& found) {
    if (!found.apart && !found.labelled) return 0;
    numbers_seen_ = true;
    return found.depth + (in_group_ ? 1 : 0);
  }

  // Lettered headings ('a.', 'A.', 'i.') run from the first letter on, in a section without blocks,
  // whose labels may be lettered. Behind the signature they are initials.
  int letter_level(const Candidate& found) const {
    const bool signing = !open_.empty() && open_.back().theme == "ondertekening";
    if (!found.apart || signed_ || signing) return 0;
    const auto before = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) {
      return open.heading->style == HeadingStyle::letter && follows(*open.heading, found);
    });
    if (before != open_.rend()) return before->level;
    const bool first = found.number == "a" || found.number == "A" || found.number == "i";
    if (!first || open_.empty() || open_.back().has_blocks) return 0;
    return std::min(open_.back().level + 1, kDeepest);
  }

  static bool follows(const Candidate& before, const Candidate& found) {
    const bool roman = before.number.size() > 1 || found.number.size() > 1;
    if (roman) return found.number.size() == before.number.size() + 1 || found.number == "iv";
    return found.number.front() == before.number.front() + 1;
  }

  int keyword_level(std::size_t number, const Candidate& found, std::string_view theme) {
    if (!found.apart && !found.labelled) return 0;
    if (found.main > 0 && found.level == 0) return survey_.in_run[number] ? main_level(theme) : 0;
    return found.level > 0 ? found.level : numbered_level() + 1;
  }

  /// Level of the innermost open section that carries a number or keyword; 0 when there is none.
  int numbered_level() const {
    const auto numbered = std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) {
      const auto style = open.heading->style;
      return style != HeadingStyle::plain &&
             (style != HeadingStyle::keyword || open.heading->main != 0);
    });
    return numbered == open_.rend() ? 0 : numbered->level;
  }

  int plain_level(std::size_t number, const Candidate& found) {
    if (!found.apart && !found.labelled) return 0;
    const std::string_view usual = found.usual;
    const auto entry = survey_.toc.entry(found.folded, entries_used_);
    if (survey_.toc_headings.contains(found.index)) return 1;
    if (signed_ && usual.empty() && !entry) return 0;
    if (heads_a_group(number)) {
      in_group_ = true;
      return 1;
    }
    if (usual == "preambule" || usual == "ondertekening") return leave_group(1);
    if (entry) return leave_group(1);
    if (theme_level_ > 0) return context_.themes.is_name(found.folded) ? theme_level_ : 0;
    if (found.capitals && capital_sections_ >= 2) return leave_group(1);
    if (continues_labels(found)) return 0;
    if (found.labelled || restarts_labels(number)) return inner_level(found);
    if (directly_below(found) && context_.themes.introduces(found.folded)) return 0;
    if (!usual.empty() && (!in_block_ || context_.themes.closes(usual))) {
      return inner_level(found);
    }
    return free_level(number, found);
  }

  int leave_group(int level) {
    in_group_ = false;
    return level;
  }

  bool directly_below(const Candidate& found) const {
    return !open_.empty() &&
           next_content(context_.pieces, open_.back().heading->index) == found.index;
  }

  // Nothing but the first of its numbered sections, which holds subject matter, stands below the
  // heading of a group.
  bool heads_a_group(std::size_t number) const {
    const std::size_t below = next_content(context_.pieces, survey_.candidates[number].index);
    return number + 1 < survey_.candidates.size() && survey_.in_run[number + 1] &&
           survey_.candidates[number + 1].index == below &&
           !directly_below(survey_.candidates[number]) &&
           !context_.themes.closes(survey_.candidates[number + 1].title_theme);
  }

  // The row of labels goes on below with one that the section still lacks: what stands between them
  // came in with a page, such as a running head.
  bool continues_labels(const Candidate& found) const {
    if (!in_block_ || !found.labelled || !found.usual.empty()) return false;
    const Label& label = survey_.labels.upper_bound(found.index)->second;
    return label.role == Role::inzet && label.letter != "a" &&
           !used_.contains({label.role, label.party});
  }

  // A second 'Gezamenlijke ambitie' in one section: the last heading before it divides them.
  bool restarts_labels(std::size_t number) const {
    const auto label = survey_.labels.upper_bound(survey_.candidates[number].index);
    if (!in_block_ || label == survey_.labels.end() || label->second.role == Role::inzet) {
      return false;
    }
    if (!used_.contains({label->second.role, label->second.party})) return false;
    return number + 1 == survey_.candidates.size() ||
           survey_.candidates[number + 1].index > label->first;
  }

  // Whether a word of the inner title stands in the outer one, the words left out with which both
  // begin ('Op het gebied van …').
  static bool takes_up(const Candidate& outer, const Candidate& inner) {
    const std::string& before = outer.folded;
    const std::string& title = inner.folded;
    const auto fork = std::mismatch(title.begin(), title.end(), before.begin(), before.end());
    const std::string padded = " " + std::string(fork.second, before.end()) + " ";
    std::istringstream words(std::string(fork.first, title.end()));
    for (std::string word; words >> word;) {
      if (word.size() >= kLongWord && padded.find(" " + word + " ") != std::string::npos) {
        return true;
      }
    }
    return false;
  }

  int inner_level(const Candidate& found) const {
    if (open_.empty()) return 1;
    const Open& top = open_.back();
    if (directly_below(found)) return top.level + 1;
    if (top.heading->style == HeadingStyle::plain) {
      const bool smaller = top.heading->capitals && !found.capitals && capital_sections_ >= 2;
      const bool unnamed = !survey_.toc.empty() && top.level == 1 && !found.labelled;
      return smaller || unnamed ? top.level + 1 : top.level;
    }
    // A section that has its blocks is complete: what has blocks of its own stands beside it,
    // unless its title takes up a part of the section's.
    const bool beside = found.labelled && top.has_blocks && !takes_up(*top.heading, found);
    return beside ? top.level : top.level + 1;
  }

  // Outside blocks and numbers every heading divides, but for those right below another one.
  int free_level(std::size_t number, const Candidate& found) {
    const bool child = directly_below(found);
    if (child && context_.themes.introduces(found.folded)) return 0;
    if (child && sibling_labelled(number)) return open_.back().level + 1;
    if (numbers_seen_ || labels_seen_ || !survey_.toc.empty()) return 0;
    if (headings_marked_ >= kMarkedHeadings) return 0;
    if (child || stands_closer(found)) demoted_child_ = true;
    return demoted_child_ ? 0 : 1;
  }

  // Half the space above it that the section before has, or less: a lower heading in print.
  bool stands_closer(const Candidate& found) const {
    if (open_.empty() || open_.back().heading->style != HeadingStyle::plain) return false;
    return 2 * lines_above(found.index) <= lines_above(open_.back().heading->index);
  }

  /// Line ends between a piece and the one before it.
  std::ptrdiff_t lines_above(std::size_t index) const {
    if (index == 0) return 0;
    const Span gap{context_.pieces[index - 1].span.end, context_.pieces[index].span.begin};
    if (gap.end <= gap.begin) return 0;
    const auto blank = slice(context_.text, gap);
    return std::count(blank.begin(), blank.end(), '\n');
  }

  // Whether a heading of this kind below the same numbered section has a label under it; right
  // below a plain heading, whether a label comes before the next heading.
  bool sibling_labelled(std::size_t number) const {
    const bool below_plain = open_.back().heading->style == HeadingStyle::plain;
    const std::size_t last = std::min(survey_.candidates.size(), number + kFarthestSibling);
    for (std::size_t i = number + 1; i < last; ++i) {
      const Candidate& other = survey_.candidates[i];
      if (below_plain) {
        const auto label = survey_.labels.upper_bound(survey_.candidates[number].index);
        return label != survey_.labels.end() && label->first < other.index;
      }
      if (survey_.in_run[i] || other.style == HeadingStyle::decimal) return false;
      if (other.style == HeadingStyle::plain && other.labelled) return true;
    }
    return false;
  }

  const Context& context_;
  const Survey& survey_;
  std::vector<Head> heads_;
  std::vector<Open> open_;
  Pairs used_;
  std::set<std::size_t> entries_used_;
  int headings_marked_ = 0;
  int capital_sections_ = 0;
  int theme_level_ = 0;
  bool in_block_ = false;
  bool in_group_ = false;
  bool signed_ = false;
  bool numbers_seen_ = false;
  bool labels_seen_ = false;
  bool demoted_child_ = false;
};

}  // namespace

std::vector<Head> divide(const Context& context, const Survey& survey) {
  return Divider(context, survey).divide();
}

}  // namespace handvest::structure
