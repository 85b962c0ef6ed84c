#include "source/pages/tables.hpp"

#include <map>
#include <utility>

#include "source/pages/lines.hpp"
#include "source/pages/words.hpp"

namespace handvest::pages {
namespace {

constexpr double narrowest_strip = 0.3;  // in letter heights: more than a blank
constexpr double clear_strip = 1.1;      // in blanks between words, where no cell leaves a wide gap
constexpr std::size_t clear_rows = 3;    // whose words behind such a strip begin at one place
constexpr double same_place = 0.1;       // in letter heights
constexpr std::size_t rows_per_unexplained = 4;  // gaps between cells that are none of columns
constexpr double widest_gap = 1.5;               // between rows, in heights of the upper one
constexpr double close_gap = 0.7;                // from a line with words in the first column alone
constexpr std::size_t most_alone = 3;            // such lines before the next row
constexpr double blank_width = 0.25;             // in letter heights
constexpr double cell_padding = 0.8;             // in letter heights
constexpr std::size_t fewest_rows = 2;           // with a gap between cells

struct Strip {
  double left = 0, right = 0;
};
using Strips = std::vector<Strip>;
using Cells = std::vector<std::vector<Word>>;

bool overlap(const Strip& a, const Strip& b) { return a.left < b.right && b.left < a.right; }

/// The gaps of a line that are wide enough to lie between cells.
Strips gaps_of(const Line& line) {
  Strips gaps;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (!is_cell_gap(line, i) || (i == 1 && is_list_mark(line.words[0].text))) continue;
    gaps.push_back({line.words[i - 1].box.right, line.words[i].box.left});
  }
  return gaps;
}

/// What the words of a line leave white of a strip.
Strips left_white(const Strip& strip, const Line& line, double narrowest) {
  Strips white;
  double from = strip.left;
  for (const Word& word : line.words) {
    if (word.box.right <= from || word.box.left >= strip.right) continue;
    if (word.box.left - from >= narrowest) white.push_back({from, word.box.left});
    from = std::max(from, word.box.right);
  }
  if (strip.right - from >= narrowest) white.push_back({from, strip.right});
  return white;
}

/// Width of the blanks between words; most lines may be rows of tables with cells close together.
double usual_blank(const std::vector<Line>& lines) {
  std::vector<double> blanks;
  for (const Line& line : lines) {
    for (std::size_t i = 1; i < line.words.size(); ++i)
      if (!is_cell_gap(line, i))
        blanks.push_back(line.words[i].box.left - line.words[i - 1].box.right);
  }
  if (blanks.empty()) return 0;
  const auto low = blanks.begin() + static_cast<std::ptrdiff_t>(blanks.size() / 4);
  std::nth_element(blanks.begin(), low, blanks.end());
  return *low;
}

/// The lines from `begin` on that keep the strips between the cells of the first one white.
class Run {
 public:
  Run(const std::vector<Line>& lines, std::size_t begin, double blank)
      : lines_(lines),
        begin_(begin),
        end_(begin + 1),
        blank_(blank),
        strips_(gaps_of(lines[begin])) {
    if (strips_.empty() || lines[begin].furniture) return;
    while (end_ + alone_ < lines.size() && takes(end_ + alone_)) {
    }
  }

  bool is_table() const { return rows_ >= fewest_rows; }
  std::size_t end() const { return end_; }

  /// The white strips between the columns: those that gaps between cells show, and those behind
  /// which many lines begin a cell. None where these do not explain how the cells stand.
  Strips columns() const {
    Strips words;
    Strips gaps = strips_;
    for (std::size_t i = begin_; i < end_; ++i) {
      for (const Word& word : lines_[i].words) words.push_back({word.box.left, word.box.right});
      const Strips more = gaps_of(lines_[i]);
      gaps.insert(gaps.end(), more.begin(), more.end());
    }
    std::sort(words.begin(), words.end(),
              [](const Strip& a, const Strip& b) { return a.left < b.left; });
    Strips columns;
    double reached = words.front().right;
    for (const Strip& word : words) {
      const Strip white{reached, word.left};
      reached = std::max(reached, word.right);
      const auto shown = std::count_if(gaps.begin(), gaps.end(),
                                       [&](const Strip& gap) { return overlap(gap, white); });
      const bool wide = white.right - white.left >= narrowest() && shown > 0;
      if (wide || parts_many(white)) columns.push_back(white);
    }
    return explains_gaps(columns) ? columns : Strips{};
  }

 private:
  /// Cells that are not set in columns, each begun where the one before it happens to end, have
  /// gaps beside the columns.
  bool explains_gaps(const Strips& columns) const {
    std::size_t unexplained = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      for (const Strip& gap : gaps_of(lines_[i])) {
        unexplained += std::none_of(columns.begin(), columns.end(),
                                    [&](const Strip& column) { return overlap(gap, column); });
      }
    }
    return unexplained * rows_per_unexplained < end_ - begin_;
  }

  /// Whether so many lines begin a cell right behind the strip that it is no chance.
  bool parts_many(const Strip& white) const {
    if (white.right - white.left < clear_strip * blank_) return false;
    std::size_t rows = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      const auto& words = lines_[i].words;
      const auto behind = std::find_if(words.begin() + 1, words.end(), [&](const Word& word) {
        return word.box.left >= white.right;
      });
      if (behind == words.end() || (behind - 1)->box.right > white.left) continue;
      if (behind->box.left - white.right < same_place * behind->box.height()) ++rows;
    }
    return rows >= clear_rows;
  }

  double narrowest() const { return narrowest_strip * lines_[begin_].box.height(); }

  /// Takes the line at `next`, or remembers it as one that stands alone in the first column: it is
  /// a row when further rows follow.
  bool takes(std::size_t next) {
    const Line& above = lines_[next - 1];
    const Line& line = lines_[next];
    const double gap = (line.box.top - above.box.bottom) / above.box.height();
    if (line.furniture || gap > widest_gap) return false;
    Strips white;
    for (const Strip& strip : strips_) {
      const Strips pieces = left_white(strip, line, narrowest());
      if (pieces.empty()) return false;
      white.insert(white.end(), pieces.begin(), pieces.end());
    }
    const bool has_gaps = !gaps_of(line).empty();
    if (!has_gaps && line.box.right <= white.front().right)
      return gap < close_gap && ++alone_ <= most_alone;
    strips_ = std::move(white);
    rows_ += has_gaps ? 1 : 0;
    end_ = next + 1;
    alone_ = 0;
    return true;
  }

  const std::vector<Line>& lines_;
  std::size_t begin_;
  std::size_t end_;
  double blank_;
  Strips strips_;
  std::size_t alone_ = 0;
  std::size_t rows_ = 1;
};

/// Puts the printed lines of a table together to its rows.
class RowBuilder {
 public:
  RowBuilder(const Strips& columns, const std::vector<Line>& lines)
      : columns_(columns), height_(lines.front().box.height()) {
    for (const Line& line : lines) {
      for (const Word& word : line.words) {
        Strip& extent =
            extents_.emplace(column_of(word), Strip{word.box.left, word.box.right}).first->second;
        extent = {std::min(extent.left, word.box.left), std::max(extent.right, word.box.right)};
      }
    }
  }

  void add(const Line& line) {
    Cells cells(columns_.size() + 1);
    for (const Word& word : line.words) cells[column_of(word)].push_back(word);
    if (!rows_.empty() && carries_on(cells)) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        auto& cell = rows_.back()[i];
        if (!cells[i].empty()) cell.back().ends_printed_line = true;
        cell.insert(cell.end(), cells[i].begin(), cells[i].end());
      }
    } else {
      rows_.push_back(cells);
    }
    last_ = std::move(cells);
  }

  std::vector<Line> rows(int table) const {
    std::vector<Line> lines;
    for (const Cells& cells : rows_) lines.push_back(row_of(cells, table));
    return lines;
  }

 private:
  std::size_t column_of(const Word& word) const {
    const double middle = (word.box.left + word.box.right) / 2;
    return static_cast<std::size_t>(std::count_if(
        columns_.begin(), columns_.end(), [&](const Strip& strip) { return strip.left < middle; }));
  }

  /// How wide a cell of the column may be: up to the white before the next column.
  double width_of(std::size_t column) const {
    const Strip& own = extents_.at(column);
    const auto next = extents_.find(column + 1);
    const double white = next == extents_.end() ? 0 : std::max(next->second.left - own.right, 0.0);
    return own.right - own.left + std::max(white - cell_padding * height_, 0.0);
  }

  /// Whether the line break within a cell was made for want of room.
  bool had_no_room(std::size_t column, const Word& next) const {
    const auto& above = last_[column];
    const double width = above.back().box.right - above.front().box.left;
    return width + (next.box.width() + blank_width * height_) > width_of(column);
  }

  /// Numbers mostly stand for themselves, below each other, but for one behind its currency.
  static bool may_carry_on(const Word& above, const Word& next) {
    if (above.text == "€") return true;
    const bool prose = !above.text.empty() && above.text.back() >= 'a' && above.text.back() <= 'z';
    const unsigned char first = next.text.empty() ? '0' : static_cast<unsigned char>(next.text[0]);
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                        first == '(' || begins_small(next.text);
    return prose || letter;
  }

  /// The line goes on with what the cells of the line above it left unfinished.
  bool carries_on(const Cells& cells) const {
    bool unfinished = cells.front().empty();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      if (last_[i].empty()) return false;
      const Word& above = last_[i].back();
      const Word& next = cells[i].front();
      if (!had_no_room(i, next) || !may_carry_on(above, next)) return false;
      unfinished = unfinished || begins_small(next.text) || next.text.starts_with('(') ||
                   ends_with_hyphen(above.text) || above.text == "€";
    }
    return unfinished;
  }

  static Line row_of(const Cells& cells, int table) {
    std::vector<Word> words;
    int tabs = 0;
    for (const auto& cell : cells) {
      for (const Word& word : cell) {
        words.push_back(word);
        words.back().tabs_before = std::exchange(tabs, 0);
      }
      ++tabs;
    }
    Line line = line_of(std::move(words));
    line.table = table;
    line.tabs_after = tabs - 1;
    return line;
  }

  const Strips& columns_;
  double height_;
  std::map<std::size_t, Strip> extents_;  ///< of each column's words
  std::vector<Cells> rows_;
  Cells last_;  ///< the printed line before
};

std::vector<Line> rows_of_table(const std::vector<Line>& lines, const Strips& columns, int table) {
  RowBuilder rows(columns, lines);
  for (const Line& line : lines) rows.add(line);
  return rows.rows(table);
}

/// The first of the lines that head the columns of the table below them, though their own words
/// stand too close together to show columns; end() when there are none. The columns are narrowed to
/// what these lines leave white of them.
std::vector<Line>::iterator first_head(std::vector<Line>& above, const Line& table, double blank,
                                       Strips& columns) {
  const Line* below = &table;
  auto first = above.end();
  for (auto at = above.end(); at != above.begin(); --at) {
    const Line& line = *(at - 1);
    const double gap = (below->box.top - line.box.bottom) / line.box.height();
    if (line.furniture || line.table > 0 || gap > close_gap) break;
    Strips narrowed;
    for (const Strip& column : columns) {
      const Strips white = left_white(column, line, clear_strip * blank);
      if (white.size() == 1) narrowed.push_back(white.front());
    }
    if (narrowed.size() < columns.size()) break;
    below = &line;
    // The last line of a head may have words in some of the columns only.
    if (line.box.right < columns.back().right) continue;
    columns = std::move(narrowed);
    first = at - 1;
  }
  return first;
}

}  // namespace

void find_tables(std::vector<Line>& lines, int& tables) {
  const double blank = usual_blank(lines);
  std::vector<Line> result;
  for (std::size_t i = 0; i < lines.size();) {
    const Run run(lines, i, blank);
    Strips columns = run.is_table() ? run.columns() : Strips{};
    if (columns.empty()) {
      result.push_back(std::move(lines[i++]));
      continue;
    }
    std::vector<Line> table;
    std::move(first_head(result, lines[i], blank, columns), result.end(),
              std::back_inserter(table));
    result.resize(result.size() - table.size());
    for (; i < run.end(); ++i) table.push_back(std::move(lines[i]));
    for (Line& row : rows_of_table(table, columns, ++tables)) result.push_back(std::move(row));
  }
  lines = std::move(result);
}

}  // namespace handvest::pages
