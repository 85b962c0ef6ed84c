#include "source/html_notes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "source/xml.hpp"

namespace handvest {
namespace {

// Attributes that no HTML has.
constexpr const char* kNote = "<note>";
constexpr const char* kLabel = "<label>";

constexpr std::size_t kLongestMark = 5;  // '[123]'
// What is longer is a part of the document that a raised link leads to.
constexpr std::size_t kLongestNote = 5000;

bool is_link(const pugi::xml_node& node) {
  return local_name(node) == "a" && attribute_of(node, "href").starts_with('#') &&
         attribute_of(node, "href").size() > 1;
}

std::string mark_of(const pugi::xml_node& node) {
  std::string text = text_of(node);
  std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; });
  return text;
}

bool is_mark(const std::string& text) {
  const bool number = text.find_first_not_of("0123456789") == std::string::npos;
  const bool stars = text.find_first_not_of('*') == std::string::npos;
  return !text.empty() && text.size() <= kLongestMark && (number || stars);
}

bool is_raised(const pugi::xml_node& link) {
  return local_name(link.parent()) == "sup" || !descendant_of(link, "sup").empty();
}

// The block that the target of a link begins.
pugi::xml_node block_of(pugi::xml_node target) {
  constexpr std::array<std::string_view, 5> kBlocks{"p", "li", "div", "dd", "td"};
  while (target && std::find(kBlocks.begin(), kBlocks.end(), local_name(target)) == kBlocks.end()) {
    target = target.parent();
  }
  return target && local_name(target) != "td" ? target : pugi::xml_node();
}

bool is_inside(pugi::xml_node node, const pugi::xml_node& outer) {
  while (node && node != outer) node = node.parent();
  return !node.empty();
}

struct Placed {
  pugi::xml_node node;
  std::size_t order = 0;  ///< in the document
};

struct Links {
  std::vector<Placed> marks;
  std::unordered_map<std::string, Placed> targets;
};

Links links_in(const pugi::xml_node& tree) {
  Links links;
  std::size_t order = 0;
  tree.find_node([&](const pugi::xml_node& node) {
    if (!is_element(node)) return false;
    ++order;
    if (is_link(node) && is_raised(node) && is_mark(mark_of(node))) {
      links.marks.push_back({node, order});
    }
    for (const char* name : {"id", "name"}) {
      if (const auto attribute = node.attribute(name)) {
        links.targets.emplace(attribute.value(), Placed{node, order});
      }
    }
    return false;
  });
  return links;
}

// The link back: the mark before the note, or an arrow behind it.
void mark_way_back(const pugi::xml_node& body, const std::string& mark) {
  std::vector<pugi::xml_node> arrows;
  bool labelled = false;
  body.find_node([&](const pugi::xml_node& node) {
    if (!is_link(node)) return false;
    if (!labelled && mark_of(node) == mark) {
      pugi::xml_node label = node;
      if (local_name(label.parent()) == "sup") label = label.parent();
      label.append_attribute(kLabel);
      labelled = true;
    } else if (const std::string text = text_of(node);
               text == "\u21A9" || text == "^" || text == "\u2191" || text == "\u21A9\uFE0E") {
      arrows.push_back(node);
    }
    return false;
  });
  for (const auto& arrow : arrows) arrow.parent().remove_child(arrow);
}

}  // namespace

void mark_html_notes(const pugi::xml_node& tree) {
  const Links links = links_in(tree);
  for (std::size_t i = 0; i < links.marks.size(); ++i) {
    pugi::xml_node mark = links.marks[i].node;
    const auto target = links.targets.find(std::string(attribute_of(mark, "href").substr(1)));
    // Notes stand behind their marks; the way back is no note.
    if (target == links.targets.end() || target->second.order < links.marks[i].order) continue;
    pugi::xml_node body = block_of(target->second.node);
    if (!body || is_inside(mark, body) || body.attribute(kNote)) continue;
    const std::size_t length = text_of(body).size();
    if (length <= text_of(mark).size() || length > kLongestNote) continue;
    const std::string id = "<note " + std::to_string(i) + ">";
    body.append_attribute(kNote);
    if (!body.attribute("id")) body.append_attribute("id");
    body.attribute("id").set_value(id.c_str());
    mark.attribute("href").set_value(("#" + id).c_str());
    mark.append_attribute(kNote);
    mark_way_back(body, mark_of(mark));
  }
}

bool is_marked_note(const pugi::xml_node& element) {
  return local_name(element) == "a" && element.attribute(kNote);
}

bool is_marked_label(const pugi::xml_node& element) { return !element.attribute(kLabel).empty(); }

}  // namespace handvest
