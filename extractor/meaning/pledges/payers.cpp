#include "meaning/pledges/payers.hpp"

#include <algorithm>
#include <cctype>

#include "text/lines.hpp"

namespace handvest::meaning {
namespace {

void add_matches(std::vector<Payer>& payers, std::string_view text, const Rule& rule) {
  const std::string_view side = rule.attributes.find("side")->second;
  for (std::size_t from = 0; from < text.size();) {
    const auto found = rule.find(text, from);
    if (!found) return;
    const Span at = trimmed(text, *found);
    payers.push_back({at, at, side});
    from = std::max(found->end, found->begin + 1);
  }
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

void add_city(std::vector<Payer>& payers, std::string_view text, std::string_view city) {
  if (city.empty()) return;
  for (std::size_t at = text.find(city); at != std::string_view::npos;
       at = text.find(city, at + 1)) {
    const std::size_t end = at + city.size();
    const bool whole = (at == 0 || !is_letter(text[at - 1])) &&
                       (end == text.size() || (!is_letter(text[end]) && text[end] != '-'));
    if (whole) payers.push_back({{at, end}, {at, end}, "stad"});
  }
}

// The longer of two that overlap stays; of equal ones, that which is nobody.
std::vector<Payer> without_overlaps(std::vector<Payer> payers) {
  std::sort(payers.begin(), payers.end(), [](const Payer& a, const Payer& b) {
    if (a.at.begin != b.at.begin) return a.at.begin < b.at.begin;
    if (a.at.end != b.at.end) return a.at.end > b.at.end;
    return a.side == "none" && b.side != "none";
  });
  std::vector<Payer> kept;
  for (const Payer& payer : payers) {
    if (kept.empty() || payer.at.begin >= kept.back().at.end) kept.push_back(payer);
  }
  std::erase_if(kept, [](const Payer& payer) { return payer.side == "none"; });
  return kept;
}

// 'uit eigen middelen' is said of whoever was named before.
void settle_own_means(std::vector<Payer>& payers) {
  bool named = false;
  std::erase_if(payers, [&](Payer& payer) {
    const bool own = payer.side == "own";
    const bool of_another = own && named;
    if (own) payer.side = "stad";
    named = true;
    return of_another;
  });
}

void drop_preposition(Payer& payer, std::string_view text, const Rule& rule) {
  if (const auto found = rule.find(slice(text, payer.at))) payer.name.begin += found->end;
}

}  // namespace

Payers::Payers(const Grammar& grammar) {
  const Subject* subject = grammar.subject("pledges");
  if (subject == nullptr) return;
  for (const Rule& rule : subject->rules) {
    if (rule.attributes.contains("side")) rules_.push_back(&rule);
  }
  preposition_ = subject->rule("payer.preposition");
}

std::vector<Payer> Payers::find(std::string_view text, std::string_view city) const {
  std::vector<Payer> payers;
  for (const Rule* rule : rules_) add_matches(payers, text, *rule);
  add_city(payers, text, city);
  payers = without_overlaps(std::move(payers));
  settle_own_means(payers);
  if (preposition_ == nullptr) return payers;
  for (Payer& payer : payers) drop_preposition(payer, text, *preposition_);
  return payers;
}

}  // namespace handvest::meaning
