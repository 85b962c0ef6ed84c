#include "mentions/enumeration.hpp"

#include <algorithm>
#include <string>

#include "mentions/table_units.hpp"

namespace handvest {
namespace {

constexpr std::size_t kLongestJoint = 12;

std::string_view trimmed_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r\n") - first + 1);
}

bool is_joint(std::string_view between, WordGroup group, const Lexicon& lexicon) {
  if (between.size() > kLongestJoint) return false;
  const auto& joints = lexicon.words(group);
  const std::string_view joint = trimmed_blanks(between);
  return std::any_of(joints.begin(), joints.end(),
                     [&](const auto& word) { return word.first == joint; });
}

bool opens(std::string_view before, WordGroup group, const Lexicon& lexicon) {
  const std::string_view text = trimmed_blanks(before);
  const auto& openers = lexicon.words(group);
  return std::any_of(openers.begin(), openers.end(), [&](const auto& word) {
    const std::string& form = word.first;
    return text.size() >= form.size() && text.substr(text.size() - form.size()) == form;
  });
}

bool has_unit(const Mention& mention) {
  return (mention.type == MentionType::percentage || mention.type == MentionType::money) &&
         mention.value.amount && !mention.value.upper;
}

std::string_view before(std::string_view text, const Mention& mention) {
  const std::size_t begin = mention.span.begin;
  const std::size_t from = begin < 30 ? 0 : begin - 30;
  return text.substr(from, begin - from);
}

// 'van 11 naar 7 procent'; sums would have to share their scale too.
bool steps_to(std::string_view text, const Mention& from, const Mention& to,
              const Lexicon& lexicon) {
  if (to.type != MentionType::percentage || from.type != MentionType::number) return false;
  if (from.value.upper || !from.value.unit.empty()) return false;
  return is_joint(slice(text, {from.span.end, to.span.begin}), WordGroup::step_joint, lexicon) &&
         opens(before(text, from), WordGroup::step_opener, lexicon);
}

}  // namespace

void share_units_in_rows(std::string_view text, const Lexicon& lexicon,
                         std::vector<Mention>& mentions) {
  for (std::size_t last = 1; last < mentions.size(); ++last) {
    if (!has_unit(mentions[last])) continue;
    std::size_t first = last;
    while (first > 0 && mentions[first - 1].type == MentionType::number &&
           !mentions[first - 1].value.upper && mentions[first - 1].value.unit.empty()) {
      const Span between{mentions[first - 1].span.end, mentions[first].span.begin};
      if (!is_joint(slice(text, between), WordGroup::row_joint, lexicon)) break;
      --first;
    }
    const bool row =
        last - first > 1 || opens(before(text, mentions[first]), WordGroup::row_opener, lexicon);
    if (!row) first = last;
    if (first == last && steps_to(text, mentions[last - 1], mentions[last], lexicon)) --first;
    for (std::size_t i = first; i < last; ++i) {
      mentions[i].type = mentions[last].type;
      mentions[i].value.unit = mentions[last].value.unit;
      normalize_amount(mentions[i]);
    }
  }
}

}  // namespace handvest
