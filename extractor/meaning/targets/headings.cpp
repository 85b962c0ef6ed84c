#include "meaning/targets/headings.hpp"

#include "meaning/targets/dates.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kTitle = 300;  // bytes that hold the title

std::string_view near_title(const Reading& reading) {
  return std::string_view(reading.source.text).substr(0, kTitle);
}

}  // namespace

Headings::Headings(const Reading& reading, const Rules& rules)
    : reading_(reading),
      rules_(rules),
      title_agrees_(rules.holds("title.agreement", near_title(reading))) {}

std::string Headings::date_of_title() const {
  const std::string_view text = near_title(reading_);
  const std::size_t line = text.find('\n', text.find_first_not_of(" \t\r\n"));
  for (const Mention* mention : mentions_in(reading_.mentions, {0, kTitle})) {
    const std::string& value = mention->normalized;
    const bool dated = mention->type == MentionType::date && year_of(value) != 0;
    if (dated && mention->span.begin < line) return value;
    if (mention->type == MentionType::period) return value.substr(0, value.find('/'));
  }
  return {};
}

const Term& Headings::term_of(const Passage& passage, int year) {
  if (passage.holder != holder_ || year != year_) {
    holder_ = passage.holder;
    year_ = year;
    term_ = read_term(*holder_, year);
  }
  return term_;
}

Term Headings::read_term(const Holder& holder, int year) const {
  Span heading;
  if (holder.section != nullptr) heading = holder.section->heading_span;
  if (holder.subheading != nullptr) heading = holder.subheading->spans.front();
  const std::string_view text = slice(reading_.source.text, heading);
  const bool considers = rules_.holds("heading.considers", text);
  if (holder.block != nullptr) return {date_in(holder.block->label_span, year), false, considers};
  if (!rules_.holds("heading.goals", text)) return {{}, false, considers};
  return {date_in(heading, year), true, considers};
}

// The last date of a heading from the year of the agreement on.
std::string Headings::date_in(Span heading, int year) const {
  std::string date;
  for (const Mention* mention : mentions_in(reading_.mentions, heading)) {
    const bool dates = mention->type == MentionType::date || mention->type == MentionType::period;
    if (dates && year_of(mention->normalized) >= year) date = goal_date(*mention, false);
  }
  return date;
}

}  // namespace handvest::meaning
