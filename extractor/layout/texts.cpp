#include "layout/texts.hpp"

#include <optional>
#include <string>
#include <unordered_set>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongestWord = 60;

bool is_hyphen(char32_t c) { return c == '-' || c == 0xAD || c == 0x2010; }

std::string lowered(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool in_word(char c) {
  return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c)) ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80U;
}

// The words of the whole text in lower case, gathered when the first broken word asks for them.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view text) : text_(text) {}

  bool knows(const std::string& word) {
    if (lowered_.empty()) gather();
    return words_.contains(word);
  }

 private:
  void gather() {
    lowered_ = lowered(text_);
    const std::string_view all = lowered_;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i;
      while (end < all.size() && in_word(all[end])) ++end;
      if (end > i && end - i <= kLongestWord) words_.insert(all.substr(i, end - i));
      i = end + 1;
    }
  }

  std::string_view text_;
  std::string lowered_;
  std::unordered_set<std::string_view> words_;
};

std::string last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongestWord && in_word(text[begin - 1])) --begin;
  return lowered(text.substr(begin));
}

std::string first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < kLongestWord && in_word(text[end])) ++end;
  return lowered(text.substr(0, end));
}

class Writer {
 public:
  Writer(std::string_view text, const LayoutRules& rules)
      : text_(text), rules_(rules), vocabulary_(text) {}

  std::string written(const Piece& piece) {
    result_.clear();
    for (const Span& span : piece.element.spans) {
      std::size_t from = span.begin;
      for (const Span& mark : piece.stray_marks) {
        if (mark.begin != from) continue;
        from = mark.end;
        while (from < span.end && (text_[from] == ' ' || text_[from] == '\t')) ++from;
      }
      if (piece.cut) {
        add_cut_lines({from, span.end});
      } else {
        add_lines({from, span.end});
      }
    }
    return std::move(result_);
  }

 private:
  void add_lines(Span span) {
    while (span.begin < span.end) {
      const std::size_t end = std::min(text_.find('\n', span.begin), span.end);
      Span line = {span.begin, end};
      while (!line.empty() && is_space(text_[line.begin])) ++line.begin;
      while (!line.empty() && is_space(text_[line.end - 1])) --line.end;
      if (!line.empty()) add_line(slice(text_, line));
      span.begin = std::min(end + 1, span.end);
    }
  }

  // Lines that were cut within words follow each other as they are.
  void add_cut_lines(Span span) {
    if (!result_.empty()) join(slice(text_, span));
    for (const char c : slice(text_, span)) {
      if (c != '\n' && c != '\r') result_ += c;
    }
  }

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }

  void add_line(std::string_view line) {
    if (!result_.empty()) join(line);
    result_ += line;
  }

  // Puts a blank between what is written and the next line, or mends the word they share.
  void join(std::string_view line) {
    const CodePoint hyphen = code_point_before(result_, result_.size());
    const CodePoint before = code_point_before(result_, result_.size() - hyphen.size);
    const CodePoint next = code_point_at(line, 0);
    if (!is_hyphen(hyphen.value) || !is_letter(before.value) || !is_letter(next.value) ||
        rules_.suspension.contains(first_word(line))) {
      result_ += ' ';
      return;
    }
    const bool name =
        is_upper(before.value) || is_upper(next.value);  // 'EPL-score', 'MKB-Nederland'
    if (hyphen.value == 0xAD || (!name && !keeps_hyphen(line))) {
      result_.resize(result_.size() - hyphen.size);
    }
  }

  bool keeps_hyphen(std::string_view line) {
    const std::string second = first_word(line);
    std::string first = last_word(result_);
    if (vocabulary_.knows(first + second)) return true;
    first.pop_back();
    if (vocabulary_.knows(first + second)) return false;
    if (first.find('-') != std::string::npos) return true;
    return first.size() > 2 && vocabulary_.knows(first) && vocabulary_.knows(second);
  }

  std::string_view text_;
  const LayoutRules& rules_;
  Vocabulary vocabulary_;
  std::string result_;
};

}  // namespace

void set_texts(std::string_view text, std::vector<Piece>& pieces, const LayoutRules& rules) {
  Writer writer(text, rules);
  for (auto& piece : pieces) piece.element.text = writer.written(piece);
}

}  // namespace handvest::layout
