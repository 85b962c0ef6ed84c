// Makes canonical text with hints, pages and places: what readers of markup write through.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/limits.hpp"
#include "source/source_text.hpp"

namespace handvest {

/// Builds one SourceText from front to back, in the form that plain text has too: a paragraph is
/// one line, paragraphs are parted by blank lines, table rows are lines with cells parted by tabs.
///
/// Breaks are kept back until text follows, so that the text neither begins nor ends with blanks
/// and no two callers that both ask for a break get two. A hint opened while a break is kept back
/// begins at the text after it; a hint closed before any text came is dropped.
class TextBuilder {
 public:
  using Handle = std::size_t;  ///< of an open hint or place

  /// Throws Error (too_large) that names `name` once the text outgrows limits.max_expansion.
  TextBuilder(std::string name, const ReadLimits& limits);

  /// Appends `text` (valid UTF-8) unchanged; nothing for an empty one.
  void append(std::string_view text);
  /// Appends text of markup: a run of blanks, tabs and line ends is one blank, also across calls,
  /// and none stands at the begin or end of a line. U+00A0 is kept.
  void flow(std::string_view text);
  /// Ends the line, unless nothing stands on it yet.
  void line_break();
  /// Ends the paragraph: a blank line before what follows.
  void paragraph_break();
  /// A new page begins at the text that follows. `label` as printed, or counted.
  void page(std::string label);

  /// Opens a hint of that kind at the text that follows; span is filled in by the builder.
  Handle open(Hint hint);
  void close(Handle hint);
  /// Opens the place of the text that follows; span is filled in by the builder. Places must not
  /// nest. Once the paths outgrow the text many times over, further places are left out.
  void open_place(Location place);
  void close_place();

  /// Inside a table cell every break is one blank, so that a row stays one line.
  void begin_cell() { ++cell_depth_; }
  void end_cell();
  bool in_cell() const { return cell_depth_ > 0; }

  void warn(std::string code, std::string message);

  std::size_t size() const { return result_.text.size(); }
  bool at_line_start() const;
  /// Metadata may be set on it at any time; text, hints, pages and locations are the builder's.
  SourceText& result() { return result_; }
  /// Closes what is open, orders the hints, computes the checksum and gives the document up.
  SourceText finish();

 private:
  enum class Break { none, blank, line, paragraph };
  void ask_for(Break wanted);
  void write_break();
  void begin_pending();

  ReadLimits limits_;
  SourceText result_;
  Break pending_ = Break::none;
  std::vector<Handle> unbegun_;  ///< opened, no text yet
  std::vector<bool> open_;
  bool place_open_ = false;
  bool place_unbegun_ = false;
  bool page_unbegun_ = false;
  int cell_depth_ = 0;
  std::size_t path_bytes_ = 0;
};

}  // namespace handvest
