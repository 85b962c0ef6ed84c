#include "source/markup_walk.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace handvest {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
// A paragraph in bold that is longer than this is emphasis, no heading.
constexpr std::size_t kLongestHeading = 160;

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

int number_of(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

void MarkupWalk::element(const pugi::xml_node& node) {
  const ElementRole what = role_of_(node);
  if (what.role == Role::skip || done_.contains(node)) return;
  if (note_path_ == nullptr) path_.enter(node.name());
  by_role(node, what);
  if (note_path_ == nullptr) path_.leave();
}

void MarkupWalk::by_role(const pugi::xml_node& node, const ElementRole& what) {
  switch (what.role) {
    case Role::paragraph:
      return paragraph(node);
    case Role::preformatted:
      return preformatted(node);
    case Role::heading:
      return block(node, {HintKind::heading, {}, what.level > 0 ? what.level : parts_ + 1});
    case Role::heading_group:
      return heading_group(node);
    case Role::title:
      return block(node, {HintKind::title});
    case Role::caption:
      return block(node, {HintKind::caption});
    case Role::content:
      return content(node);
    case Role::list:
      return list(node);
    case Role::item:
    case Role::definition:
      return item(node, what);
    case Role::numbered_part:
      return numbered_part(node, what);
    case Role::table:
      return table(node);
    case Role::column_group:
      return column_group(node);
    case Role::table_head: {
      const bool before = std::exchange(head_, true);
      children(node);
      head_ = before;
      return;
    }
    case Role::row:
      return row(node);
    case Role::cell:
    case Role::header_cell:
      return cell(node);
    case Role::note:
      return note(node);
    case Role::note_reference:
      return note_reference(node);
    case Role::superscript:
      return superscript(node);
    case Role::picture:
      return picture(node);
    case Role::phrase:
      return inside_block(node);
    case Role::line_break:
      return writer_.line_break();
    case Role::tab:
      return writer_.tab();
    case Role::blank:
      return writer_.text(" ");
    case Role::furniture:
      return region(node, HintKind::furniture);
    case Role::signature:
      return region(node, HintKind::signature);
    case Role::container:
      if (one_block_) return inside_block(node);
      writer_.end();
      children(node);
      return writer_.end();
    default: {
      const bool is_inline = writer_.in_block() || writer_.in_cell();
      children(node);
      if (!is_inline) writer_.end();
    }
  }
}

void MarkupWalk::children(const pugi::xml_node& node) {
  const bool part = std::any_of(node.begin(), node.end(), [&](const pugi::xml_node& child) {
    return is_element(child) && role(child) == Role::heading_group;
  });
  if (part) ++parts_;
  for (const auto& child : node.children()) {
    if (is_text(child)) {
      text(child.value());
    } else if (is_element(child)) {
      element(child);
    } else if (child.type() == pugi::node_pi && std::string_view(child.name()) == "linebreak") {
      writer_.line_break();
    }
  }
  if (part) --parts_;
}

void MarkupWalk::text(std::string_view text) {
  if (preformatted_.empty()) return writer_.text_with_tabs(text);
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\n\t");
    text_in_columns(text.substr(0, end));
    if (end == std::string_view::npos) return;
    if (text[end] == '\t')
      writer_.tab();
    else
      end_preformatted_line();
    text.remove_prefix(end + 1);
  }
}

// Several blanks part columns, as in plain text.
void MarkupWalk::text_in_columns(std::string_view line) {
  for (std::size_t gap = line.find("  "); gap != std::string_view::npos; gap = line.find("  ")) {
    const std::size_t word = std::min(line.find_first_not_of(' ', gap), line.size());
    writer_.text(line.substr(0, gap));
    if (word < line.size()) writer_.blanks(word - gap);
    line.remove_prefix(word);
  }
  writer_.text(line);
}

/// A blank line parts two paragraphs, as in plain text.
void MarkupWalk::end_preformatted_line() {
  if (!writer_.builder().at_line_start()) return writer_.line_break();
  if (one_block_) return;
  writer_.stand_apart();
  writer_.begin({HintKind::paragraph}, preformatted_);
}

void MarkupWalk::preformatted(const pugi::xml_node& node) {
  const std::string outer = std::exchange(preformatted_, path());
  block(node, {HintKind::paragraph});
  preformatted_ = outer;
}

void MarkupWalk::block(const pugi::xml_node& node, Hint hint) {
  // What stands inside a heading or title is part of it, blocks of its own included.
  const bool outer = std::exchange(one_block_, hint.kind != HintKind::paragraph);
  writer_.begin(std::move(hint), path());
  children(node);
  writer_.end();
  one_block_ = outer;
}

void MarkupWalk::inside_block(const pugi::xml_node& node) {
  writer_.text(" ");
  children(node);
  writer_.text(" ");
}

void MarkupWalk::paragraph(const pugi::xml_node& node) {
  if (one_block_) return inside_block(node);
  if (!node.first_child()) return writer_.empty_paragraph();
  block(node, {is_set_in_bold(node) ? HintKind::heading : HintKind::paragraph});
}

// Whether all text stands in bold elements and is as short as a heading.
bool MarkupWalk::is_set_in_bold(const pugi::xml_node& paragraph) const {
  bool bold = false;
  std::size_t length = 0;
  for (const auto& child : paragraph.children()) {
    if (is_text(child) && !is_blank(child.value())) return false;
    if (!is_element(child)) continue;
    if (role(child) != Role::bold) return false;
    length += text_of(child).size();
    bold = length > 0;
  }
  return bold && length <= kLongestHeading;
}

void MarkupWalk::heading_group(const pugi::xml_node& node) {
  const ElementRole what = role_of_(node);
  Hint hint{HintKind::heading, {}, what.level > 0 ? what.level : std::max(parts_, 1)};
  const pugi::xml_node number =
      node.find_child([&](const pugi::xml_node& child) { return role(child) == Role::item_label; });
  if (number) hint.marker = text_of(number);
  const bool outer = std::exchange(one_block_, true);
  writer_.begin(std::move(hint), path());
  for (const auto& child : node.children()) {
    if (!is_element(child)) continue;
    writer_.text(" ");
    element(child);
  }
  writer_.end();
  one_block_ = outer;
}

void MarkupWalk::content(const pugi::xml_node& node) {
  writer_.end();
  if (furniture_) writer_.end_region(*furniture_);
  children(node);
  writer_.end();
  if (furniture_) begin_furniture();
}

void MarkupWalk::list(const pugi::xml_node& node) {
  writer_.begin_list();
  children(node);
  writer_.end_list();
}

// The label of an item stands at its begin, perhaps inside its first paragraph.
pugi::xml_node MarkupWalk::label_in(const pugi::xml_node& item) const {
  constexpr int kDeepest = 3;
  pugi::xml_node node = item;
  for (int depth = 0; depth < kDeepest; ++depth) {
    node = node.find_child([&](const pugi::xml_node& child) {
      return is_element(child) ? role(child) != Role::skip : !is_blank(child.value());
    });
    if (!is_element(node)) return {};
    if (role(node) == Role::item_label) return node;
  }
  return {};
}

void MarkupWalk::item(const pugi::xml_node& node, const ElementRole& what) {
  const pugi::xml_node label = label_in(node);
  if (label) done_.insert(label);
  const std::string marker = label ? text_of(label) : what.marker;
  writer_.begin_item(marker, !label.empty());
  children(node);
  writer_.end_item();
}

void MarkupWalk::numbered_part(const pugi::xml_node& node, const ElementRole& what) {
  writer_.begin_list();
  item(node, what);
  writer_.end_list();
}

void MarkupWalk::table(const pugi::xml_node& node) {
  const pugi::xml_node caption = node.find_child([&](const pugi::xml_node& child) {
    return is_element(child) && role(child) == Role::caption;
  });
  if (caption) {
    element(caption);
    done_.insert(caption);
  }
  const bool head = std::exchange(head_, false);
  writer_.begin_table();
  children(node);
  writer_.end_table();
  head_ = head;
}

void MarkupWalk::column_group(const pugi::xml_node& node) {
  std::vector<std::string> columns;
  for (const auto& child : node.children()) {
    if (local_name(child) == "colspec") columns.emplace_back(attribute_of(child, "colname"));
  }
  std::swap(columns, columns_);
  children(node);
  std::swap(columns, columns_);
}

void MarkupWalk::row(const pugi::xml_node& node) {
  const bool only_headers =
      std::any_of(node.begin(), node.end(),
                  [&](const pugi::xml_node& cell) { return role(cell) == Role::header_cell; }) &&
      std::none_of(node.begin(), node.end(),
                   [&](const pugi::xml_node& cell) { return role(cell) == Role::cell; });
  writer_.begin_row(head_ || only_headers);
  for (const auto& child : node.children()) {
    if (is_element(child)) element(child);
  }
  writer_.end_row();
}

// Spans as HTML writes them (counts), or as CALS does (names of columns, rows more than one).
GridCell MarkupWalk::grid_cell(const pugi::xml_node& cell) const {
  GridCell grid;
  grid.column_span = number_of(attribute_of(cell, "colspan"), 1);
  grid.row_span = number_of(attribute_of(cell, "rowspan"), 1);
  // OpenDocument's names for the same.
  grid.column_span = number_of(attribute_of(cell, "number-columns-spanned"), grid.column_span);
  grid.row_span = number_of(attribute_of(cell, "number-rows-spanned"), grid.row_span);
  const int more_rows = number_of(attribute_of(cell, "morerows"), 0);
  if (more_rows > 0 && more_rows < 1000) grid.row_span = more_rows + 1;
  const auto index_of = [&](std::string_view name) {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    return name.empty() || found == columns_.end() ? -1
                                                   : static_cast<int>(found - columns_.begin());
  };
  const int first =
      std::max(index_of(attribute_of(cell, "namest")), index_of(attribute_of(cell, "colname")));
  const int last = index_of(attribute_of(cell, "nameend"));
  grid.column = first;
  if (first >= 0 && last > first) grid.column_span = last - first + 1;
  return grid;
}

void MarkupWalk::cell(const pugi::xml_node& node) {
  writer_.begin_cell(grid_cell(node), path());
  children(node);
  writer_.end_cell();
}

void MarkupWalk::note(const pugi::xml_node& node) {
  const pugi::xml_node label = label_in(node);
  if (label) done_.insert(label);
  defer_note(label ? text_of(label) : "*", node);
}

void MarkupWalk::note_reference(const pugi::xml_node& node) {
  std::string_view target = attribute_of(node, "href");
  if (target.starts_with('#')) target.remove_prefix(1);
  const pugi::xml_node body = with_id(target, node.root());
  if (!body || done_.contains(body)) return children(node);
  done_.insert(body);
  if (const auto label = label_in(body)) done_.insert(label);
  defer_note(text_of(node), body);
}

pugi::xml_node MarkupWalk::with_id(std::string_view id, const pugi::xml_node& tree) {
  if (id.empty()) return {};
  if (ids_.empty()) {
    tree.find_node([&](const pugi::xml_node& node) {
      if (const auto attribute = node.attribute("id")) ids_.emplace(attribute.value(), node);
      return false;
    });
  }
  const auto found = ids_.find(std::string(id));
  return found == ids_.end() ? pugi::xml_node() : found->second;
}

void MarkupWalk::defer_note(const std::string& mark, const pugi::xml_node& body) {
  writer_.note(mark, [this, body, place = path()] {
    const std::string* before = std::exchange(note_path_, &place);
    children(body);
    note_path_ = before;
  });
}

// Superior figures have characters of their own; 'm2' would read as another word than 'm²'.
void MarkupWalk::superscript(const pugi::xml_node& node) {
  const std::string text = text_of(node);
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  const bool plain = std::none_of(node.begin(), node.end(), is_element);
  if (digits && plain) {
    writer_.text(note_mark(text));
  } else {
    children(node);
  }
}

// A picture's alternative text is read by those who do not see it, but is no part of the sentence.
void MarkupWalk::picture(const pugi::xml_node& node) {
  const std::string_view alternative = attribute_of(node, "alt");
  if (writer_.in_block() || writer_.in_cell() || alternative.empty()) return;
  const auto handle = writer_.begin_region(HintKind::furniture);
  writer_.begin({}, path());
  writer_.text(alternative);
  writer_.end_region(handle);
}

void MarkupWalk::region(const pugi::xml_node& node, HintKind kind) {
  const auto handle = writer_.begin_region(kind);
  children(node);
  writer_.end_region(handle);
}

}  // namespace handvest
