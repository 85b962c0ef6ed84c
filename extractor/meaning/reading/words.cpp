#include "meaning/reading/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

constexpr std::uint8_t kForeign = 0x80;  // stands for every byte beyond ASCII

// For each byte of a word what it is hashed as; 0 for what parts words.
constexpr std::array<std::uint8_t, 256> bytes_of_words() {
  std::array<std::uint8_t, 256> bytes{};
  for (std::uint8_t c = '0'; c <= '9'; ++c) bytes[c] = c;
  for (std::uint8_t c = 'a'; c <= 'z'; ++c) bytes[c] = bytes[c - 'a' + 'A'] = c;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) bytes[c] = kForeign;
  return bytes;
}

constexpr std::array<std::uint8_t, 256> kBytes = bytes_of_words();

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return kBytes[static_cast<unsigned char>(text[at])];
}

// A word's hash as it grows (FNV-1a), and how it was one letter ago and two.
struct GrowingHash {
  WordHash now = 0x811c9dc5U;
  WordHash before = 0;
  WordHash before_that = 0;

  void add(std::uint8_t byte) {
    before_that = before;
    before = now;
    now = (now ^ byte) * 0x01000193U;
  }
};

// Without the ending -s, -n, -e, -es or -en; the word stands before `end` of the text.
WordHash stem_of(const GrowingHash& hash, std::string_view text, std::size_t end) {
  const std::uint8_t last = byte_at(text, end - 1);
  if (last == 'e') return hash.before;
  if (last != 's' && last != 'n') return hash.now;
  return byte_at(text, end - 2) == 'e' ? hash.before_that : hash.before;
}

// The word that stands at `begin`.
struct Token {
  HashedWord word;
  std::size_t end;
  bool foreign;  // not of ASCII alone: the hashes are not yet those of what fold() makes of it
};

Token read_token(std::string_view text, std::size_t begin) {
  GrowingHash hash;
  std::uint8_t seen = 0;
  std::size_t end = begin;
  for (; end < text.size(); ++end) {
    const std::uint8_t byte = byte_at(text, end);
    if (byte == 0) break;
    seen |= byte;
    hash.add(byte);
  }
  const bool is_long = end - begin >= HashedWord::kLong;
  const bool figure = text[begin] >= '0' && text[begin] <= '9';
  const WordHash stem = is_long ? stem_of(hash, text, end) : 0;
  return {{hash.now, stem, figure, is_long}, end, (seen & kForeign) != 0};
}

// 'coördinatie', '40–60', '€'
void add_folded(std::string_view token, std::vector<HashedWord>& words) {
  const std::string folded = fold(token);
  for (std::size_t begin = 0; begin < folded.size();) {
    const Token part = read_token(folded, begin);
    words.push_back(part.word);
    begin = part.end + 1;
  }
}

}  // namespace

void read_words(std::string_view text, std::vector<HashedWord>& words) {
  words.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const Token token = read_token(text, begin);
    if (token.foreign) {
      add_folded(text.substr(begin, token.end - begin), words);
    } else if (token.end > begin) {
      words.push_back(token.word);
    }
    begin = token.end + 1;
  }
}

bool holds_words(const std::vector<HashedWord>& words, const std::vector<HashedWord>& name) {
  if (name.empty()) return false;
  const auto same = [](const HashedWord& a, const HashedWord& b) { return a.hash == b.hash; };
  return std::search(words.begin(), words.end(), name.begin(), name.end(), same) != words.end();
}

std::vector<HashedWord> words_of(std::string_view text) {
  std::vector<HashedWord> words;
  read_words(text, words);
  return words;
}

}  // namespace handvest::meaning
