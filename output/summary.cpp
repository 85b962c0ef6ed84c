#include "output/summary.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include "text/code_points.hpp"

namespace handvest {
namespace {

/// Its names are the outline's.
struct Node {
  std::string_view city;
  std::string_view theme;
};

struct Counts {
  std::size_t sections = 0;
  std::size_t blocks = 0;
};

/// Where every node of the outline belongs. Refers to the outline, which must outlive it.
class Nodes {
 public:
  explicit Nodes(const Outline& outline) {
    add_sections(outline.sections, "");
    for (const Charter& charter : outline.charters) {
      nodes_[charter.id] = {charter.city.name, ""};
      add_sections(charter.sections, charter.city.name);
    }
  }

  Node of(std::string_view id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? Node{} : found->second;
  }
  const Counts& counts() const { return counts_; }

 private:
  void add_sections(const std::vector<Section>& sections, std::string_view city) {
    for (const Section& section : sections) {
      ++counts_.sections;
      nodes_[section.id] = {city, section.theme};
      for (const Block& block : section.blocks) {
        ++counts_.blocks;
        nodes_[block.id] = {city, section.theme};
      }
      add_sections(section.sections, city);
    }
  }

  std::unordered_map<std::string_view, Node> nodes_;
  Counts counts_;
};

constexpr std::array<const char*, 3> kSides = {"rijk", "stad", "overig"};

struct Row {
  std::size_t targets = 0;
  std::array<Decimal, kSides.size()> sums{};
};

using Rows = std::map<std::string_view, Row>;                   // by theme
using Cities = std::vector<std::pair<std::string_view, Rows>>;  // in the order of the text

Rows& rows_of(Cities& cities, std::string_view city) {
  const auto found = std::find_if(cities.begin(), cities.end(),
                                  [&](const auto& entry) { return entry.first == city; });
  if (found != cities.end()) return found->second;
  return cities.emplace_back(city, Rows{}).second;
}

bool adds_up(const Pledge& pledge) {
  return pledge.currency == "EUR" && pledge.scope != "national" &&
         pledge.rule != "pledge.table-total";
}

Cities tabulate(const Extraction& extraction, const Nodes& nodes) {
  Cities cities;
  for (const Charter& charter : extraction.outline.charters) rows_of(cities, charter.city.name);
  for (const Target& target : extraction.meaning.targets) {
    const Node node = nodes.of(target.in);
    ++rows_of(cities, node.city)[node.theme].targets;
  }
  for (const Pledge& pledge : extraction.meaning.pledges) {
    const auto side = std::find(kSides.begin(), kSides.end(), pledge.side);
    if (side == kSides.end() || !adds_up(pledge)) continue;
    const Node node = nodes.of(pledge.in);
    Decimal& sum = rows_of(cities, node.city)[node.theme]
                       .sums[static_cast<std::size_t>(side - kSides.begin())];
    sum = add(sum, pledge.amount).value_or(sum);
  }
  return cities;
}

// "2 900 000"; empty for nothing.
std::string euros(const Decimal& sum) {
  if (sum.coefficient == 0) return {};
  std::string text = sum.to_string();
  const std::size_t point = text.find('.');
  constexpr std::size_t kGroup = 3;
  for (std::size_t i = point == std::string::npos ? text.size() : point; i > kGroup;) {
    i -= kGroup;
    text.insert(i, " ");
  }
  return text;
}

constexpr std::size_t kCityWidth = 18;
constexpr std::size_t kThemeWidth = 22;
constexpr std::size_t kTargetsWidth = 8;
constexpr std::size_t kSumWidth = 16;

// Columns of one width, and at least one blank between them.
std::size_t blanks_beside(std::string_view text, std::size_t width) {
  const std::size_t used = count_code_points(text);
  return used >= width ? 1 : width - used;
}

void add_left(std::string& line, std::string_view text, std::size_t width) {
  line += text;
  line.append(blanks_beside(text, width), ' ');
}

void add_right(std::string& line, std::string_view text, std::size_t width) {
  line.append(blanks_beside(text, width), ' ');
  line += text;
}

void print_line(std::ostream& out, std::string_view city, std::string_view theme,
                const std::string& targets, const std::array<std::string, kSides.size()>& sums) {
  std::string line;
  add_left(line, city, kCityWidth);
  add_left(line, theme, kThemeWidth);
  add_right(line, targets, kTargetsWidth);
  for (const auto& sum : sums) add_right(line, sum, kSumWidth);
  line.resize(line.find_last_not_of(' ') + 1);
  out << line << "\n";
}

void print_row(std::ostream& out, std::string_view city, std::string_view theme, const Row& row) {
  const std::string targets = row.targets == 0 ? "" : std::to_string(row.targets);
  print_line(out, city, theme, targets,
             {euros(row.sums[0]), euros(row.sums[1]), euros(row.sums[2])});
}

void print_table(std::ostream& out, const Cities& cities) {
  out << "\n";
  print_line(out, "city", "theme", "targets", {"rijk, EUR", "stad, EUR", "others, EUR"});
  for (const auto& [city, rows] : cities) {
    std::string_view name = city.empty() ? "-" : city;
    if (rows.empty()) print_line(out, name, "nothing found", "", {});
    for (const auto& [theme, row] : rows) {
      print_row(out, name, theme.empty() ? "-" : theme, row);
      name = {};
    }
  }
  out << "Sums for the whole country and totals of tables are left out; what recurs counts once.\n";
}

void print_mentions(std::ostream& out, const std::vector<Mention>& mentions) {
  std::map<MentionType, std::size_t> by_type;
  for (const Mention& mention : mentions) ++by_type[mention.type];
  out << "mentions   " << mentions.size();
  const char* separator = ": ";
  for (const auto& [type, count] : by_type) {
    out << separator << count << " " << name_of(type);
    separator = ", ";
  }
  out << "\n";
}

void print_warnings(std::ostream& out, const std::vector<Warning>& warnings) {
  std::map<std::string, std::size_t> by_code;
  for (const Warning& warning : warnings) ++by_code[warning.code];
  out << "warnings   " << warnings.size();
  const char* separator = ": ";
  for (const auto& [code, count] : by_code) {
    out << separator << count << " " << code;
    separator = ", ";
  }
  out << "\n";
}

}  // namespace

std::string summary(const Extraction& extraction) {
  const Nodes nodes(extraction.outline);
  std::ostringstream out;
  out << extraction.source.name << ": " << extraction.outline.kind << "\n";
  out << "cities     " << extraction.outline.charters.size() << "\n";
  out << "sections   " << nodes.counts().sections << "\n";
  out << "blocks     " << nodes.counts().blocks << "\n";
  print_mentions(out, extraction.mentions.mentions);
  out << "targets    " << extraction.meaning.targets.size() << "\n";
  out << "pledges    " << extraction.meaning.pledges.size() << "\n";
  out << "parallels  " << extraction.meaning.parallels.size() << "\n";
  print_warnings(out, extraction.warnings);
  const Cities cities = tabulate(extraction, nodes);
  if (!cities.empty()) print_table(out, cities);
  return out.str();
}

}  // namespace handvest
