#include "meaning/reading/words.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "meaning/reading/letters.hpp"

namespace handvest::meaning {
namespace {

constexpr Letters kOfWord = 0x2020202020202020U;  // the bit that all letters and digits have

Letters first(Letters letters, std::size_t count) {
  return letters & ((Letters{1} << (8 * count)) - 1);
}

Letters mixed(Letters hash, Letters letters) {
  hash = (hash ^ letters) * 0xff51afd7ed558ccdU;
  return hash ^ hash >> 32U;
}

constexpr Letters kSeed = 0x9e3779b97f4a7c15U;

WordHash hash_of(const char* word, std::size_t size) {
  Letters hash = kSeed;
  for (; size >= kLettersAtOnce; size -= kLettersAtOnce, word += kLettersAtOnce)
    hash = mixed(hash, letters_at(word));
  return static_cast<WordHash>(mixed(hash, first(letters_at(word), size)));
}

// The letters of the ending -s, -n, -e, -es or -en. By a table and without branches: which ending a
// word has cannot be foreseen.
class Endings {
 public:
  static std::size_t size_before(const char* end) {
    const unsigned last = kMarks[static_cast<unsigned char>(end[-1])];
    const unsigned before = kMarks[static_cast<unsigned char>(end[-2])];
    return (last & kEnds) + (last / kFollowsE & before / kIsE);
  }

 private:
  enum Mark : std::uint8_t { kEnds = 1, kFollowsE = 2, kIsE = 4 };

  static constexpr std::array<std::uint8_t, 256> marks() {
    std::array<std::uint8_t, 256> marks{};
    marks['e'] = kEnds | kIsE;
    marks['s'] = marks['n'] = kEnds | kFollowsE;
    return marks;
  }
  static const std::array<std::uint8_t, 256> kMarks;
};

constexpr std::array<std::uint8_t, 256> Endings::kMarks = Endings::marks();

// The word that stands up to the next zero.
struct Token {
  WordHash hash = 0;
  std::size_t size = 0;

  // For its stem.
  Letters before = 0;    // hash of the letters before the last ones
  Letters last = 0;      // fewer than are read at once, behind the last of them zeros
  std::size_t rest = 0;  // how many they are
};

Token token_at(const char* begin) {
  Token token;
  token.before = kSeed;
  const char* at = begin;
  Letters letters = letters_at(at);
  Letters zeros = 0;
  // The lowest bit that is set stands for the first zero.
  while ((zeros = ~letters & kOfWord) == 0) {
    token.before = mixed(token.before, letters);
    at += kLettersAtOnce;
    letters = letters_at(at);
  }
  token.rest = static_cast<unsigned>(std::countr_zero(zeros)) / 8;
  token.last = letters & (zeros ^ (zeros - 1));  // up to the zero
  token.size = static_cast<std::size_t>(at - begin) + token.rest;
  token.hash = static_cast<WordHash>(mixed(token.before, token.last));
  return token;
}

// Of a long word that begins there.
WordHash stem_of(const Token& token, const char* begin) {
  const std::size_t ending = Endings::size_before(begin + token.size);
  return ending <= token.rest
             ? static_cast<WordHash>(mixed(token.before, first(token.last, token.rest - ending)))
             : hash_of(begin, token.size - ending);
}

// In lower case letters have a bit that digits have not.
bool is_digit(char lower) { return (lower & 0x40) == 0; }

}  // namespace

WordView WordReader::read(std::string_view text) {
  const std::string_view lower = lower_.of(text);
  const std::size_t most = lower.size() / 2 + 1;
  if (words_.size() < most) words_.resize(most);
  if (stems_.size() < most) stems_.resize(most);
  WordHash* stem = stems_.data();
  HashedWord* word = words_.data();
  const char* const end = lower.data() + lower.size();
  for (const char* at = lower.data(); at < end; ++at) {
    if (*at == 0) continue;
    const Token token = token_at(at);
    word->hash = token.hash;
    word->in_pairs = is_digit(*at) ? 0 : token.hash;
    word->size = static_cast<std::uint32_t>(token.size);
    if (word->is_long()) *stem++ = stem_of(token, at);
    ++word;
    at += token.size;
  }
  stem_count_ = static_cast<std::size_t>(stem - stems_.data());
  return {words_.data(), word};
}

HashedWords words_of(std::string_view text) {
  WordReader reader;
  const WordView words = reader.read(text);
  return {words.begin(), words.end()};
}

bool holds_words(WordView words, WordView name) {
  if (name.empty()) return false;
  const auto same = [](const HashedWord& a, const HashedWord& b) { return a.hash == b.hash; };
  return std::search(words.begin(), words.end(), name.begin(), name.end(), same) != words.end();
}

}  // namespace handvest::meaning
