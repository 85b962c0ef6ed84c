#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace handvest {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// By ASCII byte: the letter in lower case or the digit, 0 for all others.
constexpr std::array<char, 128> folded() {
  std::array<char, 128> folded{};
  for (std::size_t c = '0'; c <= '9'; ++c) folded[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    folded[c] = folded[c - 'a' + 'A'] = static_cast<char>(c);
  }
  return folded;
}

constexpr std::array<char, 128> kFolded = folded();

// The letters of Latin-1 that are one of ASCII with a diacritic, from U+00C0 on: nearly all that
// Dutch has beyond ASCII. ' ' for the others.
constexpr char32_t kFirstLatin = 0xC0;
constexpr std::string_view kLatin =
    "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

// The letter of ASCII that a code point is folded to; ' ' where the tables of Unicode tell it.
char latin_letter(char32_t c) {
  const bool known = c >= kFirstLatin && c - kFirstLatin < kLatin.size();
  return known ? kLatin[c - kFirstLatin] : ' ';
}

// Collects letters and digits, with one separator for all that stands between them.
class Folder {
 public:
  explicit Folder(char separator) : separator_(separator) {}

  // Most text is ASCII, and needs no tables of Unicode. Adds what stands there of it, or a piece of
  // that, and gives where it ends.
  std::size_t add_ascii(std::string_view text, std::size_t at) {
    constexpr std::size_t kPiece = 64;
    const std::size_t end = at + std::min(kPiece, text.size() - at);
    const std::size_t size = result_.size();
    result_.resize(size + 1 + end - at);  // a separator may go before
    char* const begin = result_.data();
    char* to = begin + size;
    for (; at < end && is_ascii(text[at]); ++at) {
      const char c = kFolded[static_cast<unsigned char>(text[at])];
      if (c == 0) {
        pending_ = to != begin;
        continue;
      }
      if (std::exchange(pending_, false)) *to++ = separator_;
      *to++ = c;
    }
    result_.resize(static_cast<std::size_t>(to - begin));
    return at;
  }

  void add_letter(char letter) {
    separate();
    result_ += letter;
  }

  void add(UChar32 c) {
    if (u_charType(c) == U_NON_SPACING_MARK) return;
    if (u_isalnum(c) == 0) {
      pending_ = !result_.empty();
      return;
    }
    separate();
    icu::UnicodeString(u_tolower(c)).toUTF8String(result_);
  }

  std::string take() { return std::move(result_); }

 private:
  void separate() {
    if (pending_) result_ += separator_;
    pending_ = false;
  }

  char separator_;
  bool pending_ = false;
  std::string result_;
};

// Marks are dropped, so that their order in a decomposition does not matter: one by one will do.
void add_decomposed(UChar32 c, const icu::Normalizer2* nfkd, Folder& folder) {
  icu::UnicodeString parts;
  if (nfkd == nullptr || nfkd->getDecomposition(c, parts) == 0) return folder.add(c);
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    folder.add(parts.char32At(i));
  }
}

std::string fold_with(std::string_view text, char separator) {
  Folder folder(separator);
  const icu::Normalizer2* nfkd = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      at = folder.add_ascii(text, at);
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (const char letter = latin_letter(c.value); letter != ' ') {
      folder.add_letter(letter);
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    if (nfkd == nullptr) nfkd = icu::Normalizer2::getNFKDInstance(status);
    add_decomposed(static_cast<UChar32>(c.value), U_FAILURE(status) != 0 ? nullptr : nfkd, folder);
  }
  return folder.take();
}

}  // namespace

std::string fold(std::string_view text) { return fold_with(text, ' '); }
std::string slug(std::string_view text) { return fold_with(text, '-'); }

}  // namespace handvest
