#include <algorithm>
#include <map>
#include <optional>

#include "meaning/reading/reading.hpp"
#include "meaning/reading/shingles.hpp"
#include "meaning/reading/words.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/headings.hpp"
#include "meaning/targets/interpret.hpp"
#include "meaning/targets/leads.hpp"
#include "meaning/targets/table_figures.hpp"
#include "meaning/targets/tables.hpp"

namespace handvest {
namespace {

using namespace meaning;

// The year of the signature, or else of the document; 0 where neither is known.
int year_of_agreement(const Agreement* agreement, const std::string& document_date) {
  if (agreement != nullptr && agreement->signature) {
    for (const auto& date : agreement->signature->dates) {
      if (const int year = year_of(date)) return year;
    }
  }
  if (agreement != nullptr && agreement->validity) {
    const auto& period = agreement->validity->period;
    if (const int year = year_of(period.substr(0, period.find('/')))) return year;
  }
  return year_of(document_date);
}

// The median of the years that the mentions of `span` name, 0 where they name none; of those of an
// agreement, which looks ahead, an earlier one.
int middle_year(const std::vector<Mention>& mentions, Span span, bool ahead) {
  std::vector<int> years;
  for (const Mention* mention : mentions_in(mentions, span)) {
    if (mention->type != MentionType::date) continue;
    if (const int year = year_of(mention->normalized)) years.push_back(year);
  }
  if (years.empty()) return 0;
  const auto middle = years.begin() + static_cast<std::ptrdiff_t>(years.size() / (ahead ? 4 : 2));
  std::nth_element(years.begin(), middle, years.end());
  return *middle;
}

class Finder {
 public:
  Finder(const Reading& reading, const std::vector<Agreement>& agreements)
      : reading_(reading),
        mentions_(reading.mentions),
        passages_(reading.passages),
        agreements_(agreements),
        rules_(reading.grammar, "targets"),
        leads_(rules_),
        headings_(reading, rules_) {
    constexpr std::size_t kForEach = 4;  // mentions for each target, about
    found_.reserve(mentions_.size() / kForEach);
    index_tables(reading.outline.tables);
    for (const Charter& charter : reading.outline.charters) index_tables(charter.tables);
  }

  std::vector<Target> find() {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const Passage& passage = passages_[i];
      enter(passage.holder->charter);
      leads_.enter(passage);
      if (passage.mentions.empty() || is_opening(passage) || is_signing(passage)) continue;
      if (passage.type == ItemType::table) {
        read_table(i);
      } else {
        read_sentences(passage);
      }
    }
    const auto before = [](const Target& a, const Target& b) {
      return a.span.begin < b.span.begin;
    };
    if (!std::is_sorted(found_.begin(), found_.end(), before)) {
      std::stable_sort(found_.begin(), found_.end(), before);
    }
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
    std::string date = reading_.outline.date;
    if (charter == nullptr && date.empty()) date = headings_.date_of_title();
    // From it on dates are goals.
    year_ = year_of_agreement(agreement_, date);
    const Span all = charter == nullptr ? Span{0, reading_.source.text.size()} : charter->span;
    if (year_ == 0) year_ = middle_year(mentions_, all, headings_.title_agrees());
    neighbourhoods_.clear();
    if (agreement_ == nullptr) return;
    for (const auto& neighbourhood : agreement_->neighbourhoods) {
      neighbourhoods_.emplace_back(words_of(neighbourhood.name), neighbourhood.name);
    }
  }

  // The one neighbourhood that the text names; empty when it names none or several.
  std::string place_in(std::string_view text) {
    if (neighbourhoods_.empty()) return {};
    const WordView words = words_.read(text);
    std::string place;
    for (const auto& [key, name] : neighbourhoods_) {
      if (!holds_words(words, key)) continue;
      if (!place.empty()) return {};
      place = name;
    }
    return place;
  }

  std::string place_of(const Passage& passage) {
    if (neighbourhoods_.size() == 1) return neighbourhoods_.front().second;
    std::string place = place_in(passage.text);
    if (place.empty() && passage.holder->subheading != nullptr) {
      place = place_in(passage.holder->subheading->text(reading_.source.text));
    }
    return place;
  }

  // The title and the parties, before the first section.
  static bool is_opening(const Passage& passage) {
    if (passage.holder->charter == nullptr || passage.holder->section != nullptr) return false;
    const auto& sections = passage.holder->charter->sections;
    return !sections.empty() && passage.item->spans.front().begin < sections.front().span.begin;
  }

  bool is_signing(const Passage& passage) const {
    return agreement_ != nullptr && agreement_->signature &&
           agreement_->signature->span.contains(passage.item->spans.front().begin);
  }

  void read_sentences(const Passage& passage) {
    const bool has_figure =
        std::any_of(passage.mentions.begin(), passage.mentions.end(), may_be_figure);
    const std::size_t changes_from = first_change(passage, rules_);
    if (!has_figure && changes_from == passage.text.size()) return;
    if (table_figures_.section != passage.holder->section) table_figures_ = {};
    std::size_t telling = next_telling(passage, 0, changes_from);
    if (telling == passage.sentences.size() && !may_go_on(passage)) return;
    const Lead& lead = leads_.lead(year_);
    if (lead.condition) return;
    const Term& term = headings_.term_of(passage, year_);
    if (term.considers) return;
    const bool ambition = lead.ambition || term.of_goals;
    const Setting setting{year_,     lead.date,          ambition,
                          term.date, is_agreed(passage), &table_figures_};
    const std::size_t first = found_.size();
    Interpreter interpreter(passage, setting, rules_, found_);
    if (goes_on(passage)) interpreter.go_on(std::move(carried_));
    while (telling < passage.sentences.size()) {
      interpreter.read(sentence_, telling + 1);
      telling = next_telling(passage, telling + 1, changes_from);
    }
    if (lead.past) complete_mirror(passage, interpreter);
    keep_mirror(passage, first);
    set_place(passage, first);
    carried_ = interpreter.take_carried();
    carried_in_ = passage.holder->id;
  }

  // Reads the first sentence from number `from` on that tells something. Gives its number, counted
  // from 0, and that of all sentences where none does.
  std::size_t next_telling(const Passage& passage, std::size_t from, std::size_t changes_from) {
    const auto sentences = passage.sentences;
    for (; from < sentences.size(); ++from) {
      read_sentence(passage, sentences[from], changes_from, rules_, sentence_);
      if (sentence_.tells()) break;
    }
    return from;
  }

  bool is_agreed(const Passage& passage) const {
    return headings_.title_agrees() || agreement_ != nullptr || passage.holder->block != nullptr;
  }

  // Of the targets from `first` on.
  void set_place(const Passage& passage, std::size_t first) {
    if (first == found_.size()) return;
    const std::string place = place_of(passage);
    for (std::size_t i = first; i < found_.size(); ++i) found_[i].place = place;
  }

  // Did an item before it in the same node tell something?
  bool may_go_on(const Passage& passage) const {
    return carried_in_ == passage.holder->id && carried_.tells();
  }

  // 'Dat aantal brengen wij terug tot …' speaks of what the item before told.
  bool goes_on(const Passage& passage) const {
    return may_go_on(passage) &&
           rules_.holds("item.same", slice(passage.text, passage.sentences.front()));
  }

  // A list that tells how things were in the same words as one that told the goals.
  void complete_mirror(const Passage& passage, const Interpreter& interpreter) {
    const auto words = shingles_of(passage.text);
    const auto& told = interpreter.told();
    const Mirror* best = nullptr;
    double likeness = 0.5;  // of the least alike
    for (Mirror& mirror : mirrors_) {
      if (mirror.in != passage.holder->id || told.size() != mirror.count) continue;
      if (!mirror.words) mirror.words = shingles_of(mirror.text);
      const double alike = similarity(*mirror.words, words);
      if (alike < likeness) continue;
      best = &mirror;
      likeness = alike;
    }
    for (std::size_t i = 0; best != nullptr && i < told.size(); ++i) {
      found_[best->first + i].baseline = told[i];
    }
  }

  // The targets from `first` on.
  void keep_mirror(const Passage& passage, std::size_t first) {
    const std::size_t count = found_.size() - first;
    if (!mirrors_.empty() && mirrors_.front().in != passage.holder->id) mirrors_.clear();
    if (count > 1) mirrors_.push_back({passage.holder->id, passage.text, {}, first, count});
  }

  void read_table(std::size_t i) {
    const Passage& passage = passages_[i];
    const auto table = tables_.find(passage.item->table);
    if (table == tables_.end()) return;
    TablePassage around{&passage, table->second, {}, {}, {}};
    if (i > 0) around.before = passages_[i - 1].text;
    if (i + 1 < passages_.size()) around.behind = passages_[i + 1].text;
    around.place = place_in(table->second->table.caption);
    if (around.place.empty()) around.place = place_in(around.before);
    // What a report shows of its own year is no goal.
    const bool reports = year_ != 0 && !is_agreed(passage);
    auto targets = table_targets(around, reports ? year_ + 1 : year_, mentions_, rules_);
    if (targets.empty()) {
      keep_figures(passage, table->second->table, around.before);
    }
    for (Target& target : targets) found_.push_back(std::move(target));
  }

  void keep_figures(const Passage& passage, const Table& table, std::string_view before) {
    const auto year = rules_.find("table.any-year", before);
    if (!year) return;
    table_figures_ = figures_of(table, mentions_, std::string(slice(before, *year)));
    table_figures_.about = before;
    table_figures_.section = passage.holder->section;
  }

  struct Mirror {
    std::string_view in;
    std::string_view text;
    std::optional<HashSet> words;  // of it, once asked for
    std::size_t first = 0;         // of its targets in found_
    std::size_t count = 0;
  };

  const Reading& reading_;
  const std::vector<Mention>& mentions_;
  const std::vector<Passage>& passages_;
  const std::vector<Agreement>& agreements_;
  Rules rules_;
  std::map<std::string, const OutlineTable*> tables_;
  std::vector<Target> found_;
  Sentence sentence_;  // the last one read

  bool entered_ = false;
  const Charter* charter_ = nullptr;
  const Agreement* agreement_ = nullptr;
  int year_ = 0;
  Leads leads_;
  Headings headings_;
  TableFigures table_figures_;
  Interpreter::Carried carried_;  // from the item before
  std::string_view carried_in_;
  std::vector<Mirror> mirrors_;  // items of the same node with goals
  std::vector<std::pair<HashedWords, std::string>> neighbourhoods_;  // as printed
  WordReader words_;
};

}  // namespace

std::vector<Target> find_targets(const Reading& reading, const std::vector<Agreement>& agreements) {
  return Finder(reading, agreements).find();
}

}  // namespace handvest
