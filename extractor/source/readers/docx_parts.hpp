// What the parts of a DOCX beside its text say: styles and numbering.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "source/list_marker.hpp"

namespace handvest {

/// One level of a numbering definition (w:lvl).
struct DocxLevel {
  bool bullet = false;
  bool none = false;  ///< no marker is printed
  Counting counting = Counting::decimal;
  std::string text;  ///< with %1 ... %9 for the counters of the levels
  int start = 1;
};

/// numbering.xml, and where each list has got to.
class DocxNumbering {
 public:
  explicit DocxNumbering(const pugi::xml_node& part);

  /// The marker of the next paragraph of list `number` at `level` (from 0): "1.", "a)", "-" for
  /// bullets; empty for none. Counts.
  std::string next_marker(const std::string& number, int level);

 private:
  using Levels = std::map<int, DocxLevel>;
  /// A list (w:num): a definition that it may share with others, and what it has of its own.
  struct List {
    std::string abstract;
    Levels own;
    std::map<int, int> restarts;  ///< where its levels start anew, until they have
  };

  void add_list(const pugi::xml_node& node);
  const DocxLevel& level_of_list(const List& list, int level);

  std::map<std::string, Levels> abstract_;
  std::map<std::string, std::string> styled_;  ///< by numbering style: its definition
  std::map<std::string, std::string> links_;   ///< definitions that name such a style instead
  std::map<std::string, List> lists_;
  std::map<std::string, std::map<int, int>> counters_;  ///< by abstract list
};

struct DocxStyle {
  int heading = 0;  ///< level from 1; 0 = no heading
  bool title = false;
  bool bold = false;
  std::string list;    ///< number of its list; empty = none
  int list_level = 0;  ///< from 0
};

/// styles.xml, with what styles inherit.
class DocxStyles {
 public:
  explicit DocxStyles(const pugi::xml_node& part);
  DocxStyle style(const std::string& id) const;

 private:
  std::map<std::string, pugi::xml_node> styles_;
};

/// Whether a toggle property (w:b and its like) is there and on.
bool is_on(const pugi::xml_node& property);

}  // namespace handvest
