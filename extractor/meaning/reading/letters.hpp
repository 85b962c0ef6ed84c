// Letters read many at a time. Private to meaning.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace handvest::meaning {

/// Bytes in the order of the text, from the lowest on.
using Letters = std::uint64_t;

constexpr std::size_t kLettersAtOnce = sizeof(Letters);

inline Letters letters_at(const char* at) {
  Letters letters = 0;
  std::memcpy(&letters, at, sizeof letters);
  if constexpr (std::endian::native == std::endian::big) letters = __builtin_bswap64(letters);
  return letters;
}

}  // namespace handvest::meaning
