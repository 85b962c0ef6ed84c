#include <algorithm>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

#include "grammar/embedded.hpp"
#include "grammar/grammar.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kMaxExpanded = 1U << 20U;

[[noreturn]] void refuse(const std::string& file, const std::string& sentence) {
  throw Error(ErrorCode::bad_grammar, {file, 0, 0, 0}, sentence);
}

// Replaces {name} by the part of that name. Quantifiers such as {2,4} begin with a digit and stay.
std::string expanded(const std::string& pattern, const Parts& parts, const std::string& file) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool reference = pattern[i] == '{' && i + 1 < pattern.size() &&
                           std::isalpha(static_cast<unsigned char>(pattern[i + 1])) != 0 &&
                           (i == 0 || (pattern[i - 1] != '\\' && pattern[i - 1] != 'p'));
    const std::size_t close = reference ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      result += pattern[i];
      continue;
    }
    const std::string name = pattern.substr(i + 1, close - i - 1);
    const auto part = parts.find(name);
    if (part == parts.end())
      refuse(file,
             "the part {" + name + "} is not defined; define it with <part name=\"" + name + "\">");
    result += "(?:" + part->second + ")";
    if (result.size() > kMaxExpanded)
      refuse(file, "the pattern grows beyond 1 MB when its parts are filled in");
    i = close;
  }
  return result;
}

Attributes attributes_of(const pugi::xml_node& node) {
  Attributes attributes;
  for (const auto& attribute : node.attributes()) attributes[attribute.name()] = attribute.value();
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

std::string trimmed_text(const pugi::xml_node& node) {
  const std::string text = node.text().get();
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Rule read_rule(const pugi::xml_node& node, const Parts& parts, const std::string& file) {
  const std::string id = node.attribute("id").value();
  if (id.empty()) refuse(file, "a rule has no id");
  const std::string expression = expanded(trimmed_text(node.child("pattern")), parts, file);
  if (expression.empty()) refuse(file, "rule " + id + " has no pattern");
  try {
    Rule rule{id,
              node.attribute("yields").value(),
              Pattern(expression, node.attribute("case").as_string() == std::string_view("ignore")),
              attributes_of(node),
              {},
              {},
              file};
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
    refuse(file, "the pattern of rule " + id + " is not well formed: " + error.what());
  }
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::count(
                 text.begin(),
                 text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
}

pugi::xml_document parsed(const GrammarFile& file) {
  pugi::xml_document xml;
  const auto result = xml.load_buffer(file.xml.data(), file.xml.size());
  if (!result) {
    throw Error(ErrorCode::bad_grammar,
                {file.name, line_at(file.xml, static_cast<std::size_t>(result.offset)), 0, 0},
                std::string("the file is no well-formed XML: ") + result.description());
  }
  return xml;
}

// Parts may use parts that stand before them, in the same file or in one that sorts before it.
void add_parts(const pugi::xml_node& root, const std::string& file, Parts& parts) {
  for (const auto& node : root.children("part")) {
    parts[node.attribute("name").value()] = expanded(trimmed_text(node), parts, file);
  }
}

Subject read_subject(const pugi::xml_node& root, const GrammarFile& file, const Parts& parts) {
  Subject subject{std::filesystem::path(file.name).stem().string(), attributes_of(root), {}, {}};
  for (const auto& node : root.children()) {
    const std::string_view name = node.name();
    if (name == "rule") subject.rules.push_back(read_rule(node, parts, file.name));
    if (name == "entry") subject.entries.push_back(read_entry(node));
  }
  return subject;
}

// FNV-1a: names a grammar version; no security hangs on it.
std::string hash_of(const std::vector<GrammarFile>& files) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const auto& file : files) {
    for (const char c : file.name + file.xml) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
  }
  std::ostringstream text;
  text << std::hex << hash;
  return text.str();
}

}  // namespace

std::string Entry::attribute(std::string_view name) const {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

const Rule* Subject::rule(std::string_view id) const {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

Grammar::Grammar(std::string language, std::vector<Subject> subjects, std::string hash)
    : version_(std::move(language) + "-" + std::move(hash)), subjects_(std::move(subjects)) {}

const Subject* Grammar::subject(std::string_view name) const {
  const auto found = std::find_if(subjects_.begin(), subjects_.end(),
                                  [&](const Subject& subject) { return subject.name == name; });
  return found == subjects_.end() ? nullptr : &*found;
}

Grammar compile_grammar(const std::vector<GrammarFile>& files) {
  std::vector<GrammarFile> sorted = files;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  Parts parts;
  std::vector<pugi::xml_document> documents;
  for (const auto& file : sorted) {
    documents.push_back(parsed(file));
    add_parts(documents.back().document_element(), file.name, parts);
  }
  std::vector<Subject> subjects;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    subjects.push_back(read_subject(documents[i].document_element(), sorted[i], parts));
  }
  return {"nl", std::move(subjects), hash_of(sorted)};
}

Grammar load_grammar(const std::string& folder) {
  std::vector<GrammarFile> files;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() != ".xml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (!stream) refuse(entry.path().string(), "the file cannot be read");
    files.push_back({entry.path().filename().string(), bytes.str()});
  }
  if (failure) refuse(folder, "the grammar folder cannot be read: " + failure.message());
  if (files.empty()) refuse(folder, "the folder holds no grammar file (*.xml)");
  return compile_grammar(files);
}

Grammar builtin_grammar() {
  std::vector<GrammarFile> files;
  for (const auto& file : embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  return compile_grammar(files);
}

}  // namespace handvest
