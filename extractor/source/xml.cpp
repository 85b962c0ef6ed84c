#include "source/xml.hpp"

#include <algorithm>

#include "source/encoding.hpp"

namespace handvest {
namespace {

// A node of pugixml takes 64 bytes, its attributes 40 each and are fewer than its bytes of markup.
constexpr std::size_t kNodeBytes = 64;

constexpr std::string_view kBlanks = " \t\r\n";

void refuse_large_tree(std::string_view text, const std::string& name, const ReadLimits& limits) {
  const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
  if (tags * kNodeBytes < limits.max_expansion) return;
  throw Error(ErrorCode::too_large, {name, 0, 0, 0},
              "the markup has so many elements that its tree would outgrow --max-expansion");
}

void refuse_deep_tree(const pugi::xml_node& root, const std::string& name,
                      const ReadLimits& limits) {
  std::size_t depth = 0;
  pugi::xml_node node = root;
  while (true) {
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > limits.max_depth) {
        throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                    "elements are nested deeper than " + std::to_string(limits.max_depth) +
                        " levels; this is no document that people write");
      }
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) return;
    node = node.next_sibling();
  }
}

Place place_of(std::string_view text, std::size_t offset, const std::string& name) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  const std::string_view line = before.substr(line_begin);
  const auto column = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned>(c) & 0xC0U) != 0x80U;
  }));
  return {name, lines + 1, column + 1, 0};
}

// Text beside the root element is noise that pugixml lets through; a DOCTYPE and comments are not
// in the tree.
bool has_root(const pugi::xml_document& document) { return !document.document_element().empty(); }

// Replaces NUL characters: pugixml takes them for the end of the text.
bool replace_nul(std::string& text) {
  bool found = false;
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at + 1)) {
    text[at] = ' ';
    found = true;
  }
  return found;
}

/// Whether the DOCTYPE declares entities. They are not expanded and none is fetched: what they give
/// may be anything, and documents of the kinds that are read here need none.
bool declares_entities(std::string_view text) {
  const std::size_t doctype = text.find("<!DOCTYPE");
  if (doctype == std::string_view::npos) return false;
  const std::size_t declaration = text.find("<!ENTITY", doctype);
  return declaration != std::string_view::npos && declaration < text.find("]>", doctype);
}

}  // namespace

XmlFile load_xml(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  Decoded decoded = decode_markup(bytes, declared_encoding(bytes), name);
  XmlFile file;
  file.encoding = std::move(decoded.encoding);
  file.warnings = std::move(decoded.warnings);
  if (replace_nul(decoded.text)) {
    file.warnings.push_back(
        {"nul-characters", "NUL characters in the markup were read as blanks", std::nullopt});
  }
  if (declares_entities(decoded.text)) {
    file.warnings.push_back({"entities-not-read",
                             "the document declares entities; they are not expanded",
                             std::nullopt});
  }
  refuse_large_tree(decoded.text, name, limits);
  const pugi::xml_parse_result result = file.document.load_buffer(
      decoded.text.data(), decoded.text.size(),
      pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_pi, pugi::encoding_utf8);
  if (!result) {
    const Place place = place_of(decoded.text, static_cast<std::size_t>(result.offset), name);
    const std::string reason = std::string("the XML is damaged: ") + result.description();
    if (!has_root(file.document)) throw Error(ErrorCode::damaged, place, reason);
    file.warnings.push_back({"damaged-markup",
                             reason + " at line " + std::to_string(place.line) + ", column " +
                                 std::to_string(place.column) + "; what stands before it was read",
                             std::nullopt});
  }
  if (!has_root(file.document)) {
    throw Error(ErrorCode::damaged, {name, 0, 0, 0}, "the XML has no root element");
  }
  refuse_deep_tree(file.document, name, limits);
  return file;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_element(const pugi::xml_node& node) { return node.type() == pugi::node_element; }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

pugi::xml_node descendant_of(const pugi::xml_node& node, std::string_view name) {
  if (local_name(node) == name) return node;
  return node.find_node([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const auto& attribute : node.attributes()) {
    const std::string_view full = attribute.name();
    const std::size_t colon = full.find(':');
    if (full.substr(colon == std::string_view::npos ? 0 : colon + 1) == name) {
      return attribute.value();
    }
  }
  return {};
}

namespace {

class TextCollector : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) add(node.value());
    return true;
  }
  std::string text;

 private:
  void add(std::string_view piece) {
    while (!piece.empty()) {
      const std::size_t word = piece.find_first_not_of(kBlanks);
      blank_ = blank_ || word != 0;
      if (word == std::string_view::npos) return;
      const std::size_t end = std::min(piece.find_first_of(kBlanks, word), piece.size());
      if (blank_ && !text.empty()) text += ' ';
      blank_ = false;
      text += piece.substr(word, end - word);
      piece.remove_prefix(end);
    }
  }
  bool blank_ = false;
};

}  // namespace

std::string text_of(const pugi::xml_node& node) {
  TextCollector collector;
  pugi::xml_node copy = node;  // traverse() is no const member, yet changes nothing
  copy.traverse(collector);
  return std::move(collector.text);
}

void XmlPath::enter(std::string_view name) {
  const int position = ++levels_.back().seen[std::string(name)];
  levels_.push_back({text_.size(), {}});
  text_ += '/';
  text_ += name;
  text_ += '[' + std::to_string(position) + ']';
}

void XmlPath::leave() {
  text_.resize(levels_.back().length);
  levels_.pop_back();
}

}  // namespace handvest
