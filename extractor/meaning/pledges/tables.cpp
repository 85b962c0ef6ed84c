#include "meaning/pledges/tables.hpp"

#include <algorithm>
#include <map>

#include "meaning/pledges/payers.hpp"
#include "meaning/pledges/sentence.hpp"
#include "meaning/reading/plain.hpp"

namespace handvest::meaning {
namespace {

struct NamedPayer {
  std::string name;
  std::string side;
};

std::string without_mark(const std::string& cell) {
  return collapsed(cell.substr(std::min(cell.find_first_not_of("-–•* "), cell.size())));
}

class Reader {
 public:
  Reader(const Passage& passage, const Table& table, std::string_view lead,
         const std::vector<Mention>& mentions, const Payers& payers, const Rules& rules,
         std::vector<Pledge>& found)
      : passage_(passage),
        table_(table),
        lead_(lead),
        mentions_(mentions),
        payers_(payers),
        rules_(rules),
        found_(found) {}

  void read() {
    const auto columns = payer_columns();
    if (columns.empty()) side_of_rows_ = side_of_labels();
    NamedPayer of_rows;
    if (columns.empty() && side_of_rows_.empty()) of_rows = payer_of_lead();
    for (const TableRow& row : table_.rows) {
      if (row.cells.empty()) continue;
      if (!columns.empty()) {
        read_columns(row, columns);
      } else {
        read_row(row, of_rows);
      }
    }
  }

 private:
  std::map<std::size_t, NamedPayer> payer_columns() const {
    std::map<std::size_t, NamedPayer> columns;
    for (const TableRow& header : table_.header) {
      for (std::size_t i = 1; i < header.cells.size(); ++i) {
        const auto payer = payer_in(header.cells[i].text);
        if (payer) columns[i] = *payer;
      }
    }
    return columns;
  }

  std::optional<NamedPayer> payer_in(const std::string& text) const {
    const auto payers = payers_.find(text, {});
    if (payers.empty()) return std::nullopt;
    return NamedPayer{name_in(text), std::string(payers.front().side)};
  }

  // 'Gemeente; sociale pijler', 'corporaties (nieuwbouw)'
  static std::string name_in(const std::string& label) {
    const std::size_t end = label.find_first_of(";(:", 1);
    return without_mark(label.substr(0, std::min(label.find_last_not_of(' ', end - 1) + 1, end)));
  }

  // 'Corporatie' over the labels of the rows: each names one. Under 'Gemeente' they name whom the
  // sums are for as often.
  std::string side_of_labels() const {
    for (const TableRow& header : table_.header) {
      if (header.cells.empty()) continue;
      const auto payer = payer_in(header.cells[0].text);
      if (payer && payer->side == "overig") return payer->side;
    }
    return {};
  }

  // 'Het bod van de corporaties is als volgt:'
  NamedPayer payer_of_lead() const {
    if (!rules_.holds("table.lead", lead_)) return {};
    const auto payers = payers_.find(lead_, {});
    if (payers.empty()) return {};
    const Payer& last = payers.back();
    return {collapsed(slice(lead_, last.name)), std::string(last.side)};
  }

  void read_columns(const TableRow& row, const std::map<std::size_t, NamedPayer>& columns) {
    for (const auto& [column, payer] : columns) {
      if (const Mention* sum = sum_in(row, column)) add(row, column, *sum, payer);
    }
  }

  // 'Corporatie Hof: 4,3 miljoen'; a row without a payer goes on with that of the row above.
  void read_row(const TableRow& row, NamedPayer& payer) {
    const std::string& label = row.cells[0].text;
    if (const auto named = payer_in(label)) {
      payer = *named;
    } else if (!side_of_rows_.empty() && !label.empty()) {
      payer = {name_in(label), side_of_rows_};
    }
    if (payer.side.empty()) return;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const Mention* sum = sum_in(row, i);
      if (sum == nullptr) continue;
      return add(row, i, *sum, payer);
    }
  }

  const Mention* sum_in(const TableRow& row, std::size_t column) const {
    if (column >= row.cells.size() || row.cells[column].span.empty()) return nullptr;
    for (const Mention* mention : mentions_in(mentions_, row.cells[column].span)) {
      if (!mention->value.amount || mention->value.amount->coefficient == 0) continue;
      const bool sum = mention->type == MentionType::money || is_bare_sum(*mention) ||
                       in_euros(column, *mention);
      if (sum) return mention;
    }
    return nullptr;
  }

  // A bare figure in a column whose header or caption names the unit.
  bool in_euros(std::size_t column, const Mention& mention) const {
    return mention.type == MentionType::number && column < table_.columns.size() &&
           table_.columns[column].unit == "EUR";
  }

  // '2.500.000' under 'inzet gemeente', in a table that names no unit.
  static bool is_bare_sum(const Mention& mention) {
    constexpr double kLeast = 10000;
    return mention.type == MentionType::number && mention.value.unit.empty() &&
           mention.value.amount->to_double() >= kLeast;
  }

  void add(const TableRow& row, std::size_t column, const Mention& sum, const NamedPayer& payer) {
    const bool total = rules_.holds("table.total", row.cells[0].text);
    Pledge& pledge = found_.emplace_back(
        pledge_of(sum, passage_, total ? "pledge.table-total" : "pledge.table"));
    if (in_euros(column, sum)) {
      const auto scaled = scale_by_power_of_ten(pledge.amount, table_.columns[column].power);
      pledge.amount = scaled.value_or(pledge.amount);
    }
    pledge.payer = payer.name;
    pledge.side = payer.side;
    pledge.purpose = without_mark(row.cells[0].text);
    pledge.scope = "city";
  }

  const Passage& passage_;
  const Table& table_;
  std::string_view lead_;  // the text before the table
  const std::vector<Mention>& mentions_;
  const Payers& payers_;
  const Rules& rules_;
  std::vector<Pledge>& found_;
  std::string side_of_rows_;  // empty where the labels of the rows name nobody
};

}  // namespace

void add_table_pledges(const Passage& passage, const Table& table, std::string_view lead,
                       const std::vector<Mention>& mentions, const Payers& payers,
                       const Rules& rules, std::vector<Pledge>& found) {
  Reader(passage, table, lead, mentions, payers, rules, found).read();
}

}  // namespace handvest::meaning
