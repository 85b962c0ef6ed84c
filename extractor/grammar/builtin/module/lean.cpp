#include "grammar/builtin/module/lean.hpp"

#include <pugixml.hpp>
#include <sstream>

namespace handvest {
namespace {

void remove_all(pugi::xml_node node, const char* name) {
  while (node.remove_child(name)) {
  }
}

// What a match of such a rule is, and which parts it has, the tables tell. Of rules that look at a
// text's begin they tell no parts.
bool is_told_by_tables(const Subject& subject, const Rule& rule) {
  if (subject.attributes.contains("stage")) return true;
  const auto look = rule.attributes.find("look");
  return look != rule.attributes.end() && look->second != "begin";
}

void make_lean(pugi::xml_node node, const Subject& subject, const Rule& rule) {
  remove_all(node, "example");
  remove_all(node, "counterexample");
  if (!is_told_by_tables(subject, rule)) {
    node.child("pattern").text().set(rule.pattern.expression().c_str());
    return;
  }
  remove_all(node, "pattern");
  for (pugi::xml_node condition : node.children()) condition.remove_children();
}

}  // namespace

std::string lean_xml(const std::string& xml, const Subject& subject) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  pugi::xml_node root = document.document_element();
  remove_all(root, "part");
  std::size_t number = 0;
  for (pugi::xml_node node : root.children("rule"))
    make_lean(node, subject, subject.rules[number++]);
  std::ostringstream out;
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

}  // namespace handvest
