// Counting bytes of a kind, many at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace handvest {

/// How many bytes of `text` `is_counted(unsigned char)` holds for. Goes in steps that fill vector
/// registers, in blocks that a byte can count, so that a compiler makes vector instructions of a
/// test without branches.
template <typename Test>
std::size_t count_bytes(std::string_view text, const Test& is_counted) {
  constexpr std::size_t kStep = 16;
  constexpr std::size_t kBlock = 15 * kStep;
  const auto counted_in = [&](const char* bytes, std::size_t size) {
    unsigned char count = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const bool counted = is_counted(static_cast<unsigned char>(bytes[i]));
      count = static_cast<unsigned char>(count + (counted ? 1 : 0));
    }
    return std::size_t{count};
  };
  std::size_t count = 0;
  for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
    count += counted_in(text.data(), kBlock);
  }
  const std::size_t whole = text.size() / kStep * kStep;
  count += counted_in(text.data(), whole);
  text.remove_prefix(whole);
  if (text.empty()) return count;
  // The rest, filled up to a step.
  std::array<char, kStep> rest{};
  std::memcpy(rest.data(), text.data(), text.size());
  const std::size_t filled = is_counted(0) ? kStep - text.size() : 0;
  return count + counted_in(rest.data(), kStep) - filled;
}

}  // namespace handvest
