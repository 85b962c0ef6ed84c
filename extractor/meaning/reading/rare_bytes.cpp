#include "meaning/reading/rare_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace handvest::meaning {
namespace {

constexpr std::size_t kStep = 16;
using Distances = std::array<unsigned char, kStep>;

// How far a byte is from a rare one; 0 for these. (A compiler has vector instructions for the least
// of numbers, and makes jumps of comparisons.)
unsigned char distance_of(unsigned char byte) {
  constexpr unsigned char kLastControl = 0x1F;
  const auto control = static_cast<unsigned char>(std::max(byte, kLastControl) - kLastControl);
  const auto star = static_cast<unsigned char>(byte ^ '*');
  const auto call = static_cast<unsigned char>(byte ^ '!');
  const auto question = static_cast<unsigned char>(byte ^ '?');
  return std::min(std::min(control, star), std::min(call, question));
}

// Of a known length: made into vector instructions.
inline void take_step(const char* bytes, Distances& least) {
  Distances here;
  for (std::size_t i = 0; i < kStep; ++i) {
    here[i] = distance_of(static_cast<unsigned char>(bytes[i]));
  }
  for (std::size_t i = 0; i < kStep; ++i) least[i] = std::min(least[i], here[i]);
}

bool holds_zero(const Distances& distances) {
  unsigned char least = 0xFF;
  for (const unsigned char distance : distances) least = std::min(least, distance);
  return least == 0;
}

}  // namespace

bool holds_rare_byte(std::string_view text) {
  Distances least;
  least.fill(0xFF);
  if (text.size() < kStep) {
    std::array<char, kStep> filled;
    filled.fill(' ');
    std::copy(text.begin(), text.end(), filled.begin());
    take_step(filled.data(), least);
    return holds_zero(least);
  }
  // The last step begins where it must, and so looks at some bytes again.
  const char* const last = text.data() + text.size() - kStep;
  for (const char* at = text.data(); at < last; at += kStep) take_step(at, least);
  take_step(last, least);
  return holds_zero(least);
}

}  // namespace handvest::meaning
