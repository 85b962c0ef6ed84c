#include "grammar/read_xml.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <pugixml.hpp>

#include "grammar/cue_ways.hpp"
#include "text/diagnostic.hpp"
#include "text/lines.hpp"

namespace handvest {
namespace {

std::size_t line_at(const LineIndex& lines, std::ptrdiff_t offset) {
  return lines.number_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
}

Attributes attributes_of(const pugi::xml_node& node) {
  Attributes attributes;
  const auto range = node.attributes();
  attributes.reserve(static_cast<std::size_t>(std::distance(range.begin(), range.end())));
  for (const auto& attribute : range) {
    if (!attributes.contains(attribute.name())) attributes.add(attribute.name(), attribute.value());
  }
  return attributes;
}

Entry read_entry(const pugi::xml_node& node) {
  Entry entry{node.attribute("id").value(), attributes_of(node), {}, {}};
  for (const auto& child : node.children()) {
    const std::string_view name = child.name();
    if (name == "form") entry.forms.emplace_back(child.text().get());
    if (name == "entry") entry.children.push_back(read_entry(child));
  }
  return entry;
}

void add_forms_below(const pugi::xml_node& node, std::string_view group,
                     std::vector<std::string>& forms) {
  for (const auto& entry : node.children("entry")) {
    if (entry.attribute("group").value() == group) {
      for (const auto& form : entry.children("form")) forms.emplace_back(form.text().get());
    }
    add_forms_below(entry, group, forms);
  }
}

// A pattern may be laid out over several lines: line ends and the blanks that indent the next line
// are no part of it.
std::string unfolded_text(const pugi::xml_node& node) {
  std::string result;
  bool indent = false;
  for (const char c : std::string_view(node.text().get())) {
    if (c == '\n' || c == '\r') {
      indent = true;
    } else if (!indent || (c != ' ' && c != '\t')) {
      indent = false;
      result += c;
    }
  }
  return result;
}

std::string stripped_text(const pugi::xml_node& node) {
  const std::string text = unfolded_text(node);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

struct GrammarXml::Document {
  explicit Document(const GrammarFile& file) : name(file.name), lines(file.xml) {}

  std::string name;
  LineIndex lines;
  pugi::xml_document xml;

  pugi::xml_node root() const { return xml.document_element(); }
  GrammarPlace place(const pugi::xml_node& node) const {
    return {name, line_at(lines, node.offset_debug())};
  }
  [[noreturn]] void refuse(const pugi::xml_node& node, const std::string& sentence) const {
    throw Error(ErrorCode::bad_grammar, {name, place(node).line, 0, 0}, sentence);
  }
  SyntaxOptions options(const pugi::xml_node& rule) const;
  Rule rule(const pugi::xml_node& node, Parts& parts, PatternCheck check) const;
  void check_rule(const pugi::xml_node& node, const Rule& rule) const;
  void add_conditions(const pugi::xml_node& node, Parts& parts, Rule& rule) const;
};

// A rule's `case` goes before its file's.
SyntaxOptions GrammarXml::Document::options(const pugi::xml_node& rule) const {
  const auto written = rule.attribute("case") ? rule.attribute("case") : root().attribute("case");
  return {std::string_view(written.value()) == "ignore", !root().attribute("stage").empty()};
}

void GrammarXml::Document::add_conditions(const pugi::xml_node& node, Parts& parts,
                                          Rule& rule) const {
  for (const auto& child : node.children()) {
    const std::string_view element = child.name();
    const bool before = element == "before" || element == "not-before";
    if (!before && element != "after" && element != "not-after") continue;
    rule.conditions.push_back({before ? Condition::Place::before : Condition::Place::after,
                               element == "before" || element == "after",
                               std::string_view(child.attribute("edge").value()) != "none",
                               parts.fill(unfolded_text(child), "rule " + rule.id, place(child)),
                               options(node)});
  }
}

void GrammarXml::Document::check_rule(const pugi::xml_node& node, const Rule& rule) const {
  rule.pattern.compile();
  const std::string look = rule.attribute("look");
  if (look.empty()) return;
  const auto place = cue_place(look);
  if (!place) {
    refuse(node, "rule " + rule.id + ": look is before, after, within, begin or whole, not '" +
                     look + "'");
  }
  const Syntax syntax = parse_expression(rule.pattern.expression(), rule.pattern.options());
  if (!cue_automaton(syntax, *place)) {
    refuse(node, "rule " + rule.id + " cannot look " + look +
                     ": its pattern looks around, has \\b in its midst (whole: anywhere), or lacks "
                     "the $ (before) or "
                     "^ (after) that it must have");
  }
}

Rule GrammarXml::Document::rule(const pugi::xml_node& node, Parts& parts,
                                PatternCheck check) const {
  const std::string id = node.attribute("id").value();
  if (id.empty()) refuse(node, "a rule has no id");
  const std::string expression =
      parts.fill(stripped_text(node.child("pattern")), "rule " + id, place(node));
  if (expression.empty() && check == PatternCheck::all) {
    refuse(node, "rule " + id + " has no pattern");
  }
  const std::string_view edge = node.attribute("edge").value();
  if (!edge.empty() && edge != "none" && edge != "left" && edge != "right" && edge != "both") {
    refuse(node,
           "rule " + id + ": edge is both, left, right or none, not '" + std::string(edge) + "'");
  }
  try {
    Rule rule{id,
              node.attribute("yields").value(),
              Pattern(expression, options(node)),
              attributes_of(node),
              {},
              {},
              name,
              place(node).line,
              {},
              edge != "none" && edge != "right",
              edge != "none" && edge != "left",
              node.attribute("priority").as_int()};
    if (const auto longest = node.attribute("longest")) rule.longest = longest.as_uint();
    if (check == PatternCheck::all) check_rule(node, rule);
    add_conditions(node, parts, rule);
    for (const auto& example : node.children("example")) {
      rule.examples.push_back({example.attribute("text").value(),
                               example.attribute("finds").value(),
                               example.attribute("value").value()});
    }
    for (const auto& example : node.children("counterexample")) {
      rule.counterexamples.emplace_back(example.attribute("text").value());
    }
    return rule;
  } catch (const Error&) {
    throw;
  } catch (const std::runtime_error& error) {
    refuse(node, "the pattern of rule " + id + " is not well formed: " + error.what());
  }
}

GrammarXml::GrammarXml(const GrammarFile& file) : document_(std::make_unique<Document>(file)) {
  const auto result = document_->xml.load_buffer(
      file.xml.data(), file.xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result) {
    throw Error(ErrorCode::bad_grammar, {file.name, line_at(document_->lines, result.offset), 0, 0},
                std::string("the file is no well-formed XML: ") + result.description());
  }
}

GrammarXml::~GrammarXml() = default;
GrammarXml::GrammarXml(GrammarXml&&) noexcept = default;
GrammarXml& GrammarXml::operator=(GrammarXml&&) noexcept = default;

void GrammarXml::add_forms(std::string_view group, std::vector<std::string>& forms) const {
  add_forms_below(document_->root(), group, forms);
}

void GrammarXml::define_parts(const std::vector<GrammarXml>& all, Parts& parts) const {
  for (const auto& node : document_->root().children("part")) {
    const std::string list = node.attribute("list").value();
    std::vector<std::string> forms;
    if (!list.empty()) {
      for (const GrammarXml& file : all) file.add_forms(list, forms);
      if (forms.empty()) document_->refuse(node, "no entry has the group '" + list + "'");
    }
    parts.define(node.attribute("name").value(),
                 list.empty() ? stripped_text(node) : alternation(std::move(forms)),
                 document_->place(node));
  }
}

Subject GrammarXml::subject(Parts& parts, PatternCheck check) const {
  const auto root = document_->root();
  Subject subject{
      std::filesystem::path(document_->name).stem().string(), attributes_of(root), {}, {}};
  const auto rules = root.children("rule");
  subject.rules.reserve(static_cast<std::size_t>(std::distance(rules.begin(), rules.end())));
  for (const auto& node : root.children()) {
    const std::string_view name = node.name();
    if (name == "rule") subject.rules.push_back(document_->rule(node, parts, check));
    if (name == "entry") subject.entries.push_back(read_entry(node));
  }
  return subject;
}

}  // namespace handvest
