#include <algorithm>
#include <map>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/interpret.hpp"
#include "meaning/targets/tables.hpp"
#include "text/fold.hpp"

namespace handvest {
namespace {

using namespace meaning;

// The year from which on dates are goals: of the signature, or else the median of the years that
// the agreement names.
int year_of_agreement(const Agreement* agreement, const std::string& document_date,
                      std::vector<int> years) {
  if (agreement != nullptr && agreement->signature) {
    for (const auto& date : agreement->signature->dates) {
      if (const int year = year_of(date)) return year;
    }
  }
  if (agreement != nullptr && agreement->validity) {
    const auto& period = agreement->validity->period;
    if (const int year = year_of(period.substr(0, period.find('/')))) return year;
  }
  if (const int year = year_of(document_date)) return year;
  if (years.empty()) return 0;
  const auto middle = years.begin() + static_cast<std::ptrdiff_t>(years.size() / 2);
  std::nth_element(years.begin(), middle, years.end());
  return *middle;
}

class Finder {
 public:
  Finder(const SourceText& source, const Outline& outline, const Mentions& mentions,
         const std::vector<Agreement>& agreements, const Grammar& grammar)
      : outline_(outline),
        mentions_(mentions.mentions),
        agreements_(agreements),
        rules_(grammar, "targets"),
        plain_(plain_text(source, outline)),
        passages_(passages(plain_, outline, mentions)),
        abbreviations_(abbreviations_of(grammar)) {
    index_tables(outline.tables);
    for (const Charter& charter : outline.charters) index_tables(charter.tables);
  }

  std::vector<Target> find() {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const Passage& passage = passages_[i];
      enter(passage.charter);
      follow_lead(passage);
      if (passage.mentions.empty() || is_signing(passage)) continue;
      if (passage.item->type == ItemType::table) {
        read_table(i);
      } else {
        read_sentences(passage);
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Target& a, const Target& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  void index_tables(const std::vector<OutlineTable>& tables) {
    for (const OutlineTable& table : tables) tables_[table.id] = &table;
  }

  // Looks up once for each charter what its items share.
  void enter(const Charter* charter) {
    if (entered_ && charter == charter_) return;
    entered_ = true;
    charter_ = charter;
    agreement_ = nullptr;
    for (const Agreement& agreement : agreements_) {
      if (agreement.charter == (charter == nullptr ? "" : charter->id)) agreement_ = &agreement;
    }
    std::vector<int> years;
    const Span span = charter == nullptr ? Span{0, plain_.size()} : charter->span;
    for (const Mention* mention : mentions_in(mentions_, span)) {
      if (mention->type != MentionType::date) continue;
      if (const int year = year_of(mention->normalized)) years.push_back(year);
    }
    year_ = year_of_agreement(agreement_, outline_.date, std::move(years));
    neighbourhoods_.clear();
    if (agreement_ == nullptr) return;
    for (const auto& neighbourhood : agreement_->neighbourhoods) {
      neighbourhoods_.push_back({fold(neighbourhood.name), neighbourhood.name});
    }
  }

  // The one neighbourhood that the text names; empty when it names none or several.
  std::string place_in(std::string_view text) const {
    if (neighbourhoods_.empty()) return {};
    const std::string folded = " " + fold(text) + " ";
    std::string place;
    for (const auto& [key, name] : neighbourhoods_) {
      if (folded.find(" " + key + " ") == std::string::npos) continue;
      if (!place.empty()) return {};
      place = name;
    }
    return place;
  }

  std::string place_of(const Passage& passage) const {
    std::string place = place_in(passage.text);
    if (place.empty() && passage.subheading != nullptr) place = place_in(passage.subheading->text);
    if (place.empty() && neighbourhoods_.size() == 1) place = neighbourhoods_.front().second;
    return place;
  }

  // 'In 2017 moeten de volgende doelen zijn bereikt:' dates the items of the list behind it.
  void follow_lead(const Passage& passage) {
    const bool goes_on = passage.item->type == ItemType::list_item && passage.in == lead_in_;
    if (goes_on) return;
    lead_in_ = passage.in;
    lead_date_.clear();
    const std::size_t end = passage.text.find_last_not_of(' ');
    if (end == std::string::npos || passage.text[end] != ':') return;
    const std::size_t begin = sentences(passage.text, abbreviations_).back().begin;
    for (const Placed& placed : passage.mentions) {
      if (placed.at.begin < begin || placed.mention->type != MentionType::date) continue;
      const bool later = year_of(placed.mention->normalized) >= year_;
      if (later && lead_date_.empty()) lead_date_ = placed.mention->normalized;
    }
  }

  bool is_signing(const Passage& passage) const {
    return agreement_ != nullptr && agreement_->signature &&
           agreement_->signature->span.contains(passage.item->spans.front().begin);
  }

  void read_sentences(const Passage& passage) {
    const bool has_figure =
        std::any_of(passage.mentions.begin(), passage.mentions.end(), [](const Placed& placed) {
          return placed.mention->type == MentionType::number ||
                 placed.mention->type == MentionType::percentage;
        });
    if (!has_figure) return;
    const bool listed = passage.item->type == ItemType::list_item;
    const Setting setting{year_, place_of(passage), listed ? lead_date_ : std::string()};
    Interpreter interpreter(passage, setting, rules_);
    for (const Span& span : sentences(passage.text, abbreviations_)) {
      interpreter.read(read_sentence(passage, span, rules_));
    }
    found_.insert(found_.end(), interpreter.targets.begin(), interpreter.targets.end());
  }

  void read_table(std::size_t i) {
    const Passage& passage = passages_[i];
    const auto table = tables_.find(passage.item->table);
    if (table == tables_.end()) return;
    TablePassage around{&passage, table->second, {}, {}};
    if (i > 0) around.before = passages_[i - 1].text;
    if (i + 1 < passages_.size()) around.behind = passages_[i + 1].text;
    std::string place = place_in(table->second->table.caption);
    if (place.empty()) place = place_in(around.before);
    const Setting setting{year_, std::move(place), {}};
    for (Target& target : table_targets(around, setting, mentions_, rules_)) {
      found_.push_back(std::move(target));
    }
  }

  const Outline& outline_;
  const std::vector<Mention>& mentions_;
  const std::vector<Agreement>& agreements_;
  Rules rules_;
  std::string plain_;
  std::vector<Passage> passages_;
  std::vector<std::string> abbreviations_;
  std::map<std::string, const OutlineTable*> tables_;
  std::vector<Target> found_;

  bool entered_ = false;
  const Charter* charter_ = nullptr;
  const Agreement* agreement_ = nullptr;
  int year_ = 0;
  std::string lead_in_;    // node of the list being read
  std::string lead_date_;  // of the sentence that leads in the list being read; may be empty
  std::vector<std::pair<std::string, std::string>> neighbourhoods_;  // folded, as printed
};

}  // namespace

std::vector<Target> find_targets(const SourceText& source, const Outline& outline,
                                 const Mentions& mentions, const std::vector<Agreement>& agreements,
                                 const Grammar& grammar) {
  return Finder(source, outline, mentions, agreements, grammar).find();
}

}  // namespace handvest
