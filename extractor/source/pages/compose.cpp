#include "source/pages/compose.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "source/pages/headings.hpp"
#include "source/pages/lines.hpp"
#include "source/pages/paragraphs.hpp"
#include "source/pages/words.hpp"

namespace handvest::pages {
namespace {

/// The box on the page as it is stored, for one on the page as it is read.
Box turned_back(Box box, const PageContent& page) {
  for (int turn = 0; turn < page.quarter_turns; ++turn)
    box = turned_right(box, turn % 2 == 0 ? page.height : page.width);
  return box;
}

/// A paragraph with what its region said about it.
struct Passage {
  Paragraph paragraph;
  std::optional<HintKind> kind;
};

class Composer {
 public:
  Composer(const std::vector<PageContent>& pages, TextBuilder& text)
      : text_(text), vocabulary_(pages), sizes_(pages), spacing_(measure_spacing(pages)) {}

  void page(PageContent& page, std::size_t number) {
    page_ = &page;
    number_ = number;
    text_.paragraph_break();
    text_.page(page.label.empty() ? std::to_string(number) : page.label);
    std::vector<Passage> passages;
    double right = 0;
    for (Region& region : page.regions) {
      if (!region.cells.empty()) {
        write_all(passages);
        write_table(region);
      } else {
        add_passages(region, right, passages);
        right = region.right;
      }
    }
    write_all(passages);
  }

 private:
  /// Appends the region's paragraphs; one that runs on from the column before joins its paragraph.
  void add_passages(Region& region, double right_before, std::vector<Passage>& passages) const {
    auto paragraphs = find_paragraphs(region, spacing_);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const bool joins = i == 0 && region.next_column && !passages.empty() &&
                         runs_on(passages.back().paragraph, paragraphs[i], right_before);
      if (joins) {
        auto& lines = passages.back().paragraph.lines;
        std::move(paragraphs[i].lines.begin(), paragraphs[i].lines.end(),
                  std::back_inserter(lines));
      } else {
        passages.push_back({std::move(paragraphs[i]), region.kind});
      }
    }
  }

  void write_all(std::vector<Passage>& passages) {
    for (const Passage& passage : passages) write_passage(passage);
    passages.clear();
  }

  void write_passage(const Passage& passage) {
    if (passage.paragraph.blank_before)
      text_.paragraph_break();
    else
      text_.line_break();
    Hint hint;
    const bool furniture = passage.paragraph.lines.front().furniture;
    hint.level = furniture ? 0 : sizes_.heading_level(passage.paragraph);
    if (furniture)
      hint.kind = HintKind::furniture;
    else if (passage.kind)
      hint.kind = *passage.kind;
    else if (hint.level > 0)
      hint.kind = HintKind::heading;
    if (hint.kind == HintKind::heading && hint.level == 0) hint.level = 1;
    if (hint.kind == HintKind::paragraph) return write_lines(passage.paragraph.lines);
    const auto handle = text_.open(std::move(hint));
    write_lines(passage.paragraph.lines);
    text_.close(handle);
  }

  void write_lines(const std::vector<Line>& lines) {
    bool joined = true;  // nothing may come between
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Line& line = lines[i];
      for (std::size_t w = 0; w < line.words.size(); ++w) {
        const Word& word = line.words[w];
        const Word* below = word_below(lines, i, w);
        const Joint joint = below == nullptr ? Joint::blank : vocabulary_.joint(word, *below);
        text_.append(gap_before(line, w, joined));
        write_word(word, joint);
        joined = joint == Joint::none || joint == Joint::hyphen;
      }
      text_.append(std::string(static_cast<std::size_t>(line.tabs_after), '\t'));
    }
  }

  /// The word with which the text goes on below one at the end of a printed line; null for others.
  static const Word* word_below(const std::vector<Line>& lines, std::size_t line,
                                std::size_t word) {
    const auto& words = lines[line].words;
    if (words[word].ends_printed_line) return &words[word + 1];
    const bool last = word + 1 == words.size() && line + 1 < lines.size();
    return last ? &lines[line + 1].words.front() : nullptr;
  }

  static std::string gap_before(const Line& line, std::size_t index, bool joined) {
    const Word& word = line.words[index];
    if (word.tabs_before > 0) return std::string(static_cast<std::size_t>(word.tabs_before), '\t');
    if (joined || (index > 0 && word.superscript)) return {};
    return is_tab(line, index) ? "\t" : " ";
  }

  /// A list mark stands apart from its item, which makes no table of them.
  static bool is_tab(const Line& line, std::size_t word) {
    return line.table == 0 && is_cell_gap(line, word) &&
           !(word == 1 && is_list_mark(line.words[0].text));
  }

  void write_word(const Word& word, Joint joint) {
    const std::string_view shown =
        joint == Joint::none ? without_hyphen(word.text) : std::string_view(word.text);
    std::optional<TextBuilder::Handle> mark;
    if (word.superscript) {
      Hint hint;
      hint.kind = HintKind::footnote_mark;
      hint.marker = word.text;
      mark = text_.open(std::move(hint));
    }
    const Box box = turned_back(word.box, *page_);
    Location place;
    place.x = box.left;
    place.y = box.top;
    place.width = box.width();
    place.height = box.height();
    place.page = number_;
    place.confidence = word.confidence;
    text_.open_place(std::move(place));
    text_.append(shown);
    text_.close_place();
    if (mark) text_.close(*mark);
  }

  void write_table(const Region& region) {
    text_.paragraph_break();
    Hint table;
    table.kind = HintKind::table;
    const auto table_handle = text_.open(std::move(table));
    for (std::size_t begin = 0; begin < region.cells.size();) {
      std::size_t end = begin;
      while (end < region.cells.size() && region.cells[end].row == region.cells[begin].row) ++end;
      text_.line_break();
      Hint row;
      row.kind = HintKind::table_row;
      const auto row_handle = text_.open(std::move(row));
      for (std::size_t i = begin; i < end; ++i) {
        if (i > begin) text_.append("\t");
        write_cell(region.cells[i]);
      }
      text_.close(row_handle);
      begin = end;
    }
    text_.close(table_handle);
    text_.paragraph_break();
  }

  void write_cell(const Cell& cell) {
    Hint hint;
    hint.kind = HintKind::table_cell;
    hint.column = cell.column;
    hint.row_span = cell.row_span;
    hint.column_span = cell.column_span;
    const auto handle = text_.open(std::move(hint));
    text_.begin_cell();
    write_lines(cell.lines);
    text_.end_cell();
    text_.close(handle);
  }

  TextBuilder& text_;
  Vocabulary vocabulary_;
  LetterSizes sizes_;
  Spacing spacing_;
  const PageContent* page_ = nullptr;
  std::size_t number_ = 0;
};

bool has_words(const PageContent& page) { return !page.regions.empty(); }

}  // namespace

void compose(std::vector<PageContent> pages, TextBuilder& text) {
  Composer composer(pages, text);
  const bool any = std::any_of(pages.begin(), pages.end(), has_words);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool empty = !has_words(pages[i]);
    composer.page(pages[i], i + 1);
    if (empty && any)
      text.warn("page-without-text",
                "page " + std::to_string(i + 1) +
                    " holds no text; if it is a scan, read it with OCR (ocrmypdf -l nld)");
    pages[i] = {};
  }
}

}  // namespace handvest::pages
