#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/plain.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongestClause = 300;  // bytes from its first words to a date
constexpr std::size_t kFirstWords = 100;

// One period, or the first two dates.
std::string interval(const std::vector<const Mention*>& mentions) {
  std::vector<std::string> dates;
  for (const Mention* mention : mentions) {
    if (mention->type == MentionType::period) return mention->normalized;
    if (mention->type == MentionType::date) dates.push_back(mention->normalized);
  }
  return dates.size() >= 2 ? dates[0] + "/" + dates[1] : std::string();
}

class Reader {
 public:
  Reader(const AgreementText& text, const Mentions& mentions, const Rules& rules)
      : text_(text), mentions_(mentions.mentions), rules_(rules) {}

  // The clause stands before its dates, and is looked for nowhere else.
  std::optional<Validity> read() const {
    std::vector<const Mention*> dates = mentions_in(mentions_, text_.source_of(text_.whole()));
    std::erase_if(dates, [](const Mention* mention) {
      return mention->type != MentionType::date && mention->type != MentionType::period;
    });
    std::size_t from = 0;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const bool alone = i + 1 == dates.size() || !may_belong_together(*dates[i], *dates[i + 1]);
      if (alone && dates[i]->type == MentionType::date) continue;
      const std::size_t begin = begin_of(*dates[i]);
      if (auto validity = first_in_window({first_words_before(begin, from), begin})) {
        return validity;
      }
      from = begin;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::string_view kBlankLine = "\n\n";  // no clause goes on behind it

  std::size_t begin_of(const Mention& mention) const { return mention.span.begin - text_.begin; }

  bool may_belong_together(const Mention& first, const Mention& second) const {
    const Span between{begin_of(first), begin_of(second)};
    return between.size() <= kLongestClause &&
           slice(text_.plain, between).find(kBlankLine) == std::string_view::npos;
  }

  // Where the first words of a clause that goes on at `begin` can stand, from `from` on.
  std::size_t first_words_before(std::size_t begin, std::size_t from) const {
    constexpr std::size_t kReach = kFirstWords + kLongestClause;
    const std::size_t earliest = std::max(from, begin > kReach ? begin - kReach : 0);
    std::size_t first = earliest;
    const std::string_view before = text_.plain.substr(0, begin);
    for (std::size_t at = earliest; (at = before.find(kBlankLine, at)) != std::string_view::npos;
         ++at) {
      first = at;
    }
    return first;
  }

  std::optional<Validity> first_in_window(Span window) const {
    while (const auto clause = rules_.find_in("validity.clause", text_.plain, window)) {
      window.begin = clause->end;
      const std::size_t end = std::min(text_.plain.size(), clause->end + kLongestClause);
      const auto rest = paragraphs(text_.plain, {clause->begin, end});
      if (rest.empty()) continue;
      std::string period = interval(mentions_in(mentions_, text_.source_of(rest.front())));
      if (!period.empty()) return Validity{std::move(period), text_.source_of(rest.front())};
    }
    return std::nullopt;
  }

  const AgreementText& text_;
  const std::vector<Mention>& mentions_;
  const Rules& rules_;
};

}  // namespace

std::optional<Validity> read_validity(const AgreementText& text, const Mentions& mentions,
                                      const Rules& rules) {
  return Reader(text, mentions, rules).read();
}

}  // namespace handvest::meaning
