// Writes paragraphs, headings, lists, tables and notes through a TextBuilder: what the readers of
// all markup formats have in common.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/table_grid.hpp"
#include "source/text_builder.hpp"

namespace handvest {

/// Turns a walk over markup into canonical text as plain text would have it: one paragraph a line,
/// list items on lines of their own behind their marker (nested ones moved in by one blank a
/// level), table rows as lines with tabs between the cells, each note on a line behind its mark
/// after the paragraph, list or table that refers to it.
///
/// Nothing is written for a block until text comes, so empty blocks leave no trace. Text outside
/// all blocks begins a paragraph by itself.
class BlockWriter {
 public:
  BlockWriter(std::string name, const ReadLimits& limits);

  /// Text of the current block; white space is collapsed.
  void text(std::string_view text);
  /// The same, but tabs between its words count where no line end stands beside them: those of
  /// cells that a converter wrote as they were, not those that indent markup.
  void text_with_tabs(std::string_view text);
  /// A line end that the author asked for, inside the block.
  void line_break();
  /// A tab before or between words of the block; a blank in a table cell.
  void tab();
  /// So many blanks between words of the block, none of them collapsed.
  void blanks(std::size_t count);

  /// Begins a block (paragraph, heading, title, caption ...) at `path` (XPath or empty); ends the
  /// one that is open.
  void begin(Hint hint, std::string path);
  /// Ends the block that is open, if any.
  void end();
  /// Ends the block; a blank line follows it.
  void stand_apart();

  /// For documents that part their paragraphs by empty ones, as word processors import plain text:
  /// a paragraph then ends its line only, and empty_paragraph() makes the blank line.
  void set_parted_by_empty_paragraphs() { parted_by_empty_ = true; }
  void empty_paragraph();

  void begin_list();
  void end_list();
  /// Begins a list item. `printed`: the marker is the source's own text and is kept even when no
  /// text follows it; otherwise it was made from the kind of list.
  void begin_item(std::string marker, bool printed);
  void end_item();

  /// Tables inside a cell are written as running text.
  void begin_table();
  void end_table();
  void begin_row(bool header);
  void end_row();
  void begin_cell(const GridCell& cell, std::string path);
  void end_cell();

  /// A note's mark at this place of the text; `body` writes the note's text when its turn comes.
  void note(const std::string& mark, std::function<void()> body);

  /// A part of the document that a hint says something about: furniture, signature. What stands in
  /// furniture is no heading and no item of a list.
  TextBuilder::Handle begin_region(HintKind kind);
  void end_region(TextBuilder::Handle region);

  bool in_block() const { return started_.has_value() || wanted_.has_value(); }
  bool in_cell() const { return builder_.in_cell(); }
  TextBuilder& builder() { return builder_; }
  /// Writes the notes that are left and gives the document up.
  SourceText finish();

 private:
  struct Block {
    Hint hint;
    std::string path;
  };
  struct Item {
    std::string marker;
    bool printed = false;
    bool begun = false;  ///< its marker has been written
  };
  struct Note {
    std::string mark;
    std::function<void()> body;
  };

  void start_block();
  void start_item_line(Hint& hint, Item& item);
  void write_marker_alone();
  void write_notes_when_outside();
  void write_note(const Note& note);
  Item* pending_item();

  TextBuilder builder_;
  std::optional<Block> wanted_;
  std::optional<TextBuilder::Handle> started_;
  std::size_t leading_tabs_ = 0;  ///< of the block that is wanted
  bool item_line_ = false;
  bool parted_by_empty_ = false;
  int furniture_ = 0;  ///< open regions of furniture
  int list_depth_ = 0;
  std::vector<Item> items_;
  int table_depth_ = 0;
  TableGrid grid_;
  int row_column_ = 0;                            ///< tabs written on the current row
  int ignored_cells_ = 0;                         ///< open cells of tables inside a cell
  std::vector<TextBuilder::Handle> table_hints_;  ///< table, row, cell that are open
  std::vector<Note> notes_;
};

/// Whether `empty` of `all` paragraphs are enough to be a document's way of parting paragraphs.
bool parts_by_empty_paragraphs(std::size_t empty, std::size_t all);

/// Digits as superscripts ("12" gives "¹²"); other marks as they are.
std::string note_mark(const std::string& mark);

}  // namespace handvest
