#include "source/pages/words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace handvest::pages {
namespace {

constexpr std::array<std::string_view, 4> hyphens = {"-", "\u00AD", "\u2010", "\u00AC"};

/// Code point that begins at byte `at` of valid UTF-8; moves `at` on to the next.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, at, c);
  return c;
}

std::string_view hyphen_of(std::string_view word) {
  for (const auto hyphen : hyphens)
    if (word.size() > hyphen.size() && word.ends_with(hyphen)) return hyphen;
  return {};
}

/// Lower-case letters, digits and inner hyphens of a word: what vocabularies compare.
std::string folded(std::string_view word) {
  std::string text;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(word, at);
    if (c == '-' || u_isdigit(c)) {
      text.append(word.substr(begin, at - begin));
    } else if (u_isalpha(c)) {
      std::array<char, 4> bytes{};
      std::int32_t length = 0;
      U8_APPEND_UNSAFE(bytes.data(), length, u_tolower(c));
      text.append(bytes.data(), static_cast<std::size_t>(length));
    }
  }
  return text;
}

/// Whether the last letter is a capital: 'IPSV-gelden' keeps its hyphen.
bool ends_with_capital(std::string_view word) {
  bool capital = false;
  for (std::size_t at = 0; at < word.size();) capital = u_isupper(next_code_point(word, at));
  return capital;
}

/// 'en/' and 'of' are one word.
bool ends_with_slash(std::string_view word) {
  return word.size() > 1 && word.back() == '/' && !folded(word).empty();
}

bool ends_with_consonant(const std::string& folded_word) {
  return !folded_word.empty() &&
         std::string_view("bcdfghjklmnpqrstvwxz").find(folded_word.back()) !=
             std::string_view::npos;
}

/// 'spel-' and 'en': no syllable takes its vowel to the next line without the consonant before it,
/// so the word there is a word, and the hyphen stands for what follows it.
bool is_conjunction_behind(const std::string& left, std::string_view word) {
  return (word == "en" || word == "of") && ends_with_consonant(left);
}

std::size_t letters(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_code_point(word, at);
    count += u_isalpha(c) ? 1U : 0U;
  }
  return count;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  bool blank = false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      blank = true;
      continue;
    }
    if (c >= 0 && u_iscntrl(c) && c != 0xAD) continue;
    if (blank && !clean.empty()) clean += ' ';
    blank = false;
    clean.append(c < 0 ? std::string_view("\uFFFD") : text.substr(begin, at - begin));
  }
  return clean;
}

bool is_bullet(std::string_view word) {
  static constexpr std::array<std::string_view, 12> bullets = {
      "•", "▪", "■", "●", "◦", "‣", "·", "□", "○", "\uF0B7", "\uF0A7", "►"};
  return std::find(bullets.begin(), bullets.end(), word) != bullets.end();
}

bool is_list_mark(std::string_view word) {
  if (is_bullet(word) || word == "-" || word == "–" || word == "—" || word == "*") return true;
  if (word.size() < 2 || word.size() > 3) return false;
  const char last = word.back();
  if (last != '.' && last != ')') return false;
  const auto body = word.substr(0, word.size() - 1);
  const bool digits =
      std::all_of(body.begin(), body.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits || (body.size() == 1 && body[0] >= 'a' && body[0] <= 'z');
}

bool begins_small(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_code_point(word, at);
    if (u_isalnum(c)) return u_islower(c);
  }
  return false;
}

bool ends_sentence(std::string_view word) {
  return !word.empty() && std::string_view(".:;!?").find(word.back()) != std::string_view::npos;
}

bool ends_with_hyphen(std::string_view word) {
  const auto stem = without_hyphen(word);
  return stem.size() != word.size() && !folded(stem).empty() && stem.back() != '-';
}

std::string_view without_hyphen(std::string_view word) {
  return word.substr(0, word.size() - hyphen_of(word).size());
}

Vocabulary::Vocabulary(const std::vector<PageContent>& pages) {
  const auto add = [this](const Line& line) {
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const bool broken = i + 1 == line.words.size() && ends_with_hyphen(line.words[i].text);
      if (!broken) words_.insert(folded(line.words[i].text));
    }
  };
  for (const PageContent& page : pages) {
    for (const Region& region : page.regions) {
      for (const Line& line : region.lines) add(line);
      for (const Cell& cell : region.cells)
        for (const Line& line : cell.lines) add(line);
    }
  }
}

Joint Vocabulary::joint(const Word& first, const Word& second) const {
  if (first.hyphen == LineEndHyphen::soft) return Joint::none;
  if (first.hyphen == LineEndHyphen::hard) return Joint::hyphen;
  if (ends_with_slash(first.text)) return Joint::hyphen;
  if (!ends_with_hyphen(first.text)) return Joint::blank;
  if (!begins_small(second.text)) return Joint::hyphen;
  if (ends_with_capital(without_hyphen(first.text))) return Joint::hyphen;
  const std::string left = folded(without_hyphen(first.text));
  const std::string right = folded(second.text);
  if (is_conjunction_behind(left, second.text)) return Joint::hyphen_blank;
  if (knows(left + right)) return Joint::none;
  if (knows(left + '-' + right)) return Joint::hyphen;
  if (knows(right) && (knows(left + '-') || letters(second.text) <= 2)) return Joint::hyphen_blank;
  // Two halves that are words by themselves are a compound; syllables are not.
  if (knows(left) && knows(right)) return Joint::hyphen;
  return Joint::none;
}

}  // namespace handvest::pages
