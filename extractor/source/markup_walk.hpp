// The walk over a tree of markup that XML of officiële publicaties, STOP and HTML share: each
// vocabulary only says what its elements are.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/block_writer.hpp"
#include "source/xml.hpp"

namespace handvest {

/// What an element is, whatever a vocabulary calls it.
enum class Role {
  unknown,         ///< inline where text stands around it, else a container
  skip,            ///< no text of the document
  container,       ///< holds blocks; text in it stands apart from text around it
  content,         ///< the document proper, in a page with other things around it
  paragraph,       ///< also where a heading is only set in bold
  preformatted,    ///< paragraphs whose line ends and tabs count
  heading,         ///< one element; level from the vocabulary, 0 = one below the part it stands in
  heading_group,   ///< label, number and title of the part it stands in
  title,           ///< the document's title
  list,            ///< its items follow
  item,            ///< a list item; its marker is an item_label in it, or made by the vocabulary
  item_label,      ///< the printed marker of the item around it
  numbered_part,   ///< a paragraph with a number of its own (lid)
  definition,      ///< a defined term (item_label) with its definition
  table,           //
  caption,         ///< of a table
  column_group,    ///< names the columns of the table (CALS tgroup)
  table_head,      ///< its rows are header rows
  row,             //
  cell,            //
  header_cell,     //
  note,            ///< a note at its place in the text, with its mark (item_label) inside
  note_reference,  ///< a mark that links to a note elsewhere
  phrase,          ///< inline, with a blank between it and what stands beside it
  bold,            //
  superscript,     //
  picture,         ///< with an alternative text
  line_break,
  tab,
  blank,
  furniture,  ///< running heads, navigation
  signature,  //
};

struct ElementRole {
  Role role = Role::unknown;
  int level = 0;            ///< of headings
  std::string marker = {};  ///< of items without a printed one
};

/// A vocabulary: what an element is. A pure function of the element and its place in the tree.
using RoleOf = ElementRole (*)(const pugi::xml_node& element);

/// Writes trees of one vocabulary. Recursion is bounded by load_xml's depth.
class MarkupWalk {
 public:
  MarkupWalk(BlockWriter& writer, RoleOf role_of) : writer_(writer), role_of_(role_of) {}

  /// Enters the ancestors of a subtree in the path, without writing them.
  void enter(const pugi::xml_node& ancestor) { path_.enter(ancestor.name()); }
  void leave() { path_.leave(); }
  /// Writes an element and all below it.
  void element(const pugi::xml_node& node);
  /// From here on text is furniture until the element of Role::content.
  void begin_furniture() { furniture_ = writer_.begin_region(HintKind::furniture); }

 private:
  void by_role(const pugi::xml_node& node, const ElementRole& what);
  void children(const pugi::xml_node& node);
  void text(std::string_view text);
  void text_in_columns(std::string_view line);
  void end_preformatted_line();
  void preformatted(const pugi::xml_node& node);
  void block(const pugi::xml_node& node, Hint hint);
  void inside_block(const pugi::xml_node& node);
  void paragraph(const pugi::xml_node& node);
  void heading_group(const pugi::xml_node& node);
  void content(const pugi::xml_node& node);
  void list(const pugi::xml_node& node);
  void item(const pugi::xml_node& node, const ElementRole& what);
  void numbered_part(const pugi::xml_node& node, const ElementRole& what);
  void table(const pugi::xml_node& node);
  void column_group(const pugi::xml_node& node);
  void row(const pugi::xml_node& node);
  void cell(const pugi::xml_node& node);
  void note(const pugi::xml_node& node);
  void note_reference(const pugi::xml_node& node);
  void defer_note(const std::string& mark, const pugi::xml_node& body);
  void picture(const pugi::xml_node& node);
  void superscript(const pugi::xml_node& node);
  void region(const pugi::xml_node& node, HintKind kind);

  Role role(const pugi::xml_node& node) const { return role_of_(node).role; }
  pugi::xml_node label_in(const pugi::xml_node& item) const;
  bool is_set_in_bold(const pugi::xml_node& paragraph) const;
  GridCell grid_cell(const pugi::xml_node& cell) const;
  pugi::xml_node with_id(std::string_view id, const pugi::xml_node& tree);
  std::string path() const { return note_path_ != nullptr ? *note_path_ : path_.text(); }

  BlockWriter& writer_;
  RoleOf role_of_;
  XmlPath path_;
  const std::string* note_path_ = nullptr;
  std::set<pugi::xml_node> done_;  ///< labels and note bodies that were written elsewhere
  std::unordered_map<std::string, pugi::xml_node> ids_;  ///< filled at the first use
  std::vector<std::string> columns_;
  std::optional<TextBuilder::Handle> furniture_;
  int parts_ = 0;             ///< parts with a heading group around this place
  bool one_block_ = false;    ///< in a heading or title
  std::string preformatted_;  ///< path of the preformatted element around this place
  bool head_ = false;         ///< in the head of a table
};

}  // namespace handvest
