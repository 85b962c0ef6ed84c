#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/plain.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongestClause = 300;

// One period, or the first two dates.
std::string interval(const std::vector<const Mention*>& mentions) {
  std::vector<std::string> dates;
  for (const Mention* mention : mentions) {
    if (mention->type == MentionType::period) return mention->normalized;
    if (mention->type == MentionType::date) dates.push_back(mention->normalized);
  }
  return dates.size() >= 2 ? dates[0] + "/" + dates[1] : std::string();
}

}  // namespace

std::optional<Validity> read_validity(const AgreementText& text, const Mentions& mentions,
                                      const Grammar& grammar) {
  const Rules rules(grammar, "agreement");
  for (std::size_t from = text.span.begin; from < text.span.end;) {
    const auto clause = rules.find_in("validity.clause", text.plain, {from, text.span.end});
    if (!clause) break;
    from = clause->end;
    const auto rest =
        paragraphs(text.plain, {clause->begin, std::min(text.span.end, from + kLongestClause)});
    if (rest.empty()) continue;
    std::string period = interval(mentions_in(mentions.mentions, rest.front()));
    if (!period.empty()) return Validity{std::move(period), rest.front()};
  }
  return std::nullopt;
}

}  // namespace handvest::meaning
