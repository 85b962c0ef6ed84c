#include "source/running_heads.hpp"

#include "source/xml.hpp"

namespace handvest {
namespace {

bool is_gap(std::string_view name) {
  return name == "tab" || name == "ptab" || name == "s" || name == "br" || name == "line-break";
}

// Text that is not printed: instructions of fields, deletions, comments. And paragraphs of a frame
// in the paragraph: they are written for themselves.
bool stands_apart(std::string_view name) {
  return name == "instrText" || name == "delText" || name == "annotation" || name == "p";
}

void add_text(const pugi::xml_node& node, std::string& text) {
  for (const auto& child : node.children()) {
    const std::string_view name = local_name(child);
    if (!is_element(child)) {
      text += child.value();
    } else if (is_gap(name)) {
      text += ' ';
    } else if (!stands_apart(name)) {
      add_text(child, text);
    }
  }
}

}  // namespace

void RunningHeads::write(const pugi::xml_node& part) {
  const auto region = writer_.begin_region(HintKind::furniture);
  pugi::xml_node(part).find_node([&](const pugi::xml_node& node) {
    if (local_name(node) != "p") return false;
    std::string text;
    add_text(node, text);
    if (!written_.insert(text).second) return false;
    writer_.begin({}, {});
    writer_.text(text);
    writer_.end();
    return false;
  });
  writer_.end_region(region);
}

}  // namespace handvest
