#include "meaning/pledges/sentence.hpp"

#include <algorithm>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

constexpr std::size_t kLongestPurpose = 160;
constexpr std::size_t kContext = 120;  // bytes around a sum or a name that rules look at

std::string_view before(std::string_view text, std::size_t at) {
  const std::size_t begin = at > kContext ? at - kContext : 0;
  return text.substr(begin, at - begin);
}

std::string_view behind(std::string_view text, std::size_t at) { return text.substr(at, kContext); }

std::string text_of(std::string_view text, Span span) {
  return collapsed(slice(text, trimmed(text, span)));
}

}  // namespace

std::string side_of_block(const Passage& passage) {
  if (passage.holder->block == nullptr) return {};
  switch (passage.holder->block->party) {
    case PartySide::rijk:
    case PartySide::rijk_partners:
      return "rijk";
    case PartySide::stad:
      return "stad";
    case PartySide::gezamenlijk:
      break;
  }
  return {};
}

Pledge pledge_of(const Mention& mention, const Passage& passage, const char* rule) {
  Pledge pledge;
  pledge.id.assign(1, 'p').append(mention.id, std::min<std::size_t>(mention.id.size(), 1));
  pledge.in = passage.holder->id;
  pledge.amount = *mention.value.amount;
  pledge.upper = mention.value.upper;
  if (!mention.value.unit.empty()) pledge.currency = mention.value.unit;
  pledge.rate = mention.rate;
  pledge.qualifier = mention.qualifier;
  pledge.mention = mention.id;
  pledge.span = mention.span;
  pledge.rule = rule;
  return pledge;
}

void PledgeReader::read(Span sentence) {
  const std::string_view text = slice(passage_.text, sentence);
  std::optional<std::vector<Payer>> payers;
  for (const Placed& placed : placed_in(passage_.mentions, sentence)) {
    if (placed.type != MentionType::money || !placed.mention->value.amount) continue;
    if (!payers) {
      const Charter* charter = passage_.holder->charter;
      payers = payers_.find(text, charter == nullptr ? std::string_view() : charter->city.name);
      facts_ = facts_of(text, *payers);
    }
    const Span money{placed.at.begin - sentence.begin,
                     std::min(placed.at.end - sentence.begin, text.size())};
    if (is_pledge(text, money, *payers)) add(text, sentence.begin, placed, *payers);
  }
}

PledgeReader::Facts PledgeReader::facts_of(std::string_view text,
                                           const std::vector<Payer>& payers) const {
  Facts facts;
  facts.gives = rules_.holds("pledge.give", text);
  if (const auto verb = rules_.find("pledge.receive", text)) facts.receives = verb->begin;
  facts.national = national_ || rules_.holds("pledge.national", text);
  facts.condition = condition_of(text);
  for (const Payer& payer : payers) {
    const std::string_view left = before(text, payer.at.begin);
    const bool behind_verb = &payer != &payers.front() &&  // somebody gives
                             rules_.holds("pledge.recipient-of-verb", left);
    facts.paid.push_back(behind_verb || is_recipient(left));
  }
  return facts;
}

std::string PledgeReader::condition_of(std::string_view text) const {
  for (std::size_t from = 0; from < text.size();) {
    const auto condition = rules_.find("pledge.condition", text, from);
    if (!condition) break;
    if (!rules_.holds("pledge.if-possible", slice(text, *condition))) {
      return text_of(text, *condition);
    }
    from = condition->begin + 1;
  }
  return {};
}

// 'een bijdrage aan', but not 'een bijdrage van'
bool PledgeReader::is_recipient(std::string_view left) const {
  return rules_.holds("pledge.recipient-before", left) &&
         !rules_.holds("pledge.contribution-of", left);
}

// 'beschikbaar van', but not 'ter beschikking van'
bool PledgeReader::is_source(std::string_view between) const {
  return rules_.holds("pledge.source-after", between) &&
         !rules_.holds("pledge.at-disposal-of", between);
}

bool PledgeReader::is_pledge(std::string_view text, Span money,
                             const std::vector<Payer>& payers) const {
  if (rules_.holds("pledge.not", before(text, money.begin))) return false;
  if (rules_.holds("pledge.not-after", behind(text, money.end))) return false;
  if (facts_.gives || facts_.receives) return true;
  if (rules_.holds("pledge.there-is", before(text, money.begin))) return true;
  // 'gemeente; sociale pijler: € 9,7 miljoen'
  const bool ends_with_sum = trimmed(text, {money.end, text.size()}).size() <= 1;
  return !payers.empty() && ends_with_sum;
}

// 'beschikbaar van WWI' behind the sum, or else the last one before it who is not paid.
const Payer* PledgeReader::payer_of(std::string_view text, Span money,
                                    const std::vector<Payer>& payers) const {
  const Payer* found = nullptr;
  for (std::size_t i = 0; i < payers.size(); ++i) {
    const Payer& payer = payers[i];
    if (payer.at.begin < money.end) {
      if (!facts_.paid[i]) found = &payer;
      continue;
    }
    constexpr std::size_t kBeside = 9;  // bytes of ' vanuit '
    const Span between{money.end, payer.name.begin};
    const bool beside = between.size() <= kBeside;  // '€ 8 miljoen van de provincie'
    if ((found != nullptr && !beside) || payer.at.begin - money.end > kContext) break;
    if (is_source(slice(text, between))) return &payer;
  }
  return found;
}

const Payer* PledgeReader::receiver_of(Span money, const std::vector<Payer>& payers) const {
  if (!facts_.receives || *facts_.receives > money.begin) return nullptr;
  const Payer* last = nullptr;
  for (const Payer& payer : payers) {
    if (payer.at.begin < money.begin && payer.side != "rijk") last = &payer;
  }
  return last;
}

// Without a payer in the sentence: the one of the sentence before, when this one goes on about its
// sum, or else the party of the block.
void PledgeReader::set_payer(Pledge& pledge, std::string_view text, const Payer* payer,
                             bool receives) {
  if (payer != nullptr) {
    pledge.payer = last_payer_ = text_of(text, payer->name);
    pledge.side = last_side_ = payer->side;
    return;
  }
  const bool goes_on = receives || rules_.holds("pledge.of-that", text);  // 'hiervan'
  if (std::string giver = goes_on ? std::string() : giver_in(text); !giver.empty()) {
    pledge.payer = last_payer_ = std::move(giver);
    pledge.side = last_side_ = "overig";
    return;
  }
  std::string side = side_of_block(passage_);
  if (national_ && side != "rijk") side.clear();  // the block's city pays for its own
  if (!last_side_.empty() && (goes_on || side.empty())) {
    pledge.payer = last_payer_;
    pledge.side = last_side_;
    return;
  }
  pledge.side = side;
  const bool has_city =
      passage_.holder->charter != nullptr && !passage_.holder->charter->city.name.empty();
  if (side == "rijk") pledge.payer = "rijk";
  if (side == "stad" && has_city) pledge.payer = "gemeente " + passage_.holder->charter->city.name;
}

// 'Wonen Kade investeert 4 miljoen': a name that no rule knows before a verb that gives.
std::string PledgeReader::giver_in(std::string_view text) const {
  const auto clause = rules_.find("payer.before-verb", text);
  if (!clause || rules_.holds("payer.no-name", text)) return {};
  const std::size_t name = text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const std::size_t verb = text.rfind(' ', clause->end - 1);
  return text_of(text, {std::min(name, verb), verb});
}

void PledgeReader::set_beneficiary(Pledge& pledge, std::string_view text, const Payer* receiver,
                                   const Payer* payer) const {
  if (receiver != nullptr) {
    pledge.beneficiary = text_of(text, receiver->name);
    return;
  }
  const auto who = beneficiary_in(text);
  if (!who) return;
  if (payer == nullptr || !who->overlaps(payer->at)) pledge.beneficiary = text_of(text, *who);
}

// 'voor de gemeente', and 'stelt de gemeente' in staat
std::optional<Span> PledgeReader::beneficiary_in(std::string_view text) const {
  for (std::size_t from = 0; from < text.size();) {
    const auto lead = rules_.find("pledge.gives-to", text, from);
    if (!lead) break;
    from = lead->begin + 1;
    const bool verb = rules_.holds("pledge.verb", slice(text, *lead));
    const RuleId rule = verb ? RuleId("pledge.municipality") : "pledge.beneficiary";
    if (const auto who = rules_.find_in(rule, text, {lead->end, text.size()})) return who;
  }
  return std::nullopt;
}

void PledgeReader::add(std::string_view text, std::size_t begin, const Placed& placed,
                       const std::vector<Payer>& payers) {
  const Span money{placed.at.begin - begin, std::min(placed.at.end - begin, text.size())};
  national_ = facts_.national;
  const Payer* receiver = receiver_of(money, payers);
  const Payer* payer = payer_of(text, money, payers);
  if (payer == receiver) payer = nullptr;
  const char* rule = receiver != nullptr ? "pledge.receive" : "pledge.give";
  Pledge& pledge = found_.emplace_back(pledge_of(*placed.mention, passage_, rule));
  set_payer(pledge, text, payer, receiver != nullptr);
  set_beneficiary(pledge, text, receiver, payer);
  pledge.period = period_of({begin, begin + text.size()}, placed.at);
  pledge.purpose = purpose_in(text.substr(money.end));
  pledge.condition = facts_.condition;
  const bool by_city = payer != nullptr && payer->side == "stad";
  pledge.scope = receiver != nullptr || by_city ? "city" : scope_of(pledge.side);
}

// 'voor de bouw van een speelplein'
std::string PledgeReader::purpose_in(std::string_view text) const {
  for (std::size_t from = 0; from < text.size();) {
    const auto lead = rules_.find("pledge.for", text, from);
    if (!lead) break;
    from = lead->begin + 1;
    const std::string_view rest = text.substr(lead->end);
    const bool of_part = rules_.holds("pledge.to", slice(text, *lead));
    if (of_part && !rules_.holds("pledge.part", rest)) continue;
    const auto begin = rules_.find("pledge.purpose", rest);
    if (!begin) continue;
    const auto end = rules_.find_in("pledge.purpose-end", rest, {begin->end, rest.size()});
    const Span what{0, end ? end->begin : rest.size()};
    if (what.size() <= kLongestPurpose) return text_of(rest, what);
  }
  return {};
}

std::string PledgeReader::scope_of(const std::string& side) const {
  if (national_) return "national";
  return side == "stad" || side == "overig" ? "city" : "";
}

// A date right behind the sum, or the last one before it in its sentence, or else the first behind
// it.
std::string PledgeReader::period_of(Span sentence, Span money) const {
  std::string earlier;
  std::string later;
  for (const Placed& placed : placed_in(passage_.mentions, sentence)) {
    if (placed.type != MentionType::date && placed.type != MentionType::period) continue;
    const Mention& mention = *placed.mention;
    const std::string_view left = before(passage_.text, placed.at.begin);
    if (rules_.holds("pledge.letter", left)) continue;
    if (placed.at.begin < money.begin) earlier = mention.normalized;
    if (placed.at.begin < money.end || !later.empty()) continue;
    later = mention.normalized;
    const Span gap{money.end, placed.at.begin};
    if (rules_.match("pledge.in-year", slice(passage_.text, gap))) return later;
  }
  return earlier.empty() ? later : earlier;
}

}  // namespace handvest::meaning
