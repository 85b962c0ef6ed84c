#include "layout/sentences.hpp"

#include <string>

#include "layout/markers.hpp"
#include "text/code_points.hpp"
#include "text/utf8.hpp"

namespace handvest::layout {
namespace {

constexpr std::size_t kSentence = 60;  // code points of a line that is no name or heading

bool closes(char32_t c) {
  switch (c) {
    case ')':
    case ']':
    case '"':
    case '\'':
    case '*':
    case 0x2019:
    case 0x201D:
    case 0xBB:
      return true;
    default:
      return false;
  }
}

bool opens(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case '*':
    case '(':
    case '[':
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0xAB:
      return true;
    default:
      return false;
  }
}

bool raised(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

std::string_view without_closers(std::string_view text) {
  for (CodePoint c = code_point_before(text, text.size()); c.size > 0;
       c = code_point_before(text, text.size())) {
    if (!closes(c.value) && !raised(c.value) && !is_blank(c.value)) break;
    text.remove_suffix(c.size);
  }
  return text;
}

// The last word in lower case; empty when it is longer than `longest`.
std::string last_word(std::string_view text, std::size_t longest) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const CodePoint c = code_point_before(text, begin);
    if (is_blank(c.value) || c.value == '(' || c.value == '/') break;
    begin -= c.size;
    if (text.size() - begin > longest) return {};
  }
  std::string word(text.substr(begin));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

bool letter_before_hyphen(std::string_view text) {
  text.remove_suffix(code_point_before(text, text.size()).size);
  return is_letter(code_point_before(text, text.size()).value);
}

Ending ending_of_word(std::string_view text, const LastWords& words) {
  switch (words.kind_of(last_word(text, words.longest()))) {
    case LastWord::open:
      return Ending::open;
    case LastWord::particle:
      return Ending::particle;
    case LastWord::abbreviation:
      return Ending::abbreviation;
    case LastWord::any:
      break;
  }
  return text.back() == '.' ? Ending::closed : Ending::plain;
}

}  // namespace

Ending ending_of(std::string_view text, const LayoutRules& rules) {
  text = without_closers(text);
  if (text.empty()) return Ending::closed;
  switch (code_point_before(text, text.size()).value) {
    case '!':
    case '?':
    case ';':
    case 0x2026:
      return Ending::closed;
    case ':':
      return Ending::colon;
    case ',':
      return Ending::comma;
    case '-':
    case 0xAD:
    case 0x2010:
      return letter_before_hyphen(text) ? Ending::hyphen : Ending::plain;
    default:
      return ending_of_word(text, rules.last_words);
  }
}

Beginning beginning_of(std::string_view text) {
  bool bracket = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (!opens(c.value)) {
      if (is_lower(c.value)) return Beginning::lower;
      if (bracket) return Beginning::bracket;
      if (is_upper(c.value)) return Beginning::upper;
      if (is_digit(c.value)) return Beginning::figure;
      return c.value == 0x20AC || c.value == '$' ? Beginning::amount : Beginning::other;
    }
    bracket |= c.value == '(' || c.value == '[';
    i += c.size;
  }
  return Beginning::other;
}

bool is_address(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  const bool begins =
      text.starts_with("www.") || text.starts_with("http://") || text.starts_with("https://");
  return begins && text.size() <= kLongest && text.find_first_of(" \t") == std::string_view::npos;
}

std::size_t length_up_to(std::string_view text, std::size_t limit) {
  constexpr std::size_t kWidestCharacter = 4;  // bytes
  if (text.size() >= kWidestCharacter * limit) return limit;
  std::size_t count = count_code_points(text.substr(0, limit));
  for (std::size_t i = limit; i < text.size() && count < limit; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

bool halves_of_one_sentence(std::string_view before, std::string_view after,
                            const LayoutRules& rules) {
  if (beginning_of(after) != Beginning::lower) return false;
  if (length_up_to(before, kSentence) < kSentence) return false;
  const Ending ending = ending_of(before, rules);
  if (ending == Ending::closed || ending == Ending::colon || ending == Ending::abbreviation) {
    return false;
  }
  return marker_of(after, rules).kind == MarkerKind::none;
}

}  // namespace handvest::layout
