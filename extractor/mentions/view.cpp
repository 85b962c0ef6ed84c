#include "mentions/view.hpp"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "grammar/dispatcher.hpp"
#include "grammar/marked_places.hpp"
#include "text/utf8.hpp"

namespace handvest {
namespace {

// Marks the bytes that ask for a closer look. All others are copied as they are: a blank, a line
// end and a hyphen are too where none of these and no such byte follows.
class SpecialMarks {
 public:
  PlaceBits operator()(const std::uint8_t* bytes) const {
    const auto rare = places_where([&](std::size_t i) { return is_rare(bytes[i]); });
    const auto common = places_where([&](std::size_t i) { return is_common(bytes[i]); });
    // What follows the last place is not looked at.
    return rare | (common & ((rare | common) >> 1U | PlaceBits{1} << 63U));
  }

 private:
  static constexpr std::uint8_t is_common(std::uint8_t byte) {
    return flag(byte == ' ') | flag(byte == '\n') | flag(byte == '-');
  }
  // Of what leads characters beyond ASCII only that of the commonest letters, C3, is passed over.
  static constexpr std::uint8_t is_rare(std::uint8_t byte) {
    return flag((byte == '\r') | (byte == '*') | (byte == 0xC2) | (byte > 0xC3));
  }
};

bool is_lower(std::string_view text, std::size_t at) {
  return at < text.size() &&
         ((text[at] >= 'a' && text[at] <= 'z') || static_cast<std::uint8_t>(text[at]) == 0xC3);
}

}  // namespace

// Reads the source once, run by run.
class ViewBuilder {
 public:
  explicit ViewBuilder(std::string_view source) : source_(source), specials_(source, 0) {
    text.reserve(source.size());
  }

  void run() {
    while (at_ < source_.size()) {
      keep(specials_.next(at_) - at_);
      if (at_ < source_.size()) special();
    }
  }

  std::string text;
  std::vector<TextView::Edit> edits = {{0, 0}};

 private:
  bool starts(std::string_view prefix, std::size_t at) const {
    return source_.substr(at, prefix.size()) == prefix;
  }
  void keep(std::size_t count) {
    if (count == 0) return;
    if (moved_) edits.push_back({text.size(), at_});
    moved_ = false;
    text.append(source_, at_, count);
    at_ += count;
  }
  void drop(std::size_t count) {
    at_ += count;
    moved_ = true;
  }
  void put(std::string_view replacement, std::size_t count) {
    edits.push_back({text.size(), at_});
    text += replacement;
    at_ += count;
    moved_ = true;
  }

  // Bytes of the blank at `at`: 0 when there is none.
  std::size_t blank_at(std::size_t at) const {
    if (at >= source_.size()) return 0;
    if (source_[at] == ' ') return 1;
    if (starts("\xC2\xA0", at)) return 2;
    if (starts("\xE2\x80", at) && at + 2 < source_.size()) {
      const auto last = static_cast<std::uint8_t>(source_[at + 2]);
      if ((last >= 0x80 && last <= 0x8A) || last == 0xAF) return 3;
    }
    return 0;
  }

  std::size_t blanks_end(std::size_t at) const {
    for (std::size_t size = blank_at(at); size != 0; size = blank_at(at)) at += size;
    return at;
  }

  // The offset behind the line end at `at`, or `at`.
  std::size_t line_end(std::size_t at) const {
    if (starts("\r\n", at)) return at + 2;
    return at < source_.size() && (source_[at] == '\n' || source_[at] == '\r') ? at + 1 : at;
  }

  void special() {
    if (blank_at(at_) != 0) return blanks();
    if (line_end(at_) != at_) return new_line();
    if (source_[at_] == '-') return hyphen(1);
    if (starts("\xC2\xAD", at_)) return hyphen(2);
    if (source_[at_] == '*') return stars();
    if (starts("\xE2\x80\x8B", at_) || starts("\xE2\x81\xA0", at_) || starts("\xEF\xBB\xBF", at_)) {
      return drop(3);
    }
    if (starts("\xE2\x80\x90", at_) || starts("\xE2\x80\x91", at_)) return put("-", 3);
    const auto lead = static_cast<std::uint8_t>(source_[at_]);
    if ((lead == 0xCC || lead == 0xCD) && compose()) return;
    keep(1);
  }

  void blanks() {
    const std::size_t end = blanks_end(at_);
    if (line_end(end) != end) return drop(end - at_);
    if (end == at_ + 1) return keep(1);
    put(" ", end - at_);
  }

  void new_line() {
    const std::size_t end = line_end(at_);
    if (source_[at_] == '\n') {
      keep(1);
    } else {
      put("\n", end - at_);
    }
    const std::size_t indented = blanks_end(at_);
    if (indented != at_) drop(indented - at_);
  }

  // A word that goes on in the next line in lower case was broken there.
  void hyphen(std::size_t size) {
    const bool soft = size == 2;
    const std::size_t behind = blanks_end(at_ + size);
    const std::size_t next = blanks_end(line_end(behind));
    const bool at_line_end = line_end(behind) != behind;
    const bool letter_before = at_ > 0 && is_ascii_letter(source_[at_ - 1]);
    if (at_line_end && letter_before && is_lower(source_, next)) return drop(next - at_);
    if (soft) return drop(size);
    keep(size);
  }

  // Stars that embrace print; one that stands for itself (a footnote, a multiplication) stays.
  void stars() {
    std::size_t end = at_;
    while (end < source_.size() && source_[end] == '*') ++end;
    std::size_t mark = end;  // "*1)" is a footnote mark
    while (mark < source_.size() && source_[mark] >= '0' && source_[mark] <= '9') ++mark;
    if (mark > end && mark < source_.size() && source_[mark] == ')') return keep(end - at_);
    const bool opens = (at_ == 0 || !word_ends_at(source_, at_)) && end < source_.size() &&
                       (word_begins_at(source_, end) || starts("\xE2\x82\xAC", end));
    const bool closes = at_ > 0 && !word_begins_at(source_, end) && source_[at_ - 1] != ' ' &&
                        source_[at_ - 1] != '\n';
    if ((opens || closes) && end - at_ <= 3) return drop(end - at_);
    keep(end - at_);
  }

  // A combining accent behind an ASCII letter.
  bool compose() {
    if (at_ + 1 >= source_.size() || text.empty() || !is_ascii_letter(text.back())) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return false;
    const auto lead = static_cast<std::uint8_t>(source_[at_]);
    const auto tail = static_cast<std::uint8_t>(source_[at_ + 1]);
    const UChar32 accent = ((lead & 0x1F) << 6) | (tail & 0x3F);
    const UChar32 whole = unorm2_composePair(nfc, text.back(), accent);
    if (whole < 0x80 || whole > 0x7FF) return false;
    text.pop_back();
    if (!edits.empty() && edits.back().view == text.size() + 1) edits.pop_back();
    edits.push_back({text.size(), at_ - 1});
    text += static_cast<char>(0xC0 | (whole >> 6));
    text += static_cast<char>(0x80 | (whole & 0x3F));
    at_ += 2;
    moved_ = true;
    return true;
  }

  std::string_view source_;
  MarkedPlaces<SpecialMarks> specials_;
  std::size_t at_ = 0;
  bool moved_ = false;
};

TextView::TextView(std::string_view source) {
  ViewBuilder builder(source);
  builder.run();
  text_ = std::move(builder.text);
  edits_ = std::move(builder.edits);
}

// The end is the end of the last byte's source, so that what was dropped behind it stays outside.
Span TextView::to_source(const Span& span) const {
  const auto next = edit_behind(span.begin);
  const std::size_t begin = (next - 1)->to_source(span.begin);
  if (span.empty()) return {begin, begin};
  const std::size_t last = span.end - 1;
  const bool same_edit = next == edits_.end() || last < next->view;
  const Edit& edit = same_edit ? *(next - 1) : *(edit_behind(last) - 1);
  return {begin, edit.to_source(last) + 1};
}

std::vector<TextView::Edit>::const_iterator TextView::edit_behind(std::size_t view) const {
  return std::upper_bound(edits_.begin(), edits_.end(), view,
                          [](std::size_t at, const Edit& edit) { return at < edit.view; });
}

}  // namespace handvest
