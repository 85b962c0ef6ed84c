#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "meaning/pledges/sentence.hpp"
#include "meaning/pledges/tables.hpp"
#include "meaning/reading/reading.hpp"

namespace handvest {
namespace {

using namespace meaning;

std::map<std::string, const Table*> tables_by_id(const Outline& outline) {
  std::map<std::string, const Table*> tables;
  for (const OutlineTable& table : outline.tables) tables[table.id] = &table.table;
  for (const Charter& charter : outline.charters) {
    for (const OutlineTable& table : charter.tables) tables[table.id] = &table.table;
  }
  return tables;
}

bool may_hold_money(const Passage& passage) {
  if (passage.type == ItemType::table) return true;
  return std::any_of(passage.mentions.begin(), passage.mentions.end(),
                     [](const Placed& placed) { return placed.type == MentionType::money; });
}

// The same large sum of the rijk in several charters is one budget, not a sum for each.
class NationalBudgets {
 public:
  void add(const Pledge& pledge, const Charter* charter) {
    if (may_be(pledge)) charters_[pledge.amount.to_string()].insert(charter);
  }

  void mark(std::vector<Pledge>& pledges) const {
    constexpr std::size_t kSeveral = 3;
    for (Pledge& pledge : pledges) {
      if (!may_be(pledge)) continue;
      if (charters_.at(pledge.amount.to_string()).size() >= kSeveral) pledge.scope = "national";
    }
  }

 private:
  static bool may_be(const Pledge& pledge) {
    constexpr double kLarge = 1e6;
    return pledge.scope.empty() && pledge.side == "rijk" && pledge.amount.to_double() >= kLarge;
  }

  std::map<std::string, std::set<const Charter*>> charters_;  // by sum
};

}  // namespace

std::vector<Pledge> find_pledges(const Reading& reading) {
  const auto tables = tables_by_id(reading.outline);
  const Rules rules(reading.grammar, "pledges");
  const Payers payers(reading.grammar);
  constexpr std::size_t kForEach = 12;  // mentions for each pledge, about
  std::vector<Pledge> found;
  found.reserve(reading.mentions.size() / kForEach);
  NationalBudgets budgets;
  std::string_view before;  // the item before
  for (const Passage& passage : reading.passages) {
    const std::string_view lead = std::exchange(before, passage.text);
    if (!may_hold_money(passage)) continue;
    const std::size_t first = found.size();
    if (passage.type == ItemType::table) {
      const auto table = tables.find(passage.item->table);
      if (table == tables.end()) continue;
      add_table_pledges(passage, *table->second, lead, reading.mentions, payers, rules, found);
    } else {
      PledgeReader reader(passage, payers, rules, found);
      for (const Span& sentence : passage.sentences) reader.read(sentence);
    }
    for (std::size_t i = first; i < found.size(); ++i) {
      budgets.add(found[i], passage.holder->charter);
    }
  }
  budgets.mark(found);
  const auto earlier = [](const Pledge& a, const Pledge& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(found.begin(), found.end(), earlier)) {
    std::stable_sort(found.begin(), found.end(), earlier);
  }
  return found;
}

}  // namespace handvest
