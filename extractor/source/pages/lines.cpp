#include "source/pages/lines.hpp"

#include <cmath>
#include <map>

namespace handvest::pages {
namespace {

constexpr double word_gap = 1.2;        // widest gap between words, in letter heights
constexpr double cell_gap = 1.4;        // narrowest gap between cells of a row
constexpr double same_line = 0.5;       // share of the height that words of a line have in common
constexpr std::size_t last_lines = 16;  // open lines looked at for a word, newest first

/// Lines that may still grow, by the height at which they end. Only the newest few at one height
/// are looked at, so that a page with a million words on one spot costs no more than another.
class OpenLines {
 public:
  explicit OpenLines(double row_height) : row_height_(row_height) {}

  void add(std::size_t line, const Box& end) { rows_[row(end.middle())].push_back({line, end}); }

  /// The line that `word` goes on: the one whose end overlaps it most.
  std::optional<std::size_t> before(const Word& word) const {
    std::optional<std::size_t> best;
    double best_share = same_line;
    for (long at = row(word.box.middle()) - 1; at <= row(word.box.middle()) + 1; ++at) {
      const auto found = rows_.find(at);
      if (found == rows_.end()) continue;
      const auto& ends = found->second;
      for (std::size_t i = ends.size(); i > 0 && ends.size() - i < last_lines; --i) {
        const auto& [line, end] = ends[i - 1];
        const double gap = word.box.left - end.right;
        const double share = shared_height(word.box, end);
        const double height = std::max(word.box.height(), end.height());
        if (share > best_share && gap < word_gap * height && gap > -height) {
          best = line;
          best_share = share;
        }
      }
    }
    return best;
  }

 private:
  struct End {
    std::size_t line;
    Box box;
  };

  long row(double middle) const {
    return static_cast<long>(std::clamp(std::floor(middle / row_height_), -1e6, 1e6));
  }

  double row_height_;
  std::map<long, std::vector<End>> rows_;
};

bool left_of(const Word& a, const Word& b) { return a.box.left < b.box.left; }

}  // namespace

Line line_of(std::vector<Word> words) {
  Line line;
  line.box = words.front().box;
  for (const Word& word : words) line.box = united(line.box, word.box);
  line.words = std::move(words);
  return line;
}

double letter_height(const std::vector<Word>& words) {
  std::vector<double> heights;
  heights.reserve(words.size());
  for (const Word& word : words)
    if (word.box.height() > 0) heights.push_back(word.box.height());
  if (heights.empty()) return 1;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

std::vector<Line> find_lines(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(), left_of);
  std::vector<std::vector<Word>> lines;
  OpenLines open(letter_height(words));
  for (Word& word : words) {
    const auto found = open.before(word);
    if (!found) lines.emplace_back();
    const std::size_t line = found ? *found : lines.size() - 1;
    // A raised mark must not pull its line upwards.
    const Box end = found && word.box.height() < 0.8 * lines[line].back().box.height()
                        ? Box{word.box.left, lines[line].back().box.top, word.box.right,
                              lines[line].back().box.bottom}
                        : word.box;
    open.add(line, end);
    lines[line].push_back(std::move(word));
  }
  std::vector<Line> found;
  found.reserve(lines.size());
  for (auto& line : lines) found.push_back(line_of(std::move(line)));
  return found;
}

std::vector<Line> rows_of(std::vector<Line> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.box.middle() < b.box.middle(); });
  std::vector<Line> rows;
  for (Line& line : lines) {
    if (!rows.empty() && rows.back().furniture == line.furniture &&
        shared_height(rows.back().box, line.box) > same_line) {
      auto& words = rows.back().words;
      std::move(line.words.begin(), line.words.end(), std::back_inserter(words));
      rows.back().box = united(rows.back().box, line.box);
    } else {
      rows.push_back(std::move(line));
    }
  }
  for (Line& row : rows) std::stable_sort(row.words.begin(), row.words.end(), left_of);
  return rows;
}

bool is_cell_gap(const Line& line, std::size_t index) {
  if (index == 0) return false;
  const Box& before = line.words[index - 1].box;
  const Box& after = line.words[index].box;
  return after.left - before.right > cell_gap * std::max(before.height(), after.height());
}

}  // namespace handvest::pages
