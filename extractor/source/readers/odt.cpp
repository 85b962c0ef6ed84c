// OpenDocument text (ISO/IEC 26300). Deleted text of tracked changes stands apart in the file, in
// text:tracked-changes, and is left out; so are comments and hidden text. Text boxes stand behind
// the paragraph that they are anchored in. Running heads stand before the text, feet behind it.
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "source/formats.hpp"
#include "source/list_marker.hpp"
#include "source/markup_walk.hpp"
#include "source/metadata.hpp"
#include "source/office_package.hpp"
#include "source/roles.hpp"
#include "source/running_heads.hpp"

namespace handvest {
namespace {

constexpr std::array kRoles{
    NamedRole{"tracked-changes", Role::skip},
    NamedRole{"sequence-decls", Role::skip},
    NamedRole{"variable-decls", Role::skip},
    NamedRole{"forms", Role::skip},
    NamedRole{"annotation", Role::skip},
    NamedRole{"covered-table-cell", Role::skip},
    NamedRole{"table-column", Role::skip},
    NamedRole{"body", Role::container},
    NamedRole{"section", Role::container},
    NamedRole{"table-of-content", Role::container},
    NamedRole{"text-box", Role::container},
    NamedRole{"p", Role::paragraph},
    NamedRole{"list", Role::list},
    NamedRole{"table", Role::table},
    NamedRole{"table-header-rows", Role::table_head},
    NamedRole{"table-row", Role::row},
    NamedRole{"table-cell", Role::cell},
    NamedRole{"note", Role::note},
    NamedRole{"note-citation", Role::item_label},
    NamedRole{"line-break", Role::line_break},
    NamedRole{"tab", Role::tab},
    NamedRole{"s", Role::blank},
};

// Attributes that prepare() adds; OpenDocument has no such names.
constexpr const char* kMarker = "<marker>";
constexpr const char* kBold = "<bold>";
constexpr const char* kRaised = "<raised>";
constexpr const char* kTitle = "<title>";
constexpr const char* kHidden = "<hidden>";

bool is_drawing(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return is_element(node) && (name.starts_with("draw:") || name.starts_with("dr3d:"));
}

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (element.attribute(kHidden) || attribute_of(element, "display") == "none") return {Role::skip};
  // What an index is made from, and what a picture shows.
  if (name.ends_with("-source")) return {Role::skip};
  if ((name == "title" || name == "desc") && is_drawing(element.parent())) return {Role::skip};
  if (element.attribute(kBold)) return {Role::bold};
  if (element.attribute(kRaised)) return {Role::superscript};
  if (element.attribute(kTitle)) return {Role::title};
  if (name == "list-item" || name == "list-header") {
    return {Role::item, 0, element.attribute(kMarker).value()};
  }
  if (name == "h") return {Role::heading, element.attribute("text:outline-level").as_int(1)};
  return {role_named(kRoles, name)};
}

struct ListLevel {
  bool numbered = false;
  Counting counting = Counting::decimal;
  std::string prefix;
  std::string suffix;
  int start = 1;
  int shown_levels = 1;
};

// What the styles of both parts say.
struct Styles {
  std::map<std::string, std::map<int, ListLevel>> lists;
  std::set<std::string> bold;
  std::set<std::string> raised;
  std::set<std::string> hidden;
  std::map<std::string, std::string> parents;

  bool is_title(std::string name) const {
    for (int i = 0; i < 20 && !name.empty(); ++i) {
      if (name == "Title") return true;
      const auto parent = parents.find(name);
      name = parent == parents.end() ? std::string() : parent->second;
    }
    return false;
  }
};

Counting counting_of(std::string_view format) {
  if (format == "a") return Counting::lower_letter;
  if (format == "A") return Counting::upper_letter;
  if (format == "i") return Counting::lower_roman;
  if (format == "I") return Counting::upper_roman;
  return Counting::decimal;
}

// Of headings, whatever the style for their numbers is called.
constexpr const char* kOutline = "<outline>";

void read_list_style(const pugi::xml_node& style, const std::string& name, Styles& styles) {
  auto& levels = styles.lists[name];
  for (const auto& child : style.children()) {
    if (!is_element(child)) continue;
    ListLevel level;
    level.numbered = local_name(child) != "list-level-style-bullet" &&
                     !attribute_of(child, "num-format").empty();
    level.counting = counting_of(attribute_of(child, "num-format"));
    level.prefix = attribute_of(child, "num-prefix");
    level.suffix = attribute_of(child, "num-suffix");
    level.start = child.attribute("text:start-value").as_int(1);
    level.shown_levels = child.attribute("text:display-levels").as_int(1);
    levels[child.attribute("text:level").as_int(1)] = std::move(level);
  }
}

void read_styles(const pugi::xml_document& part, Styles& styles) {
  part.find_node([&](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "list-style") read_list_style(node, node.attribute("style:name").value(), styles);
    if (name == "outline-style") read_list_style(node, kOutline, styles);
    if (name == "style") {
      const std::string style = node.attribute("style:name").value();
      styles.parents[style] = node.attribute("style:parent-style-name").value();
      const auto properties = child_of(node, "text-properties");
      if (attribute_of(properties, "font-weight") == "bold") styles.bold.insert(style);
      if (attribute_of(properties, "text-position").starts_with("super"))
        styles.raised.insert(style);
      if (attribute_of(properties, "display") == "none") styles.hidden.insert(style);
    }
    return false;
  });
}

// Writes markers on the items of lists, in the order of the text. Recursion is bounded by load_xml.
class ListNumbers {
 public:
  explicit ListNumbers(const Styles& styles) : styles_(styles) {}

  void list(pugi::xml_node node, const std::string& outer_style, int level) {
    const std::string own = node.attribute("text:style-name").value();
    const std::string& style = own.empty() ? outer_style : own;
    const bool goes_on =
        node.attribute("text:continue-numbering").as_bool() || node.attribute("text:continue-list");
    auto& counters = counters_[style];
    if (!goes_on) counters[level] = format(style, level).start - 1;
    for (pugi::xml_node item : node.children()) {
      if (local_name(item) == "list-item") number(item, style, level);
      for (const pugi::xml_node child : item.children()) {
        if (local_name(child) == "list") list(child, style, level + 1);
      }
    }
  }

  /// Writes the number of a heading, which stands in no list, before its text.
  void heading(pugi::xml_node node) {
    const int level = node.attribute("text:outline-level").as_int(1);
    if (!format(kOutline, level).numbered || node.attribute("text:is-list-header").as_bool())
      return;
    auto& counters = counters_[kOutline];
    counters.erase(counters.upper_bound(level), counters.end());
    const std::string number = next(node, kOutline, level) + " ";
    node.prepend_child(pugi::node_pcdata).set_value(number.c_str());
  }

 private:
  ListLevel format(const std::string& style, int level) const {
    const auto levels = styles_.lists.find(style);
    if (levels == styles_.lists.end()) return {};
    // A style that does not describe a level counts it as the one above.
    const auto after = levels->second.upper_bound(level);
    return after == levels->second.begin() ? ListLevel{} : std::prev(after)->second;
  }

  void number(pugi::xml_node item, const std::string& style, int level) {
    const std::string marker = next(item, style, level);
    item.append_attribute(kMarker).set_value(marker.c_str());
  }

  // The marker of what comes next at the level.
  std::string next(const pugi::xml_node& node, const std::string& style, int level) {
    auto& counters = counters_[style];
    const ListLevel shown = format(style, level);
    const auto count = counters.try_emplace(level, shown.start - 1).first;
    count->second = node.attribute("text:start-value").as_int(count->second + 1);
    if (!shown.numbered) return "-";
    std::string marker = shown.prefix;
    for (int i = std::max(1, level - shown.shown_levels + 1); i < level; ++i) {
      const ListLevel outer = format(style, i);
      const int value = counters.try_emplace(i, outer.start).first->second;
      marker += counted(value, outer.counting) + ".";
    }
    return marker + counted(counters[level], shown.counting) + shown.suffix;
  }

  const Styles& styles_;
  std::map<std::string, std::map<int, int>> counters_;
};

// Whether the document parts its paragraphs by empty ones.
bool has_empty_paragraphs(const pugi::xml_node& body) {
  std::size_t empty = 0;
  std::size_t all = 0;
  body.find_node([&](const pugi::xml_node& node) {
    if (local_name(node) != "p") return false;
    ++all;
    if (!node.first_child()) ++empty;
    return false;
  });
  return parts_by_empty_paragraphs(empty, all);
}

bool is_in_list(const pugi::xml_node& node) {
  const std::string_view around = local_name(node.parent());
  return around == "list-item" || around == "list-header";
}

// Puts drawings with text behind the paragraphs that they are anchored in.
void move_boxes(const pugi::xml_node& body) {
  std::vector<pugi::xml_node> boxes;
  body.find_node([&](const pugi::xml_node& node) {
    const bool outermost = is_drawing(node) && !is_drawing(node.parent());
    if (outermost && descendant_of(node, "p")) boxes.push_back(node);
    return false;
  });
  for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
    pugi::xml_node block = box->parent();
    while (block && local_name(block) != "p" && local_name(block) != "h") block = block.parent();
    if (block) block.parent().insert_move_after(*box, block);
  }
}

void mark_style(pugi::xml_node node, const Styles& styles) {
  const std::string_view name = local_name(node);
  const std::string style = node.attribute("text:style-name").value();
  if (styles.hidden.contains(style)) node.append_attribute(kHidden);
  if (name == "span" && styles.bold.contains(style)) node.append_attribute(kBold);
  if (name == "span" && styles.raised.contains(style)) node.append_attribute(kRaised);
  if (name == "p" && styles.is_title(style)) node.append_attribute(kTitle);
}

void prepare(const pugi::xml_node& body, const Styles& styles) {
  move_boxes(body);
  ListNumbers numbers(styles);
  body.find_node([&](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "list" && !is_in_list(node)) {
      numbers.list(node, node.attribute("text:style-name").value(), 1);
    }
    if (name == "h" && !is_in_list(node)) numbers.heading(node);
    mark_style(node, styles);
    return false;
  });
}

// The heads or feet of the page styles: 'header' with its variants for first and left pages.
void write_running(pugi::xml_node styles, std::string_view name, RunningHeads& heads) {
  descendant_of(styles, "master-styles").find_node([&](const pugi::xml_node& node) {
    if (is_element(node) && local_name(node).starts_with(name)) heads.write(node);
    return false;
  });
}

}  // namespace

SourceText read_odt(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  const OfficePackage package(bytes, name, limits, {"content.xml", "styles.xml", "meta.xml"});
  Styles styles;
  read_styles(package.part("styles.xml"), styles);
  read_styles(package.part("content.xml"), styles);
  const pugi::xml_node body = descendant_of(package.part("content.xml"), "body");
  prepare(body, styles);
  BlockWriter writer(name, limits);
  if (has_empty_paragraphs(body)) writer.set_parted_by_empty_paragraphs();
  RunningHeads heads(writer);
  write_running(package.part("styles.xml"), "header", heads);
  if (body) MarkupWalk(writer, role_of).element(body);
  write_running(package.part("styles.xml"), "footer", heads);
  SourceText source = writer.finish();
  source.media_type = "application/vnd.oasis.opendocument.text";
  source.encoding = "UTF-8";
  source.locations.clear();  // paths into a part of a package help nobody
  source.title = title_from_properties(text_of(descendant_of(package.part("meta.xml"), "title")));
  source.warnings.insert(source.warnings.begin(), package.warnings().begin(),
                         package.warnings().end());
  return source;
}

}  // namespace handvest
