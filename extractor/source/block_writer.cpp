#include "source/block_writer.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace handvest {
namespace {

// Blanks, tabs, line ends and no-break spaces only.
bool is_blank(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  while (!text.empty()) {
    if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (std::string_view(" \t\r\n\f\v").find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

/// Where in `text` the next blanks with a tab and without a line end begin and how long they are.
std::pair<std::size_t, std::size_t> next_tabs(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  for (std::size_t begin = 0; (begin = text.find_first_of(kBlanks, begin)) < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(kBlanks, begin), text.size());
    const std::string_view blanks = text.substr(begin, end - begin);
    const bool line_end = blanks.find_first_of("\r\n") != std::string_view::npos;
    if (!line_end && blanks.find('\t') != std::string_view::npos) return {begin, end - begin};
    begin = end;
  }
  return {text.size(), 0};
}

/// Whether tabs part words of `text`.
bool has_inner_tabs(std::string_view text) {
  for (auto [begin, length] = next_tabs(text); length > 0;
       std::tie(begin, length) = next_tabs(text)) {
    if (begin > 0 && begin + length < text.size()) return true;
    text.remove_prefix(begin + length);
  }
  return false;
}

}  // namespace

BlockWriter::BlockWriter(std::string name, const ReadLimits& limits)
    : builder_(std::move(name), limits) {}

BlockWriter::Item* BlockWriter::pending_item() {
  return items_.empty() || items_.back().begun ? nullptr : &items_.back();
}

void BlockWriter::text(std::string_view text) {
  if (!started_ && !in_cell()) {
    if (is_blank(text)) return;
    const std::size_t tabs = std::exchange(leading_tabs_, 0);
    start_block();
    if (!item_line_) builder_.append(std::string(tabs, '\t'));
  }
  if (in_cell()) {
    // Markers of lists inside a cell run along with its text.
    Item* item = pending_item();
    if (item != nullptr && !is_blank(text)) {
      item->begun = true;
      builder_.flow(item->marker + " ");
    }
  }
  builder_.flow(text);
}

void BlockWriter::text_with_tabs(std::string_view text) {
  if (!has_inner_tabs(text)) return this->text(text);
  while (!text.empty()) {
    const auto [begin, length] = next_tabs(text);
    this->text(text.substr(0, begin));
    for (const char blank : text.substr(begin, length))
      if (blank == '\t') tab();
    text.remove_prefix(begin + length);
  }
}

void BlockWriter::line_break() {
  if (started_ || in_cell()) builder_.line_break();
}

void BlockWriter::tab() {
  if (in_cell()) {
    builder_.flow(" ");
  } else if (started_) {
    builder_.append("\t");
  } else {
    ++leading_tabs_;
  }
}

void BlockWriter::blanks(std::size_t count) {
  if (started_ && !in_cell() && !builder_.at_line_start()) {
    builder_.append(std::string(count, ' '));
  }
}

void BlockWriter::begin(Hint hint, std::string path) {
  end();
  if (in_cell()) {
    builder_.paragraph_break();
    if (!path.empty()) builder_.open_place({{}, std::move(path)});
    return;
  }
  wanted_ = Block{std::move(hint), std::move(path)};
}

void BlockWriter::start_block() {
  Block block = wanted_ ? std::move(*wanted_) : Block{};
  wanted_.reset();
  if (Item* item = pending_item()) {
    start_item_line(block.hint, *item);
  } else if (!parted_by_empty_ || block.hint.kind != HintKind::paragraph) {
    builder_.paragraph_break();
  }
  if (!block.path.empty()) builder_.open_place({{}, std::move(block.path)});
  const std::string marker = item_line_ ? block.hint.marker : std::string();
  if (furniture_ > 0) block.hint.kind = HintKind::paragraph;
  started_ = builder_.open(std::move(block.hint));
  if (!marker.empty()) builder_.flow(marker + " ");
}

void BlockWriter::start_item_line(Hint& hint, Item& item) {
  item.begun = true;
  item_line_ = true;
  if (hint.kind == HintKind::paragraph) {
    hint.kind = HintKind::list_item;
    hint.level = list_depth_;
  }
  hint.marker = item.marker;
  builder_.line_break();
  if (list_depth_ > 1) {
    builder_.append(std::string(static_cast<std::size_t>(list_depth_ - 1), ' '));
  }
}

void BlockWriter::end() {
  wanted_.reset();
  leading_tabs_ = 0;
  if (in_cell()) {
    builder_.close_place();
    builder_.paragraph_break();
    return;
  }
  if (!started_) return;
  builder_.close(*started_);
  builder_.close_place();
  started_.reset();
  if (std::exchange(item_line_, false) || parted_by_empty_) {
    builder_.line_break();
  } else {
    builder_.paragraph_break();
  }
  write_notes_when_outside();
}

void BlockWriter::write_marker_alone() {
  const Item* item = pending_item();
  if (item == nullptr || !item->printed || item->marker.empty()) return;
  if (in_cell()) {
    items_.back().begun = true;
    builder_.flow(item->marker);
  } else {
    start_block();
    end();
  }
}

void BlockWriter::empty_paragraph() {
  end();
  if (parted_by_empty_ && !in_cell()) builder_.paragraph_break();
}

void BlockWriter::stand_apart() {
  end();
  if (!in_cell()) builder_.paragraph_break();
}

void BlockWriter::begin_list() {
  end();
  write_marker_alone();
  if (list_depth_++ == 0) builder_.paragraph_break();
}

void BlockWriter::end_list() {
  end();
  if (--list_depth_ == 0) builder_.paragraph_break();
  write_notes_when_outside();
}

void BlockWriter::begin_item(std::string marker, bool printed) {
  end();
  items_.push_back({std::move(marker), printed, false});
}

void BlockWriter::end_item() {
  end();
  write_marker_alone();
  items_.pop_back();
}

void BlockWriter::begin_table() {
  end();
  write_marker_alone();
  if (Item* item = pending_item()) item->begun = true;
  if (table_depth_++ > 0 || in_cell()) return;
  builder_.paragraph_break();
  grid_ = TableGrid();
  table_hints_.push_back(builder_.open({HintKind::table}));
}

void BlockWriter::end_table() {
  if (--table_depth_ > 0 || in_cell()) return;
  end();
  builder_.close(table_hints_.back());
  table_hints_.pop_back();
  builder_.paragraph_break();
  write_notes_when_outside();
}

void BlockWriter::begin_row(bool header) {
  if (table_depth_ != 1 || in_cell()) return;
  end();
  builder_.line_break();
  grid_.begin_row();
  Hint hint{HintKind::table_row};
  hint.header = header;
  table_hints_.push_back(builder_.open(std::move(hint)));
  row_column_ = 0;
}

void BlockWriter::end_row() {
  if (table_depth_ != 1 || in_cell()) return;
  builder_.close(table_hints_.back());
  table_hints_.pop_back();
  builder_.line_break();
}

void BlockWriter::begin_cell(const GridCell& cell, std::string path) {
  if (table_depth_ != 1 || in_cell()) {
    ++ignored_cells_;
    builder_.paragraph_break();
    return;
  }
  const GridCell placed = grid_.place(cell);
  if (placed.column > row_column_) {
    builder_.append(std::string(static_cast<std::size_t>(placed.column - row_column_), '\t'));
    row_column_ = placed.column;
  }
  Hint hint{HintKind::table_cell};
  hint.column = placed.column;
  hint.row_span = placed.row_span;
  hint.column_span = placed.column_span;
  table_hints_.push_back(builder_.open(std::move(hint)));
  builder_.begin_cell();
  if (!path.empty()) builder_.open_place({{}, std::move(path)});
}

void BlockWriter::end_cell() {
  if (ignored_cells_ > 0) {
    --ignored_cells_;
    builder_.paragraph_break();
    return;
  }
  end();
  builder_.end_cell();
  builder_.close(table_hints_.back());
  table_hints_.pop_back();
}

void BlockWriter::note(const std::string& mark, std::function<void()> body) {
  if (!started_ && !in_cell()) start_block();
  const auto hint = builder_.open({HintKind::footnote_mark, {}, 0, mark});
  builder_.flow(note_mark(mark));
  builder_.close(hint);
  notes_.push_back({mark, std::move(body)});
}

void BlockWriter::write_notes_when_outside() {
  if (list_depth_ > 0 || table_depth_ > 0 || in_cell()) return;
  // A note may refer to further notes: those come after it.
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    const Note note = notes_[i];
    write_note(note);
  }
  notes_.clear();
}

void BlockWriter::write_note(const Note& note) {
  builder_.paragraph_break();
  const auto hint = builder_.open({HintKind::footnote, {}, 0, note.mark});
  builder_.flow(note_mark(note.mark) + " ");
  builder_.begin_cell();
  note.body();
  builder_.end_cell();
  builder_.close(hint);
  builder_.paragraph_break();
}

TextBuilder::Handle BlockWriter::begin_region(HintKind kind) {
  end();
  if (kind == HintKind::furniture) ++furniture_;
  return builder_.open({kind});
}

void BlockWriter::end_region(TextBuilder::Handle region) {
  end();
  if (builder_.result().hints[region].kind == HintKind::furniture) --furniture_;
  builder_.close(region);
  builder_.paragraph_break();
}

SourceText BlockWriter::finish() {
  end();
  list_depth_ = table_depth_ = 0;
  write_notes_when_outside();
  return builder_.finish();
}

bool parts_by_empty_paragraphs(std::size_t empty, std::size_t all) { return empty * 5 > all; }

std::string note_mark(const std::string& mark) {
  constexpr std::array<const char*, 10> kSuperscripts{"⁰", "¹", "²", "³", "⁴",
                                                      "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (const char c : mark) {
    if (c < '0' || c > '9') return mark;
    text += kSuperscripts.at(static_cast<std::size_t>(c - '0'));
  }
  return text;
}

}  // namespace handvest
