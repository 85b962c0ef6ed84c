#include "source/readers/docx_parts.hpp"

#include <algorithm>

#include "source/xml.hpp"

namespace handvest {
namespace {

// Styles inherit in a chain; a damaged file may have made it a ring.
constexpr int kLongestChain = 20;
constexpr int kLevels = 9;

std::string value_of(const pugi::xml_node& property) {
  return std::string(attribute_of(property, "val"));
}

int integer_of(const pugi::xml_node& property, int otherwise) {
  return property ? pugi::xml_node(property).attribute("w:val").as_int(otherwise) : otherwise;
}

Counting counting_of(std::string_view format) {
  if (format == "lowerLetter") return Counting::lower_letter;
  if (format == "upperLetter") return Counting::upper_letter;
  if (format == "lowerRoman") return Counting::lower_roman;
  if (format == "upperRoman") return Counting::upper_roman;
  return Counting::decimal;
}

DocxLevel level_of(const pugi::xml_node& node) {
  DocxLevel level;
  const std::string format = value_of(child_of(node, "numFmt"));
  level.bullet = format == "bullet";
  level.counting = counting_of(format);
  level.text = value_of(child_of(node, "lvlText"));
  level.none = format == "none" || level.text.find_first_not_of(' ') == std::string::npos;
  level.start = integer_of(child_of(node, "start"), 1);
  return level;
}

// "heading 2" and "Heading 2" are the built-in names in every language of Word.
int heading_of_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool heading = name.size() == 9 && name.starts_with("heading ");
  return heading && name[8] >= '1' && name[8] <= '9' ? name[8] - '0' : 0;
}

}  // namespace

bool is_on(const pugi::xml_node& property) {
  const std::string value = value_of(property);
  return !property.empty() && value != "0" && value != "false" && value != "off";
}

DocxNumbering::DocxNumbering(const pugi::xml_node& part) {
  const pugi::xml_node root = part.first_child() ? child_of(part, "numbering") : part;
  for (const auto& node : root.children()) {
    if (local_name(node) == "abstractNum") {
      const std::string id(attribute_of(node, "abstractNumId"));
      if (const auto link = child_of(node, "styleLink")) styled_[value_of(link)] = id;
      if (const auto link = child_of(node, "numStyleLink")) links_[id] = value_of(link);
      Levels& levels = abstract_[id];
      for (const auto& level : node.children()) {
        if (local_name(level) != "lvl") continue;
        levels[level.attribute("w:ilvl").as_int()] = level_of(level);
      }
    } else if (local_name(node) == "num") {
      add_list(node);
    }
  }
}

void DocxNumbering::add_list(const pugi::xml_node& node) {
  List& list = lists_[std::string(attribute_of(node, "numId"))];
  list.abstract = value_of(child_of(node, "abstractNumId"));
  const auto link = links_.find(list.abstract);
  const auto styled = link == links_.end() ? styled_.end() : styled_.find(link->second);
  if (styled != styled_.end()) list.abstract = styled->second;
  for (const auto& change : node.children()) {
    if (local_name(change) != "lvlOverride") continue;
    const int level = change.attribute("w:ilvl").as_int();
    if (const auto own = child_of(change, "lvl")) list.own[level] = level_of(own);
    if (const auto start = child_of(change, "startOverride"))
      list.restarts[level] = integer_of(start, 1);
  }
}

const DocxLevel& DocxNumbering::level_of_list(const List& list, int level) {
  const auto own = list.own.find(level);
  return own != list.own.end() ? own->second : abstract_[list.abstract][level];
}

std::string DocxNumbering::next_marker(const std::string& number, int level) {
  const auto found = lists_.find(number);
  if (found == lists_.end()) return "-";
  List& list = found->second;
  const DocxLevel& shown = level_of_list(list, level);
  auto& counters = counters_[list.abstract];
  const auto counter = counters.find(level);
  const auto restart = list.restarts.extract(level);
  if (restart)
    counters[level] = restart.mapped();
  else
    counters[level] = counter == counters.end() ? shown.start : counter->second + 1;
  counters.erase(counters.upper_bound(level), counters.end());
  if (shown.none) return {};
  if (shown.bullet) return "-";
  std::string marker = shown.text;
  for (int i = 0; i < kLevels; ++i) {
    const std::string place = "%" + std::to_string(i + 1);
    const std::size_t at = marker.find(place);
    if (at == std::string::npos) continue;
    const DocxLevel& outer = level_of_list(list, i);
    const auto count = counters.find(i);
    const int value = count == counters.end() ? outer.start : count->second;
    marker.replace(at, place.size(), counted(value, outer.counting));
  }
  return marker;
}

DocxStyles::DocxStyles(const pugi::xml_node& part) {
  for (const auto& node : child_of(part, "styles").children()) {
    if (local_name(node) == "style") styles_[std::string(attribute_of(node, "styleId"))] = node;
  }
}

DocxStyle DocxStyles::style(const std::string& id) const {
  DocxStyle result;
  std::string next = id;
  for (int i = 0; i < kLongestChain && !next.empty(); ++i) {
    const auto found = styles_.find(next);
    if (found == styles_.end()) break;
    const pugi::xml_node& node = found->second;
    const std::string name = value_of(child_of(node, "name"));
    const auto properties = child_of(node, "pPr");
    const int outline = integer_of(child_of(properties, "outlineLvl"), kLevels);
    if (result.heading == 0) result.heading = heading_of_name(name);
    if (result.heading == 0 && outline < kLevels) result.heading = outline + 1;
    result.title = result.title || name == "Title" || name == "title";
    result.bold = result.bold || is_on(child_of(child_of(node, "rPr"), "b"));
    const auto list = child_of(properties, "numPr");
    if (result.list.empty() && list) {
      result.list = value_of(child_of(list, "numId"));
      result.list_level = integer_of(child_of(list, "ilvl"), 0);
    }
    next = value_of(child_of(node, "basedOn"));
  }
  return result;
}

}  // namespace handvest
