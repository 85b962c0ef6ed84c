#include "meaning/targets/leads.hpp"

#include <algorithm>

#include "meaning/targets/dates.hpp"

namespace handvest::meaning {
namespace {

// The sentence that ends the passage with a colon.
std::optional<Span> leading_sentence(const Passage& passage) {
  std::string_view text = passage.text;
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  if (!text.ends_with(':') || passage.sentences.empty()) return std::nullopt;
  const std::size_t end = text.size() - 1;
  const auto last = std::find_if(passage.sentences.rbegin(), passage.sentences.rend(),
                                 [&](const Span& sentence) { return sentence.begin < end; });
  return Span{last->begin, end + 1};
}

}  // namespace

void Leads::enter(const Passage& passage) {
  const bool listed = passage.type == ItemType::list_item;
  if (!listed || passage.holder->id != in_) open_.clear();
  in_ = passage.holder->id;
  const int level = listed ? passage.level : 0;
  while (!open_.empty() && open_.back().level >= level) open_.pop_back();
  above_ = listed ? open_.size() : 0;
  open_.push_back({level, &passage});
}

// Most lists have no figures: whether an item leads in others is told when they ask.
const Lead& Leads::lead(int year) {
  for (std::size_t i = above_; i-- > 0;) {
    const Passage& passage = *open_[i].passage;
    if (&passage == leading_) return lead_;
    const auto sentence = leading_sentence(passage);
    if (!sentence) continue;
    leading_ = &passage;
    lead_ = read_lead(passage, *sentence, year);
    return lead_;
  }
  return none_;
}

Lead Leads::read_lead(const Passage& passage, Span sentence, int year) const {
  const std::string_view text = slice(passage.text, sentence);
  Lead lead;
  lead.condition = rules_.holds("lead.condition", text);
  lead.ambition = rules_.holds("lead.ambition", text);
  for (const Placed& placed : placed_in(passage.mentions, sentence)) {
    if (!lead.date.empty()) break;
    if (placed.type != MentionType::date) continue;
    const bool later = year_of(placed.mention->normalized) >= year;
    if (!later && !rules_.holds("sentence.past", text)) continue;
    lead.date = placed.mention->normalized;
    lead.past = !later;
  }
  return lead;
}

}  // namespace handvest::meaning
