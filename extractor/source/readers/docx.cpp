// Office Open XML text (ISO/IEC 29500, WordprocessingML). Tracked deletions, comments and hidden
// text are left out, insertions are text. Running heads stand before the text, feet behind it.
#include <algorithm>
#include <utility>

#include "source/block_writer.hpp"
#include "source/formats.hpp"
#include "source/metadata.hpp"
#include "source/office_package.hpp"
#include "source/readers/docx_parts.hpp"
#include "source/readers/docx_paths.hpp"
#include "source/readers/docx_symbols.hpp"
#include "source/readers/docx_tables.hpp"
#include "source/running_heads.hpp"

namespace handvest {
namespace {

constexpr std::size_t kLongestHeading = 160;

// Text of a run, also of a sign in a symbol font.
std::string text_of_run_child(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "t") return node.text().get();
  if (name == "sym") return docx_symbol(attribute_of(node, "font"), attribute_of(node, "char"));
  return {};
}

class DocxWalk {
 public:
  DocxWalk(const OfficePackage& package, const DocxPaths& paths, BlockWriter& writer)
      : writer_(writer),
        styles_(package.part(paths.styles)),
        numbering_(package.part(paths.numbering)),
        footnotes_(notes_of(package.part(paths.footnotes))),
        endnotes_(notes_of(package.part(paths.endnotes))) {}

  // Paragraphs and tables of a body, cell, note or text box.
  void blocks(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "p") {
        paragraph(node);
      } else if (name == "tbl") {
        table(node);
      } else if (name == "AlternateContent") {
        blocks(chosen(node));
      } else if (name != "del" && name != "moveFrom" && name != "sdtPr" && name != "sectPr") {
        blocks(node);  // content controls, custom XML, insertions
      }
    }
  }

  // Whether the document parts its paragraphs by empty ones.
  static bool has_empty_paragraphs(const pugi::xml_node& body) {
    std::size_t empty = 0;
    std::size_t all = 0;
    for (const auto& node : body.children()) {
      if (local_name(node) != "p") continue;
      ++all;
      if (!has_text(node)) ++empty;
    }
    return parts_by_empty_paragraphs(empty, all);
  }

  void close_lists(int until = 0) {
    while (list_depth_ > until) {
      --list_depth_;  // first: the end of a list may write notes, with lists of their own
      writer_.end_list();
    }
  }

 private:
  using Notes = std::map<std::string, pugi::xml_node>;

  static Notes notes_of(const pugi::xml_node& part) {
    Notes notes;
    for (const auto& note : part.first_child().children()) {
      if (attribute_of(note, "type").empty() || attribute_of(note, "type") == "normal") {
        notes.emplace(attribute_of(note, "id"), note);
      }
    }
    return notes;
  }

  // The same content in several forms: the first is the newest.
  static pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const auto choice = child_of(alternatives, "Choice");
    return choice ? choice : child_of(alternatives, "Fallback");
  }

  DocxStyle style_of(const pugi::xml_node& properties) const {
    DocxStyle style =
        styles_.style(std::string(attribute_of(child_of(properties, "pStyle"), "val")));
    if (const auto outline = child_of(properties, "outlineLvl")) {
      const int level = outline.attribute("w:val").as_int(9);
      style.heading = level < 9 ? level + 1 : 0;
    }
    if (const auto list = child_of(properties, "numPr")) {
      const auto number = child_of(list, "numId");
      if (number) style.list = attribute_of(number, "val");
      style.list_level = child_of(list, "ilvl").attribute("w:val").as_int(style.list_level);
    }
    if (style.list == "0") style.list.clear();
    return style;
  }

  void paragraph(const pugi::xml_node& node) {
    const auto properties = child_of(node, "pPr");
    const DocxStyle style = style_of(properties);
    const bool listed = !style.list.empty() && has_text(node);
    if (!goes_on_ && !has_text(node)) writer_.empty_paragraph();
    if (!goes_on_) begin_paragraph(node, style, listed);
    inlines(node);
    // A paragraph whose end was deleted goes on in the next one.
    goes_on_ = !child_of(child_of(properties, "rPr"), "del").empty();
    if (goes_on_) return;
    writer_.end();
    if (item_open_) writer_.end_item();
    item_open_ = false;
    write_boxes();
  }

  void begin_paragraph(const pugi::xml_node& node, const DocxStyle& style, bool listed) {
    Hint hint;
    if (style.title) {
      hint.kind = HintKind::title;
    } else if (style.heading > 0 || is_set_in_bold(node, style)) {
      hint.kind = HintKind::heading;
    }
    hint.level = style.heading;
    const bool in_list = listed && style.heading == 0;
    if (has_text(node)) close_lists(in_list ? std::max(1, style.list_level + 1) : 0);
    if (listed) {
      if (in_list) {
        for (; list_depth_ < style.list_level + 1; ++list_depth_) writer_.begin_list();
      }
      // A paragraph without a marker goes on with the item before it.
      const std::string marker = numbering_.next_marker(style.list, style.list_level);
      item_open_ = !marker.empty();
      if (item_open_) writer_.begin_item(marker, false);
    }
    writer_.begin(std::move(hint), {});
  }

  static bool has_text(const pugi::xml_node& paragraph) {
    return !paragraph
                .find_node([](const pugi::xml_node& node) {
                  return !text_of_run_child(node).empty() && !is_hidden(node.parent());
                })
                .empty();
  }

  static bool is_hidden(const pugi::xml_node& run) {
    return is_on(child_of(child_of(run, "rPr"), "vanish"));
  }

  bool is_set_in_bold(const pugi::xml_node& paragraph, const DocxStyle& style) const {
    std::size_t length = 0;
    bool bold = true;
    pugi::xml_node(paragraph).find_node([&](const pugi::xml_node& node) {
      const std::string text = text_of_run_child(node);
      if (text.empty() || is_hidden(node.parent())) return false;
      length += text.size();
      bold = bold && is_bold(child_of(node.parent(), "rPr"), style);
      return false;
    });
    return bold && length > 0 && length <= kLongestHeading;
  }

  bool is_bold(const pugi::xml_node& properties, const DocxStyle& paragraph) const {
    if (const auto own = child_of(properties, "b")) return is_on(own);
    const auto style = child_of(properties, "rStyle");
    return paragraph.bold || (style && styles_.style(std::string(attribute_of(style, "val"))).bold);
  }

  void inlines(const pugi::xml_node& parent) {
    for (const auto& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "r") {
        run(node);
      } else if (name == "AlternateContent") {
        inlines(chosen(node));
      } else if (name != "pPr" && name != "del" && name != "moveFrom" && name != "sdtPr") {
        inlines(node);  // hyperlinks, insertions, fields, smart tags
      }
    }
  }

  void run(const pugi::xml_node& node) {
    if (is_hidden(node)) return;
    const bool raised =
        attribute_of(child_of(child_of(node, "rPr"), "vertAlign"), "val") == "superscript";
    for (const auto& child : node.children()) run_child(child, raised);
  }

  void run_child(const pugi::xml_node& node, bool raised) {
    const std::string_view name = local_name(node);
    const std::string text = text_of_run_child(node);
    if (!text.empty()) {
      writer_.text_with_tabs(raised ? note_mark(text) : text);
    } else if (name == "tab" || name == "ptab") {
      writer_.tab();
    } else if (name == "br" || name == "cr") {
      writer_.line_break();
    } else if (name == "noBreakHyphen") {
      writer_.text("-");
    } else if (name == "footnoteReference") {
      note(footnotes_, node);
    } else if (name == "endnoteReference") {
      note(endnotes_, node);
    } else if (name == "AlternateContent") {
      for (const auto& child : chosen(node).children()) run_child(child, raised);
    } else if (name == "drawing" || name == "pict" || name == "object") {
      collect_boxes(node);
    }
  }

  // Shapes in a group have a text box each; a box inside a box is met when that is read.
  void collect_boxes(const pugi::xml_node& node) {
    if (local_name(node) == "txbxContent") return boxes_.push_back(node);
    if (local_name(node) == "AlternateContent") return collect_boxes(chosen(node));
    for (const auto& child : node.children()) collect_boxes(child);
  }

  void note(const Notes& notes, const pugi::xml_node& reference) {
    const auto found = notes.find(std::string(attribute_of(reference, "id")));
    if (found == notes.end()) return;
    const pugi::xml_node body = found->second;
    writer_.note(std::to_string(++note_count_), [this, body] { apart(body); });
  }

  // Blocks that stand in the middle of others: a note, a text box.
  void apart(const pugi::xml_node& body) {
    const int depth = std::exchange(list_depth_, 0);
    const bool item = std::exchange(item_open_, false);
    const bool goes_on = std::exchange(goes_on_, false);
    blocks(body);
    close_lists();
    list_depth_ = depth;
    item_open_ = item;
    goes_on_ = goes_on;
  }

  void write_boxes() {
    // A box may hold further boxes: those come after it.
    for (std::size_t i = 0; i < boxes_.size() && !in_box_; ++i) {
      const pugi::xml_node box = boxes_[i];
      in_box_ = true;
      apart(box);
      in_box_ = false;
    }
    if (!in_box_) boxes_.clear();
  }

  void table(const pugi::xml_node& node) {
    close_lists();
    writer_.begin_table();
    const std::vector<pugi::xml_node> rows = docx_rows(node);
    const auto spans = docx_row_spans(rows);
    for (const auto& row : rows) {
      writer_.begin_row(is_on(child_of(child_of(row, "trPr"), "tblHeader")));
      int column = 0;
      for (const auto& cell : docx_cells(row)) {
        const int width = docx_width(cell);
        if (!continues_above(cell)) {
          const auto span = spans.find(cell);
          writer_.begin_cell({column, span == spans.end() ? 1 : span->second, width}, {});
          blocks(cell);
          close_lists();
          writer_.end_cell();
        }
        column += width;
      }
      writer_.end_row();
    }
    writer_.end_table();
  }

  BlockWriter& writer_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  Notes footnotes_;
  Notes endnotes_;
  std::vector<pugi::xml_node> boxes_;
  int list_depth_ = 0;
  int note_count_ = 0;
  bool item_open_ = false;
  bool goes_on_ = false;
  bool in_box_ = false;
};

}  // namespace

SourceText read_docx(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  const DocxPaths paths = find_docx_paths(bytes, name, limits);
  const std::string header = paths.folder() + "header", footer = paths.folder() + "footer";
  const OfficePackage package(bytes, name, limits,
                              {paths.document, paths.styles, paths.numbering, paths.footnotes,
                               paths.endnotes, header + "*", footer + "*", paths.properties});
  BlockWriter writer(name, limits);
  const pugi::xml_node body = descendant_of(package.part(paths.document), "body");
  if (DocxWalk::has_empty_paragraphs(body)) writer.set_parted_by_empty_paragraphs();
  RunningHeads heads(writer);
  for (const auto& part : package.parts_that_begin(header)) heads.write(part);
  DocxWalk walk(package, paths, writer);
  walk.blocks(body);
  walk.close_lists();
  for (const auto& part : package.parts_that_begin(footer)) heads.write(part);
  SourceText source = writer.finish();
  source.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  source.encoding = "UTF-8";
  source.title =
      title_from_properties(text_of(descendant_of(package.part(paths.properties), "title")));
  source.warnings.insert(source.warnings.begin(), package.warnings().begin(),
                         package.warnings().end());
  return source;
}

}  // namespace handvest
