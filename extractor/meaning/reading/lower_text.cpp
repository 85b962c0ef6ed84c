#include "meaning/reading/lower_text.hpp"

#include <algorithm>
#include <array>

#include "meaning/reading/letters.hpp"
#include "text/fold.hpp"

namespace handvest::meaning {
namespace {

// A block of fixed size, in place and without branches: compilers take all its letters at once.
constexpr std::size_t kBlock = 16;

constexpr Letters kBeyondAscii = 0x8080808080808080U;

char lower(char letter) {
  const auto c = static_cast<unsigned char>(letter);
  const unsigned char low = c | 0x20U;  // digits have this bit
  const bool of_alphabet = static_cast<unsigned char>(low - 'a') < 26;
  const bool digit = static_cast<unsigned char>(c - '0') < 10;
  return static_cast<char>((of_alphabet | digit | (low >= 0x80)) ? low : 0);
}

using Block = std::array<char, kBlock>;

void lower_block(char* block, Block& seen) {
  for (std::size_t i = 0; i < kBlock; ++i) {
    seen[i] = static_cast<char>(seen[i] | block[i]);
    block[i] = lower(block[i]);
  }
}

bool holds_beyond_ascii(const Block& letters) {
  return ((letters_at(letters.data()) | letters_at(letters.data() + kLettersAtOnce)) &
          kBeyondAscii) != 0;
}

// The first byte beyond ASCII at `from` or later, or the end.
std::size_t next_beyond_ascii(std::string_view text, std::size_t from) {
  for (; from + kLettersAtOnce <= text.size(); from += kLettersAtOnce) {
    if ((letters_at(text.data() + from) & kBeyondAscii) != 0) break;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

// 'coördinatie', '40–60', '€': the words that hold such bytes are folded.
std::string with_folded_words(std::string_view text) {
  std::string result;
  std::size_t done = 0;
  for (;;) {
    const std::size_t beyond = next_beyond_ascii(text, done);
    if (beyond == text.size()) break;
    std::size_t begin = beyond;
    while (begin > done && lower(text[begin - 1]) != 0) --begin;
    std::size_t end = beyond;
    while (end < text.size() && lower(text[end]) != 0) ++end;
    result += text.substr(done, begin - done);
    result += fold(text.substr(begin, end - begin));
    done = end;
  }
  return result += text.substr(done);
}

}  // namespace

std::string_view LowerText::of(std::string_view text) {
  const bool ascii = read(text);
  if (ascii) return {lower_.data(), text.size()};
  const std::string folded = with_folded_words(text);
  read(folded);
  return {lower_.data(), folded.size()};
}

// Gives whether the text is ASCII.
bool LowerText::read(std::string_view text) {
  static_assert(kZerosBehind >= kBlock);
  const std::size_t room = text.size() + kZerosBehind;
  if (lower_.size() < room) lower_.resize(room);
  char* const to = lower_.data();
  std::copy(text.begin(), text.end(), to);
  std::fill_n(to + text.size(), kZerosBehind, '\0');
  Block seen{};
  for (std::size_t i = 0; i < text.size(); i += kBlock) lower_block(to + i, seen);
  return !holds_beyond_ascii(seen);
}

}  // namespace handvest::meaning
