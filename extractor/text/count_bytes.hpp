// Counting bytes of a kind, many at once.
#pragma once

#include <cstddef>
#include <string_view>

namespace handvest {

/// How many bytes of `text` `is_counted(unsigned char)` holds for. Counts in blocks that a byte can
/// count, so that a compiler makes vector instructions of a test without branches.
template <typename Test>
std::size_t count_bytes(std::string_view text, const Test& is_counted) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
    unsigned char in_block = 0;
    for (const char byte : text.substr(begin, kBlock)) {
      const bool counted = is_counted(static_cast<unsigned char>(byte));
      in_block = static_cast<unsigned char>(in_block + (counted ? 1 : 0));
    }
    count += in_block;
  }
  return count;
}

}  // namespace handvest
