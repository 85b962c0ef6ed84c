// PAGE XML (PRImA), of any version; also what Transkribus writes into its `custom` attributes.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "source/formats.hpp"
#include "source/pages/blocks.hpp"
#include "source/pages/lines.hpp"
#include "source/pages/words.hpp"
#include "source/text_builder.hpp"
#include "source/xml.hpp"

namespace handvest {
namespace {

using pages::Box;
using pages::Cell;
using pages::Line;
using pages::PageContent;
using pages::Region;
using pages::Word;
using pugi::xml_node;

constexpr int most_cells = 100000;  // rows or columns that a cell can claim

Box box_of(const xml_node& node) {
  const xml_node coords = child_of(node, "Coords");
  if (const auto points = attribute_of(coords, "points"); !points.empty())
    return pages::box_of_points(points);
  std::string points;  // versions before 2013 have elements
  for (const xml_node& point : coords.children())
    points.append(attribute_of(point, "x"))
        .append(",")
        .append(attribute_of(point, "y"))
        .append(" ");
  return pages::box_of_points(points);
}

/// The value of a key in `custom="readingOrder {index:0;} structure {type:heading;}"`.
std::string_view custom_value(const xml_node& node, std::string_view group, std::string_view key) {
  std::string_view custom = attribute_of(node, "custom");
  const std::size_t at = custom.find(group);
  if (at == std::string_view::npos) return {};
  custom = custom.substr(at, custom.find('}', at) - at);
  const std::size_t begin = custom.find(key);
  if (begin == std::string_view::npos) return {};
  custom.remove_prefix(begin + key.size());
  return custom.substr(0, custom.find(';'));
}

int index_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_region(const xml_node& node) { return local_name(node).ends_with("Region"); }

/// Children that `wanted` takes, by Transkribus' index where all of them have one.
template <typename Wanted>
std::vector<xml_node> ordered_children(const xml_node& node, const Wanted& wanted) {
  std::vector<std::pair<int, xml_node>> children;
  bool indexed = true;
  for (const xml_node& child : node.children()) {
    if (!wanted(child)) continue;
    const auto index = custom_value(child, "readingOrder", "index:");
    indexed = indexed && !index.empty();
    children.emplace_back(index_of(index), child);
  }
  if (indexed)
    std::stable_sort(children.begin(), children.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<xml_node> nodes;
  for (const auto& [index, child] : children) nodes.push_back(child);
  return nodes;
}

/// The identifiers of the regions in reading order; groups nest, and indexed members may stand in
/// any order.
void collect_references(const xml_node& group, std::vector<std::string>& references) {
  std::vector<std::pair<int, xml_node>> members;
  for (const xml_node& member : group.children())
    if (is_element(member)) members.emplace_back(index_of(attribute_of(member, "index")), member);
  std::stable_sort(members.begin(), members.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [index, member] : members) {
    const auto reference = attribute_of(member, "regionRef");
    if (!reference.empty()) references.emplace_back(reference);
    collect_references(member, references);
  }
}

std::vector<xml_node> regions_of(const xml_node& page) {
  auto regions = ordered_children(page, is_region);
  std::vector<std::string> references;
  collect_references(child_of(page, "ReadingOrder"), references);
  std::map<std::string_view, std::size_t> rank;
  for (const auto& reference : references) rank.emplace(reference, rank.size());
  const auto rank_of = [&](const xml_node& region) {
    const auto found = rank.find(attribute_of(region, "id"));
    return found == rank.end() ? references.size() : found->second;
  };
  std::stable_sort(regions.begin(), regions.end(),
                   [&](const xml_node& a, const xml_node& b) { return rank_of(a) < rank_of(b); });
  return regions;
}

/// The readings of a line, word or region, the best first: that of the lowest index.
std::vector<xml_node> readings_of(const xml_node& node) {
  std::vector<xml_node> readings;
  for (const xml_node& child : node.children())
    if (local_name(child) == "TextEquiv") readings.push_back(child);
  std::stable_sort(readings.begin(), readings.end(), [](const xml_node& a, const xml_node& b) {
    return index_of(attribute_of(a, "index")) < index_of(attribute_of(b, "index"));
  });
  return readings;
}

/// The text of a line, word or region: the first of its readings that says anything.
Word reading_of(const xml_node& node) {
  Word word;
  for (const xml_node& reading : readings_of(node)) {
    if (!word.text.empty()) break;
    auto text = text_of(child_of(reading, "Unicode"));
    if (text.empty()) text = text_of(child_of(reading, "PlainText"));
    word.text = pages::printable(text);
    const double confidence = reading.attribute("conf").as_double(-1);
    word.confidence = confidence >= 0 && confidence <= 1 ? confidence : -1;
  }
  word.box = box_of(node);
  return word;
}

/// A line of its words where these say the same as the line, else of its own text.
Line read_line(const xml_node& node) {
  Line line;
  std::string joined;
  for (const xml_node& child :
       ordered_children(node, [](const xml_node& n) { return local_name(n) == "Word"; })) {
    Word word = reading_of(child);
    if (word.text.empty()) continue;
    joined += (joined.empty() ? "" : " ") + word.text;
    line.words.push_back(std::move(word));
  }
  Word whole = reading_of(node);
  if (!whole.text.empty() && joined != whole.text) {
    line.words.clear();
    line.words.push_back(std::move(whole));
  }
  if (!line.words.empty()) line = pages::line_of(std::move(line.words));
  return line;
}

std::vector<Line> lines_of(const xml_node& node) {
  std::vector<Line> lines;
  const auto is_line = [](const xml_node& child) { return local_name(child) == "TextLine"; };
  for (const xml_node& child : ordered_children(node, is_line)) {
    Line line = read_line(child);
    if (!line.words.empty()) lines.push_back(std::move(line));
  }
  if (!lines.empty()) return lines;
  Word whole = reading_of(node);
  if (!whole.text.empty()) lines.push_back(pages::line_of({std::move(whole)}));
  return lines;
}

void set_kind(const xml_node& node, Region& region) {
  std::string_view type = attribute_of(node, "type");
  if (type.empty()) type = custom_value(node, "structure", "type:");
  static const std::map<std::string_view, HintKind> kinds = {
      {"heading", HintKind::heading},         {"header", HintKind::furniture},
      {"footer", HintKind::furniture},        {"page-number", HintKind::furniture},
      {"footnote", HintKind::footnote},       {"caption", HintKind::caption},
      {"signature-mark", HintKind::furniture}};
  const auto found = kinds.find(type);
  if (found == kinds.end()) return;
  region.kind = found->second;
  for (Line& line : region.lines) line.furniture = region.kind == HintKind::furniture;
}

/// Place of a cell: attributes of its own (Transkribus) or of its role (PAGE from 2019 on).
Cell read_cell(const xml_node& node) {
  const xml_node role = descendant_of(child_of(node, "Roles"), "TableCellRole");
  const auto number = [&](const char* own, const char* of_role) {
    const auto value = attribute_of(node, own);
    const int index = index_of(value.empty() ? attribute_of(role, of_role) : value);
    return std::clamp(index, 0, most_cells);
  };
  Cell cell;
  cell.row = number("row", "rowIndex");
  cell.column = number("col", "columnIndex");
  cell.row_span = std::max(1, number("rowSpan", "rowSpan"));
  cell.column_span = std::max(1, number("colSpan", "colSpan"));
  cell.lines = lines_of(node);
  return cell;
}

bool is_cell(const xml_node& node) {
  return local_name(node) == "TableCell" ||
         descendant_of(child_of(node, "Roles"), "TableCellRole") != xml_node();
}

class PageXmlReader {
 public:
  std::vector<PageContent> pages;

  void read(const xml_node& root) {
    for (const xml_node& node : root.children()) {
      if (local_name(node) != "Page") continue;
      PageContent page;
      page.width = std::max(0, node.attribute("imageWidth").as_int());
      page.height = std::max(0, node.attribute("imageHeight").as_int());
      pages.push_back(std::move(page));
      for (const xml_node& region : regions_of(node)) read_region(region);
    }
  }

 private:
  /// A region and those inside it, whose depth load_xml() bounds.
  void read_region(const xml_node& node) {
    Region region;
    std::vector<xml_node> inner;
    for (const xml_node& child :
         ordered_children(node, [](const xml_node& n) { return is_region(n) || is_cell(n); })) {
      if (is_cell(child))
        region.cells.push_back(read_cell(child));
      else
        inner.push_back(child);
    }
    std::stable_sort(region.cells.begin(), region.cells.end(), [](const Cell& a, const Cell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    if (!region.cells.empty()) pages.back().regions.push_back(std::move(region));
    // A region's own text repeats that of the regions inside it.
    if (inner.empty() || child_of(node, "TextLine") != xml_node()) read_lines(node);
    for (const xml_node& child : inner) read_region(child);
  }

  void read_lines(const xml_node& node) {
    Region region;
    region.lines = lines_of(node);
    set_kind(node, region);
    if (!region.lines.empty()) pages.back().regions.push_back(std::move(region));
  }
};

}  // namespace

SourceText read_page_xml(std::string_view bytes, const std::string& name,
                         const ReadLimits& limits) {
  XmlFile file = load_xml(bytes, name, limits);
  PageXmlReader reader;
  reader.read(file.document.document_element());
  TextBuilder text(name, limits);
  text.result().media_type = "application/vnd.prima.page+xml";
  text.result().box_unit = "px";
  text.result().encoding = file.encoding;
  text.result().warnings = std::move(file.warnings);
  return pages::finish_blocks(std::move(reader.pages), name, text);
}

}  // namespace handvest
