#include <algorithm>

#include "output/annotations/marks.hpp"
#include "output/annotations/writers.hpp"

namespace handvest {
namespace {

constexpr std::string_view kHead =
    "#FORMAT=WebAnno TSV 3.3\n"
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n";

// A mention by bytes of the text.
struct ByteMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Mark* mark = nullptr;
};

std::vector<ByteMark> byte_marks(const std::vector<Mark>& mentions, std::string_view text) {
  const CodePointText index(text);
  std::vector<ByteMark> marks;
  for (const auto& mark : mentions) {
    marks.push_back({index.byte_of(mark.start), index.byte_of(mark.end), &mark});
  }
  return marks;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0U ? 2 : 1;
  }
  return units;
}

// Reserved characters of the format, in tokens, sentences and values.
std::string escaped(std::string_view text) {
  constexpr std::string_view kReserved = "\\[]|_;*";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (kReserved.find(c) != std::string_view::npos || text.substr(i, 2) == "->") out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_punctuation(char c) {
  return std::string_view(".,;:!?()[]{}\"'/").find(c) != std::string_view::npos;
}

/// Writes sentence by sentence, counting UTF-16 units as it goes.
class SentenceWriter {
 public:
  SentenceWriter(std::string_view text, const std::vector<ByteMark>& marks)
      : text_(text), marks_(marks) {}

  std::string write() {
    out_ += kHead;
    std::size_t begin = 0;
    while (begin < text_.size()) {
      const std::size_t end = sentence_end(begin);
      write_sentence(begin, end);
      begin = std::min(end + 1, text_.size());
    }
    return std::move(out_);
  }

 private:
  // The end of the line, or of the last line that a mention goes on into.
  std::size_t sentence_end(std::size_t begin) const {
    std::size_t end = std::min(text_.find('\n', begin), text_.size());
    for (std::size_t i = next_; i < marks_.size() && marks_[i].begin < end; ++i) {
      if (marks_[i].end > end) end = std::min(text_.find('\n', marks_[i].end), text_.size());
    }
    return end;
  }

  void write_sentence(std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (begin < end && is_blank(text_[end - 1])) --end;
    if (begin == end) return;
    ++sentence_;
    token_ = 0;
    out_ += "\n#Text=" + escaped(text_.substr(begin, end - begin)) + "\n";
    while (begin < end) {
      const std::size_t token_end = end_of_token(begin, end);
      write_token(begin, token_end);
      begin = token_end;
      while (begin < end && is_blank(text_[begin])) ++begin;
    }
  }

  // A word, or one punctuation mark; never across the edge of a mention.
  std::size_t end_of_token(std::size_t begin, std::size_t end) {
    while (next_ < marks_.size() && marks_[next_].end <= begin) ++next_;
    if (next_ < marks_.size()) {
      const ByteMark& mark = marks_[next_];
      end = std::min(end, mark.begin > begin ? mark.begin : mark.end);
    }
    if (is_punctuation(text_[begin])) return begin + 1;
    std::size_t at = begin + 1;
    while (at < end && !is_blank(text_[at]) && !is_punctuation(text_[at])) ++at;
    return at;
  }

  void write_token(std::size_t begin, std::size_t end) {
    utf16_ += utf16_length(text_.substr(counted_, begin - counted_));
    const std::size_t units = utf16_length(text_.substr(begin, end - begin));
    out_ += std::to_string(sentence_) + "-" + std::to_string(++token_) + "\t" +
            std::to_string(utf16_) + "-" + std::to_string(utf16_ + units) + "\t" +
            escaped(text_.substr(begin, end - begin)) + "\t" + values(begin) + "\t\n";
    utf16_ += units;
    counted_ = end;
  }

  // The number in brackets tells tokens of one mention from those of the next.
  std::string values(std::size_t begin) const {
    if (next_ == marks_.size() || marks_[next_].begin > begin) return "_\t_";
    const std::string number = "[" + std::to_string(next_ + 1) + "]";
    const Mark& mark = *marks_[next_].mark;
    return escaped(mark.value) + number + "\t" + escaped(mark.type) + number;
  }

  std::string_view text_;
  const std::vector<ByteMark>& marks_;
  std::size_t next_ = 0;  // first mention that ends after what was written
  std::size_t sentence_ = 0, token_ = 0;
  std::size_t counted_ = 0, utf16_ = 0;  // bytes and UTF-16 units before the token
  std::string out_;
};

}  // namespace

std::string write_webanno(const Document& document) {
  const auto mentions = mentions_in_order(document);
  const auto marks = byte_marks(mentions, document.text());
  return SentenceWriter(document.text(), marks).write();
}

}  // namespace handvest
