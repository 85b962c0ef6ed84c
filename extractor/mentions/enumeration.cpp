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

bool is_joint(std::string_view between, const Lexicon& lexicon) {
  if (between.size() > kLongestJoint) return false;
  const auto& joints = lexicon.words("row-joint");
  const std::string_view joint = trimmed_blanks(between);
  return std::any_of(joints.begin(), joints.end(),
                     [&](const auto& word) { return word.first == joint; });
}

bool opens_row(std::string_view before, const Lexicon& lexicon) {
  const std::string_view text = trimmed_blanks(before);
  const auto& openers = lexicon.words("row-opener");
  return std::any_of(openers.begin(), openers.end(), [&](const auto& word) {
    const std::string& form = word.first;
    return text.size() >= form.size() && text.substr(text.size() - form.size()) == form;
  });
}

bool has_unit(const Mention& mention) {
  return (mention.type == MentionType::percentage || mention.type == MentionType::money) &&
         mention.value.amount && !mention.value.upper;
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
      if (!is_joint(slice(text, between), lexicon)) break;
      --first;
    }
    const std::size_t begin = mentions[first].span.begin;
    const std::size_t from = begin < 30 ? 0 : begin - 30;
    if (last - first < 2 && !opens_row(text.substr(from, begin - from), lexicon)) continue;
    for (std::size_t i = first; i < last; ++i) {
      mentions[i].type = mentions[last].type;
      mentions[i].value.unit = mentions[last].value.unit;
      normalize_amount(mentions[i]);
    }
  }
}

}  // namespace handvest
