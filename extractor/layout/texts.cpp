#include "layout/texts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kLongestWord = 60;

bool is_hyphen(char32_t c) { return c == '-' || c == 0xAD || c == 0x2010; }

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = lowered(c);
  return result;
}

// Letters, digits, hyphens, and everything beyond ASCII.
constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> in{};
  for (std::size_t byte = 0; byte < in.size(); ++byte) {
    in[byte] = byte >= 0x80 || byte == '-' || (byte >= '0' && byte <= '9') ||
               (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  }
  return in;
}

bool in_word(char c) {
  static constexpr std::array<bool, 256> kWordBytes = word_bytes();
  return kWordBytes[static_cast<unsigned char>(c)];
}

// Which of the words that are asked for stand in the text.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view text) : text_(text) {}

  /// Notes a word to look for, in lower case; false when it was asked for before. Words that are
  /// very short or long stand nowhere.
  bool ask(const std::string& word) {
    if (word.size() < kLeast || word.size() > kLongestWord) return false;
    const auto [entry, is_new] = known_.emplace(word, false);
    if (!is_new) return false;
    sizes_ |= std::uint64_t{1} << word.size();
    const bool hyphened = word.find('-') != std::string::npos;
    (hyphened ? hyphened_ : plain_).push_back(&entry->first);
    return true;
  }

  /// Looks for those that were asked for since the last look.
  void look() {
    if (!hyphened_.empty()) look_at_hyphens();
    if (!plain_.empty()) look_at_words();
    hyphened_.clear();
    plain_.clear();
  }

  bool knows(const std::string& word) const {
    const auto found = known_.find(word);
    return found != known_.end() && found->second;
  }

 private:
  static constexpr std::size_t kLeast = 3;  // bytes

  // How far the search may go on from a place (Wu and Manber's algorithm), by the last three of as
  // many letters as the shortest word has: most stand in no word, so that most of the text is
  // passed over.
  class Steps {
   public:
    explicit Steps(const std::vector<const std::string*>& words) {
      for (const auto* word : words) reach_ = std::min(reach_, word->size());
      const std::size_t most = reach_ - kLeast + 1;
      steps_.assign(std::size_t{1} << 15U, static_cast<std::uint8_t>(most));
      for (const auto* word : words) {
        for (std::size_t i = 0; i < most; ++i) {
          std::uint8_t& step = steps_[code_of(word->data() + i)];
          step = std::min(step, static_cast<std::uint8_t>(most - 1 - i));
        }
      }
    }

    /// Bytes that must stand at a place.
    std::size_t reach() const { return reach_; }
    /// 0 where a word may begin.
    std::size_t at(const char* place) const { return steps_[code_of(place + reach_ - kLeast)]; }

   private:
    // Of three letters, whatever their case; several share a number.
    static std::size_t code_of(const char* letters) {
      const auto code = [&](std::size_t i) -> std::size_t {
        return static_cast<unsigned char>(letters[i]) & 31U;
      };
      return code(0) << 10U | code(1) << 5U | code(2);
    }

    std::size_t reach_ = kLongestWord;
    std::vector<std::uint8_t> steps_;
  };

  void look_at_hyphens() {
    for (std::size_t at = text_.find('-'); at != text_.npos; at = text_.find('-', at)) {
      std::size_t begin = at;
      while (begin > 0 && at - begin <= kLongestWord && in_word(text_[begin - 1])) --begin;
      at = pass(begin);
    }
  }

  // Ends where all were found: of most words that are broken the text soon has another.
  void look_at_words() {
    const Steps steps(plain_);
    const std::size_t all = found_ + plain_.size();
    for (std::size_t at = 0; at + steps.reach() <= text_.size() && found_ < all;) {
      const std::size_t step = steps.at(text_.data() + at);
      at = step > 0 ? at + step : pass(at);
    }
  }

  // Looks at the word at `at`, where one begins; returns the next place where one may.
  std::size_t pass(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && in_word(text_[end])) ++end;
    const bool begins = at == 0 || !in_word(text_[at - 1]);
    if (begins && end - at <= kLongestWord && (sizes_ >> (end - at) & 1U) != 0) {
      const auto found = known_.find(lowered(text_.substr(at, end - at)));
      if (found != known_.end() && !std::exchange(found->second, true)) ++found_;
    }
    return std::min(end + 1, text_.size());
  }

  std::string_view text_;
  std::unordered_map<std::string, bool> known_;
  std::vector<const std::string*> hyphened_;  // keys of known_ that were not looked for yet
  std::vector<const std::string*> plain_;     // the same for those without a hyphen
  std::uint64_t sizes_ = 0;                   // a bit for each size that words of known_ have
  std::size_t found_ = 0;                     // of all that were looked for
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

  /// Notes the words that writing the piece will ask for.
  void prepare(const Piece& piece) {
    asking_ = true;
    written(piece);
    asking_ = false;
  }

  /// Looks for them: for the parts of words only where the words as a whole tell nothing.
  void look() {
    vocabulary_.look();
    for (const Broken& word : broken_) {
      if (vocabulary_.knows(word.hyphened) || vocabulary_.knows(word.first + word.second)) continue;
      vocabulary_.ask(word.first);
      vocabulary_.ask(word.second);
    }
    vocabulary_.look();
  }

  std::string written(const Piece& piece) {
    result_.clear();
    for (const Span& span : piece.element->spans) {
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
    if (hyphen.value == 0xAD || (!name && !keeps_hyphen(line, hyphen.size))) {
      result_.resize(result_.size() - hyphen.size);
    }
  }

  // Whether the hyphen of so many bytes belongs to the word.
  bool keeps_hyphen(std::string_view line, std::size_t hyphen) {
    const std::string second = first_word(line);
    std::string first = last_word(result_);
    const std::string hyphened = first + second;
    first.resize(first.size() - hyphen);
    if (asking_) {
      const bool is_new = vocabulary_.ask(hyphened);
      if (vocabulary_.ask(first + second) || is_new) broken_.push_back({hyphened, first, second});
      return false;
    }
    if (vocabulary_.knows(hyphened)) return true;
    if (vocabulary_.knows(first + second)) return false;
    if (first.find('-') != std::string::npos) return true;
    return first.size() > 2 && vocabulary_.knows(first) && vocabulary_.knows(second);
  }

  // A word at a line end.
  struct Broken {
    std::string hyphened;
    std::string first;
    std::string second;
  };

  std::string_view text_;
  const LayoutRules& rules_;
  Vocabulary vocabulary_;
  std::vector<Broken> broken_;
  std::string result_;
  bool asking_ = false;
};

bool is_broken(std::string_view text, const Piece& piece) {
  const auto& spans = piece.element->spans;
  if (spans.size() > 1) return true;
  return piece.several_lines && slice(text, spans.front()).find('\n') != std::string_view::npos;
}

// Bytes of its only span where the text stands there, unbroken, as it reads; 0 where it does not.
std::size_t printed_size(std::string_view text, const Piece& piece) {
  if (!piece.stray_marks.empty() || is_broken(text, piece)) return 0;
  return piece.element->spans.front().size();
}

}  // namespace

void set_texts(std::string_view text, std::vector<Piece>& pieces, const LayoutRules& rules) {
  Writer writer(text, rules);
  std::vector<const Piece*> unprinted;
  for (const auto& piece : pieces) {
    piece.element->printed = printed_size(text, piece);
    if (piece.element->printed > 0) continue;
    writer.prepare(piece);
    unprinted.push_back(&piece);
  }
  writer.look();
  for (const Piece* piece : unprinted) piece->element->mended = writer.written(*piece);
}

}  // namespace handvest::layout
