#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace handvest {
namespace {

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) != 0) return source;
  icu::UnicodeString result = nfkd->normalize(source, status);
  return U_FAILURE(status) != 0 ? source : result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Most text is ASCII, and needs no decomposition.
std::string fold_ascii(std::string_view text, char separator) {
  std::string result;
  bool pending = false;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
      pending = !result.empty();
      continue;
    }
    if (pending) result += separator;
    pending = false;
    result += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string fold_with(std::string_view text, char separator) {
  if (is_ascii(text)) return fold_ascii(text, separator);
  const icu::UnicodeString forms = decomposed(text);
  icu::UnicodeString kept;
  bool pending = false;
  for (int32_t i = 0; i < forms.length(); i = forms.moveIndex32(i, 1)) {
    const UChar32 c = forms.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isalnum(c) == 0) {
      pending = !kept.isEmpty();
      continue;
    }
    if (pending) kept.append(static_cast<UChar>(separator));
    pending = false;
    kept.append(u_tolower(c));
  }
  std::string result;
  kept.toUTF8String(result);
  return result;
}

}  // namespace

std::string fold(std::string_view text) { return fold_with(text, ' '); }
std::string slug(std::string_view text) { return fold_with(text, '-'); }

}  // namespace handvest
