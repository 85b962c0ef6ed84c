#include "meaning/targets/tables.hpp"

#include <algorithm>

#include "meaning/reading/plain.hpp"
#include "meaning/targets/dates.hpp"
#include "meaning/targets/goals.hpp"
#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

struct YearColumn {
  std::size_t column = 0;
  std::string year;
  bool of_goals = false;  // 'Streefwaarde 2014'
};

bool is_quantity(const Mention& mention) {
  return mention.type == MentionType::percentage || mention.type == MentionType::number;
}

class Reader {
 public:
  Reader(const TablePassage& table, int agreed, const std::vector<Mention>& mentions,
         const Rules& rules)
      : table_(table), agreed_(agreed), mentions_(mentions), rules_(rules) {}

  std::vector<Target> read() {
    const Table& table = table_.table->table;
    std::vector<const TableRow*> header;
    for (const TableRow& row : table.header) header.push_back(&row);
    const bool headless = header.empty() && !table.rows.empty();
    if (headless) header.push_back(&table.rows.front());
    for (const TableRow* row : header) {
      const auto years = year_columns(*row);
      if (years.size() >= 2) {
        read_years(years, headless ? 1 : 0);
        return std::move(targets_);
      }
    }
    read_benchmark();
    return std::move(targets_);
  }

 private:
  std::vector<YearColumn> year_columns(const TableRow& row) const {
    std::vector<YearColumn> years;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const auto match = rules_.match("table.year", row.cells[i].text);
      if (!match) continue;
      const std::string& text = row.cells[i].text;
      years.push_back(
          {i, std::string(slice(text, *match->group("year"))), rules_.holds("table.goal", text)});
    }
    return years;
  }

  void read_years(const std::vector<YearColumn>& years, std::size_t first_row) {
    const YearColumn* baseline = baseline_column(years);
    for (std::size_t r = first_row; r < table_.table->table.rows.size(); ++r) {
      const TableRow& row = table_.table->table.rows[r];
      for (const YearColumn& year : years) {
        if (&year == baseline || !is_goal(year, years, baseline)) continue;
        const Mention* goal = figure(row, year.column);
        if (goal == nullptr) continue;
        Target& target = add(row, *goal, *goal, year.year, "target.table-years");
        const Mention* from = baseline == nullptr ? nullptr : figure(row, baseline->column);
        if (from != nullptr) set_baseline(target, *from, baseline->year);
      }
    }
  }

  static bool name_goals(const std::vector<YearColumn>& years) {
    return std::any_of(years.begin(), years.end(), [](const YearColumn& y) { return y.of_goals; });
  }

  // The last year that is no goal, where the headers tell; or else the last one before the
  // agreement; the first column where its year is not known.
  const YearColumn* baseline_column(const std::vector<YearColumn>& years) const {
    const bool named = name_goals(years);
    if (agreed_ == 0 && !named) return &years.front();
    const YearColumn* last = nullptr;
    for (const YearColumn& year : years) {
      const bool earlier = named ? !year.of_goals : year_of(year.year) < agreed_;
      if (earlier && (last == nullptr || year.year > last->year)) last = &year;
    }
    return last;
  }

  bool is_goal(const YearColumn& year, const std::vector<YearColumn>& years,
               const YearColumn* baseline) const {
    if (name_goals(years)) return year.of_goals;
    if (baseline != nullptr && year.year <= baseline->year) return false;
    return agreed_ == 0 || year_of(year.year) >= agreed_;
  }

  void read_benchmark() {
    const std::string_view behind = table_.behind;
    const auto at =
        rules_.find_behind("table.benchmark", "table.benchmark-place", behind, {0, behind.size()});
    if (!at) return;
    const std::string place = fold(slice(behind, *at));
    const auto& rows = table_.table->table.rows;
    const auto benchmark = std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) {
      return !row.cells.empty() && fold(row.cells[0].text) == place;
    });
    if (benchmark == rows.end()) return;
    const auto told = rules_.find_in("table.benchmark-year", behind, {at->end, behind.size()});
    const std::string year =
        told ? std::string(slice(behind, {told->begin + 1, told->end})) : year_before();
    for (const TableRow& row : rows) {
      if (&row != &*benchmark) read_benchmark_row(row, *benchmark, year);
    }
  }

  void read_benchmark_row(const TableRow& row, const TableRow& benchmark, const std::string& year) {
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const Mention* from = figure(row, i);
      const Mention* goal = figure(benchmark, i);
      if (from == nullptr || goal == nullptr) continue;
      Target& target = add(row, *from, *goal, {}, "target.table-benchmark");
      target.place = row.cells[0].text;
      set_baseline(target, *from, year);
    }
  }

  // The year of the words before the table.
  std::string year_before() const {
    const auto year = rules_.find("table.any-year", table_.before);
    return year ? std::string(slice(table_.before, *year)) : std::string();
  }

  const Mention* figure(const TableRow& row, std::size_t column) const {
    if (column >= row.cells.size() || row.cells[column].span.empty()) return nullptr;
    for (const Mention* mention : mentions_in(mentions_, row.cells[column].span)) {
      if (is_quantity(*mention) && mention->value.amount) return mention;
    }
    return nullptr;
  }

  Target& add(const TableRow& row, const Mention& at, const Mention& goal, const std::string& year,
              const char* rule) {
    Target target;
    target.id = "t" + (at.id.empty() ? std::string() : at.id.substr(1));
    target.in = table_.passage->holder->id;
    target.indicator = collapsed(row.cells[0].text);
    target.indicator_span = row.cells[0].span;
    target.place = table_.place;
    target.target.value = goal.value.amount;
    target.target.upper = goal.value.upper;
    target.target.date = year;
    target.target.mention = goal.id;
    target.target.qualifier = goal.qualifier;
    target.unit = unit_of(goal, target.indicator);
    target.span = at.span;
    target.rule = rule;
    targets_.push_back(std::move(target));
    return targets_.back();
  }

  static void set_baseline(Target& target, const Mention& from, const std::string& year) {
    target.baseline.value = from.value.amount;
    target.baseline.upper = from.value.upper;
    target.baseline.date = year;
    target.baseline.mention = from.id;
    target.direction = direction_between(target);
  }

  std::string_view unit_of(const Mention& mention, const std::string& indicator) const {
    if (mention.type == MentionType::percentage) return mention.value.unit == "pp" ? "pp" : "%";
    if (indicator.find('%') != std::string::npos) return "%";
    const bool graded = rules_.holds("indicator.grade", indicator) ||
                        rules_.holds("indicator.grade", table_.before) ||
                        mention.value.amount->exponent < 0;
    return graded ? "grade" : "number";
  }

  const TablePassage& table_;
  int agreed_;  // year of the agreement; 0 when unknown
  const std::vector<Mention>& mentions_;
  const Rules& rules_;
  std::vector<Target> targets_;
};

}  // namespace

std::vector<Target> table_targets(const TablePassage& table, int year,
                                  const std::vector<Mention>& mentions, const Rules& rules) {
  return Reader(table, year, mentions, rules).read();
}

}  // namespace handvest::meaning
