#include "meaning/reading/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

// Words are read eight letters at a time.
using Letters = std::uint64_t;
constexpr std::size_t kAtOnce = sizeof(Letters);
constexpr Letters kTops = 0x8080808080808080U;
constexpr Letters kOfWord = 0x2020202020202020U;  // the bit that all letters and digits have

// In the order of the text from the lowest byte on.
Letters letters_at(const char* at) {
  Letters letters = 0;
  std::memcpy(&letters, at, kAtOnce);
  if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap64(letters);
  return letters;
}

Letters first(Letters letters, std::size_t count) {
  return letters & ((Letters{1} << (8 * count)) - 1);
}

// A block of fixed size, in place and without branches: compilers take all its letters at once.
constexpr std::size_t kBlock = 16;

void lower_block(char* block) {
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    const unsigned char low = c | 0x20U;  // digits have this bit
    const bool letter = static_cast<unsigned char>(low - 'a') < 26;
    const bool digit = static_cast<unsigned char>(c - '0') < 10;
    const bool of_word = letter | digit | (low >= 0x80);
    block[i] = static_cast<char>(of_word ? low : 0);
  }
}

// Letters in lower case and digits; 0 for what parts words. Bytes beyond ASCII stay beyond it. As
// many zeros follow as are read at once. Gives a view of `lower`, which only grows.
std::string_view write_lower(std::string_view text, std::string& lower) {
  const std::size_t room = (text.size() / kBlock + 2) * kBlock;
  static_assert(kBlock >= kAtOnce);
  if (lower.size() < room) lower.resize(room);
  char* const to = lower.data();
  std::copy(text.begin(), text.end(), to);
  for (std::size_t i = 0; i < text.size(); i += kBlock) lower_block(to + i);
  std::memset(to + text.size(), 0, kAtOnce);
  return {to, text.size()};
}

Letters mixed(Letters hash, Letters letters) {
  hash = (hash ^ letters) * 0xff51afd7ed558ccdU;
  return hash ^ hash >> 32U;
}

constexpr Letters kSeed = 0x9e3779b97f4a7c15U;

WordHash hash_of(const char* word, std::size_t size) {
  Letters hash = kSeed;
  for (; size >= kAtOnce; size -= kAtOnce, word += kAtOnce) hash = mixed(hash, letters_at(word));
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
  bool foreign = false;  // not of ASCII alone: the hash is not yet that of what fold() makes

  // For its stem.
  Letters before = 0;    // hash of the letters before the last ones
  Letters last = 0;      // fewer than are read at once, behind the last of them zeros
  std::size_t rest = 0;  // how many they are
};

Token token_at(const char* begin) {
  Token token;
  token.before = kSeed;
  Letters seen = 0;
  const char* at = begin;
  Letters letters = letters_at(at);
  Letters zeros = 0;
  // The lowest bit that is set stands for the first zero.
  while ((zeros = ~letters & kOfWord) == 0) {
    token.before = mixed(token.before, letters);
    seen |= letters;
    at += kAtOnce;
    letters = letters_at(at);
  }
  token.rest = static_cast<std::size_t>(std::countr_zero(zeros)) / 8;
  token.last = letters & ((zeros & (0 - zeros)) - 1);  // those before the zero
  token.size = static_cast<std::size_t>(at - begin) + token.rest;
  token.foreign = ((seen | token.last) & kTops) != 0;
  token.hash = static_cast<WordHash>(mixed(token.before, token.last));
  return token;
}

// Of a long word that begins there.
WordHash stem_of(const Token& token, const char* begin) {
  const std::size_t ending = Endings::size_before(begin + token.size);
  const WordHash stem =
      ending <= token.rest
          ? static_cast<WordHash>(mixed(token.before, first(token.last, token.rest - ending)))
          : hash_of(begin, token.size - ending);
  return std::max<WordHash>(stem, 1);  // 0 is none
}

}  // namespace

const HashedWords& WordReader::read(std::string_view text) {
  words_.clear();
  add_words(write_lower(text, lower_), text);
  return words_;
}

// Zeros follow behind `lower`. `as_printed` is empty where it was folded.
void WordReader::add_words(std::string_view lower, std::string_view as_printed) {
  const char* const begin = lower.data();
  const char* const end = begin + lower.size();
  for (const char* at = begin; at < end; ++at) {
    if (*at == 0) continue;
    const Token token = token_at(at);
    if (token.foreign && !as_printed.empty()) {
      add_folded(as_printed.substr(static_cast<std::size_t>(at - begin), token.size));
    } else {
      const WordHash in_pairs = *at <= '9' ? 0 : token.hash;
      const bool is_long = token.size >= HashedWord::kLong;
      words_.emplace_back(token.hash, in_pairs, is_long ? stem_of(token, at) : 0);
    }
    at += token.size;
  }
}

// 'coördinatie', '40–60', '€'
void WordReader::add_folded(std::string_view token) {
  std::string lower;
  add_words(write_lower(fold(token), lower), {});
}

HashedWords words_of(std::string_view text) {
  WordReader reader;
  return reader.read(text);
}

bool holds_words(const HashedWords& words, const HashedWords& name) {
  if (name.empty()) return false;
  const auto same = [](const HashedWord& a, const HashedWord& b) { return a.hash == b.hash; };
  return std::search(words.begin(), words.end(), name.begin(), name.end(), same) != words.end();
}

}  // namespace handvest::meaning
