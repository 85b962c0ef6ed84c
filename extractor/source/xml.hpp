// XML documents: decoding, parsing and the safeguards that every reader of XML needs.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/limits.hpp"
#include "text/diagnostic.hpp"

namespace handvest {

/// A parsed document. White space between elements is kept. Entities that a DOCTYPE defines are not
/// expanded and external ones never fetched (pugixml has no support for either): they stay in the
/// text as written, so an entity bomb costs nothing.
struct XmlFile {
  pugi::xml_document document;
  std::string encoding;  ///< of the bytes, IANA name
  std::vector<Warning> warnings;
};

/// Parses `bytes`. A document that breaks off or has an error is read up to that place, with a
/// warning ("damaged-markup") when it has a root element. Throws Error: damaged (no root element),
/// bad_encoding, too_large (tree beyond limits.max_expansion or nested beyond limits.max_depth).
XmlFile load_xml(std::string_view bytes, const std::string& name, const ReadLimits& limits);

/// Name without its namespace prefix.
std::string_view local_name(const pugi::xml_node& node);
bool is_element(const pugi::xml_node& node);
/// The first child element of that local name; a null node when absent.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The first element of that local name in document order under `node`, itself included.
pugi::xml_node descendant_of(const pugi::xml_node& node, std::string_view name);
/// The value of the first attribute of that local name; empty when absent.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// All text under a node, runs of white space as one blank, trimmed.
std::string text_of(const pugi::xml_node& node);

/// XPath of the element that a walk stands at, with qualified names as the document writes them and
/// a position on every step: /officiele-publicatie[1]/kop[1]/titel[1].
class XmlPath {
 public:
  void enter(std::string_view name);
  void leave();
  const std::string& text() const { return text_; }

 private:
  struct Level {
    std::size_t length = 0;
    std::unordered_map<std::string, int> seen;
  };
  std::string text_;
  std::vector<Level> levels_{1};
};

}  // namespace handvest
