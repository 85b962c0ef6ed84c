#include "mentions/table_units.hpp"

#include <algorithm>
#include <string>

namespace handvest {
namespace {

constexpr std::size_t kIntroduction = 400;

// Has the amount a scale word or letter of its own?
bool has_own_scale(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// 2.500.000, 10.200: figures in groups, as sums of money are printed.
bool has_groups(std::string_view text) {
  const std::size_t point = text.find('.');
  return point != std::string_view::npos && text.size() - point > 3 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c == ','; });
}

void scale(Mention& mention, int power) {
  const auto low = scale_by_power_of_ten(*mention.value.amount, power);
  if (!low) return;
  if (mention.value.upper) {
    const auto high = scale_by_power_of_ten(*mention.value.upper, power);
    if (!high) return;
    mention.value.upper = high;
  }
  mention.value.amount = low;
}

bool speaks_of_money(std::string_view text, const Lexicon& lexicon) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n.,:;()|", begin), text.size());
    if (end > begin &&
        lexicon.find(WordGroup::money_context, text.substr(begin, end - begin)) != nullptr) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

// Does a row's label say that its figures are percentages: 'Bereik (%)', 'percentage huurders'?
bool tells_of_percentages(const TableRow& row) {
  const auto label = std::find_if(row.cells.begin(), row.cells.end(),
                                  [](const TableCell& cell) { return !cell.text.empty(); });
  if (label == row.cells.end()) return false;
  const std::string word = Lexicon::key(label->text);
  const bool sign =
      label->text.find("(%)") != std::string::npos || label->text.find("in %") != std::string::npos;
  return sign || word.starts_with("percentage");
}

// In a table in thousands in which every fraction has three figures, the comma parts groups:
// '10,151' is ten million.
bool has_grouping_commas(const Table& table) {
  std::size_t groups = 0;
  for (const auto& row : table.rows) {
    for (const auto& cell : row.cells) {
      const std::size_t comma = cell.text.rfind(',');
      if (comma == std::string::npos) continue;
      const std::string_view behind = std::string_view(cell.text).substr(comma + 1);
      const bool three =
          behind.size() == 3 && behind.find_first_not_of("0123456789") == std::string_view::npos;
      if (!three) return false;
      ++groups;
    }
  }
  return groups >= 3;
}

bool has_units(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Table::ColumnUnit& unit) { return !unit.unit.empty(); });
}

class TableUnits {
 public:
  TableUnits(std::string_view text, const Lexicon& lexicon, std::vector<Mention>& mentions)
      : text_(text), lexicon_(lexicon), mentions_(mentions) {}

  void apply(const OutlineTable& outlined) {
    const Table& table = outlined.table;
    const Table::ColumnUnit whole =
        has_units(table) ? Table::ColumnUnit{} : unit_of_introduction(outlined);
    const bool bare_money = !has_units(table) && whole.unit.empty() && tells_of_money(outlined);
    const int grouping = has_grouping_commas(table) ? 3 : 0;
    for (const auto& row : table.rows) {
      const bool percentages = tells_of_percentages(row);
      std::size_t column = 0;
      for (const auto& cell : row.cells) {
        Table::ColumnUnit unit = column < table.columns.size() ? table.columns[column] : whole;
        if (unit.unit.empty() && unit.power == 0) unit = whole;
        if (unit.unit == "EUR" && unit.power == 3) unit.power += grouping;
        if (percentages) unit = {"%", 0};
        apply(cell.span, unit, bare_money);
        column += static_cast<std::size_t>(std::max(1, cell.column_span));
      }
    }
  }

 private:
  // The end of the paragraph just before the table.
  std::string_view introduction_of(const OutlineTable& outlined) const {
    const std::string_view before = text_.substr(0, outlined.span.begin);
    const std::size_t end = before.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos) return {};
    const std::size_t line = before.find_last_of('\n', end);
    std::size_t from = line == std::string_view::npos ? 0 : line + 1;
    from = std::max(from, end < kIntroduction ? 0 : end - kIntroduction);
    return before.substr(from, end + 1 - from);
  }

  // 'bedragen x € 1.000'
  Table::ColumnUnit unit_of_introduction(const OutlineTable& outlined) const {
    const std::string introduction = Lexicon::key(introduction_of(outlined));
    for (const auto& [form, power] : lexicon_.words(WordGroup::table_scale)) {
      const bool found = introduction.find(Lexicon::key(form)) != std::string::npos;
      if (found && !power.empty()) return {"EUR", power.front() - '0'};
    }
    return {};
  }

  bool tells_of_money(const OutlineTable& outlined) const {
    const std::size_t from = outlined.span.begin;
    std::size_t until = outlined.span.end;
    if (!outlined.table.rows.empty() && !outlined.table.rows.front().cells.empty()) {
      until = std::max(from, outlined.table.rows.front().cells.front().span.begin);
    }
    return speaks_of_money(introduction_of(outlined), lexicon_) ||
           speaks_of_money(text_.substr(from, until - from), lexicon_) ||
           speaks_of_money(outlined.table.caption, lexicon_);
  }

  void apply(const Span& cell, const Table::ColumnUnit& unit, bool bare_money) {
    auto mention = std::lower_bound(
        mentions_.begin(), mentions_.end(), cell.begin,
        [](const Mention& candidate, std::size_t at) { return candidate.span.begin < at; });
    for (; mention != mentions_.end() && cell.contains(mention->span) && !cell.empty(); ++mention) {
      const bool number = mention->type == MentionType::number;
      const bool money = mention->type == MentionType::money;
      if ((!number && !money) || !mention->value.amount) continue;
      const std::string_view text = slice(text_, mention->span);
      if (number && unit.unit == "%") mention->type = MentionType::percentage;
      if (number && (unit.unit == "EUR" || (bare_money && has_groups(text)))) {
        mention->type = MentionType::money;
      }
      const bool scaled = unit.power != 0 && unit.unit != "%" && !has_own_scale(text);
      if (scaled) scale(*mention, unit.power);
      if (mention->type == MentionType::money && number) mention->value.unit = "EUR";
      if (mention->type == MentionType::percentage) mention->value.unit = "%";
      normalize_amount(*mention);
    }
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void normalize_amount(Mention& mention) {
  std::string text = mention.value.amount->to_string();
  if (mention.value.upper) text += "/" + mention.value.upper->to_string();
  if (mention.type == MentionType::money) text = mention.value.unit + " " + text;
  if (mention.type == MentionType::percentage && mention.value.unit == "pp") text += "pp";
  mention.normalized = text;
}

void apply_table_units(std::string_view text, const Outline& outline, const Lexicon& lexicon,
                       std::vector<Mention>& mentions) {
  TableUnits units(text, lexicon, mentions);
  for (const auto& table : outline.tables) units.apply(table);
  for (const auto& charter : outline.charters) {
    for (const auto& table : charter.tables) units.apply(table);
  }
}

}  // namespace handvest
