#include <algorithm>

#include "meaning/agreement/parts.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/plain.hpp"
#include "meaning/reading/rules.hpp"
#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongestFormula = 200;
constexpr std::size_t kLongestSigning = 4000;  // the formula, the names and their dates
constexpr std::size_t kFullDate = 10;          // "2008-02-11"

bool is_full(const std::string& date) { return date.size() == kFullDate && date[0] != 'X'; }

// "XXXX-03-31" is completed by "2008-03-31".
bool completes(const std::string& full, const std::string& partial) {
  return is_full(full) && partial.size() == kFullDate && full.substr(4) == partial.substr(4);
}

class Reader {
 public:
  Reader(const AgreementText& text, const Mentions& mentions, const Rules& rules,
         std::vector<Warning>& warnings)
      : text_(text), mentions_(mentions.mentions), rules_(rules), warnings_(warnings) {}

  std::optional<Signature> read() {
    const auto formula = last_formula();
    if (!formula) return std::nullopt;
    Signature signature;
    signature.span = {formula->begin, end_of_paragraph(formula->begin)};
    signature.copies = copies(signature.span);
    signature.place = place(signature.span);
    signature.date = date_in(signature.span);
    if (signature.date.empty()) signature.date = damaged_date(signature.span);
    if (!signature.date.empty()) signature.dates.push_back(signature.date);
    read_lines(signature);
    settle(signature);
    signature.span = text_.source_of(signature.span);
    return signature;
  }

 private:
  // A copy of an annex may carry the formula too; the agreement's own comes last, so that it is
  // looked for from the end.
  std::optional<Span> last_formula() const {
    constexpr std::size_t kAtOnce = 2000;
    for (std::size_t end = text_.plain.size(); end > 0;) {
      const std::size_t begin = end > kAtOnce ? end - kAtOnce : 0;
      const Span part{begin, std::min(text_.plain.size(), end + kLongestFormula)};
      if (const auto found = last_formula_in(part)) return found;
      end = begin;
    }
    return std::nullopt;
  }

  std::optional<Span> last_formula_in(Span part) const {
    std::optional<Span> last;
    while (const auto found = rules_.find_in("signature.formula", text_.plain, part)) {
      last = found;
      part.begin = found->end;
    }
    return last;
  }

  std::size_t end_of_paragraph(std::size_t begin) const {
    const Span part{begin, std::min(text_.plain.size(), begin + kLongestSigning)};
    const auto all = paragraphs(text_.plain, part);
    return all.empty() ? part.end : all.front().end;
  }

  std::optional<int> copies(Span span) const {
    const auto match = rules_.match_in("signature.copies", text_.plain, span);
    if (!match) return std::nullopt;
    const std::string_view count = slice(text_.plain, *match->group("count"));
    for (const Entry& entry : rules_.entries()) {
      if (count == entry.id || std::count(entry.forms.begin(), entry.forms.end(), count) > 0) {
        return std::stoi(entry.id);
      }
    }
    return std::nullopt;
  }

  std::string place(Span span) const {
    const auto found = rules_.find_behind("signature.at", "signature.place", text_.plain, span);
    return found ? collapsed(slice(text_.plain, *found)) : std::string();
  }

  std::string date_in(Span span) const {
    for (const Mention* mention : mentions_in(mentions_, text_.source_of(span))) {
      const bool day = mention->normalized.size() == kFullDate;
      if (mention->type == MentionType::date && day) return mention->normalized;
    }
    return {};
  }

  std::string damaged_date(Span span) {
    const auto match = rules_.match_in("signature.damaged-date", text_.plain, span);
    if (!match) return {};
    const Span digits = *match->group("digits");
    std::string date = read_damaged_date(slice(text_.plain, digits));
    warnings_.push_back({"damaged-date",
                         date.empty() ? "The signing date is damaged and has no single reading."
                                      : "The signing date is damaged; it was read as " + date + ".",
                         text_.source_of(digits)});
    return date;
  }

  // Place and date under the names: 'Delft, 3 mei 2008', 'Plaats: Delft Datum: 3-5-2008'.
  void read_lines(Signature& signature) {
    const Span rest{signature.span.end,
                    std::min(text_.plain.size(), signature.span.end + kLongestSigning)};
    for (const Span& line : filled_lines(text_.plain, rest)) {
      if (!rules_.find_in("signature.date-line", text_.plain, line)) continue;
      const std::string date = date_in(line);
      if (!date.empty()) signature.dates.push_back(date);
      const auto match = rules_.match_in("signature.line", text_.plain, line);
      if (match && signature.place.empty()) {
        signature.place = collapsed(slice(text_.plain, *match->group("place")));
      }
    }
  }

  // A day without a year takes the year of the same day elsewhere; every date is kept once.
  static void settle(Signature& signature) {
    auto& dates = signature.dates;
    for (auto& date : dates) {
      const auto full = std::find_if(dates.begin(), dates.end(), [&](const std::string& other) {
        return !is_full(date) && completes(other, date);
      });
      if (full != dates.end()) date = *full;
    }
    std::vector<std::string> once;
    for (const auto& date : dates) {
      if (std::find(once.begin(), once.end(), date) == once.end()) once.push_back(date);
    }
    dates = std::move(once);
    if (!dates.empty()) signature.date = dates.front();
  }

  const AgreementText& text_;
  const std::vector<Mention>& mentions_;
  const Rules& rules_;
  std::vector<Warning>& warnings_;
};

}  // namespace

std::optional<Signature> read_signature(const AgreementText& text, const Mentions& mentions,
                                        const Rules& rules, std::vector<Warning>& warnings) {
  return Reader(text, mentions, rules, warnings).read();
}

}  // namespace handvest::meaning
