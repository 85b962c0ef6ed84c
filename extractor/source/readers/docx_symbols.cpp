#include "source/readers/docx_symbols.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace handvest {
namespace {

struct Sign {
  std::string_view font;
  unsigned place;
  std::string_view text;
};

// Those that stand in agreements: signs of comparison, arrows, bullets and boxes.
constexpr std::array kSigns{
    Sign{"Symbol", 0x2D, "−"},    Sign{"Symbol", 0xA2, "′"},    Sign{"Symbol", 0xA3, "≤"},
    Sign{"Symbol", 0xAE, "→"},    Sign{"Symbol", 0xB0, "°"},    Sign{"Symbol", 0xB1, "±"},
    Sign{"Symbol", 0xB2, "″"},    Sign{"Symbol", 0xB3, "≥"},    Sign{"Symbol", 0xB4, "×"},
    Sign{"Symbol", 0xB7, "•"},    Sign{"Symbol", 0xB9, "≠"},    Sign{"Symbol", 0xBB, "≈"},
    Sign{"Symbol", 0xD7, "⋅"},    Sign{"Symbol", 0xDE, "⇒"},    Sign{"Symbol", 0xA0, "€"},
    Sign{"Wingdings", 0x6C, "●"}, Sign{"Wingdings", 0x6E, "■"}, Sign{"Wingdings", 0x6F, "□"},
    Sign{"Wingdings", 0x71, "❑"}, Sign{"Wingdings", 0x76, "❖"}, Sign{"Wingdings", 0x78, "⌧"},
    Sign{"Wingdings", 0x9F, "•"}, Sign{"Wingdings", 0xA7, "▪"}, Sign{"Wingdings", 0xA8, "◻"},
    Sign{"Wingdings", 0xD8, "➢"}, Sign{"Wingdings", 0xE0, "→"}, Sign{"Wingdings", 0xE8, "➔"},
    Sign{"Wingdings", 0xF0, "⇨"}, Sign{"Wingdings", 0xFB, "✗"}, Sign{"Wingdings", 0xFC, "✓"},
    Sign{"Wingdings", 0xFD, "☒"}, Sign{"Wingdings", 0xFE, "☑"},
};

}  // namespace

std::string docx_symbol(std::string_view font, std::string_view code) {
  constexpr unsigned kPrivate = 0xF000;
  unsigned value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  const unsigned place = value >= kPrivate && value < kPrivate + 0x100 ? value - kPrivate : value;
  const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& known) {
    return known.font == font && known.place == place;
  });
  if (sign != kSigns.end()) return std::string(sign->text);
  const bool is_character = value >= 0x20 && value < 0xFFFE && (value < 0xD800 || value > 0xDFFF);
  if (!is_character) return {};
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, value);
  return {bytes.data(), size};
}

}  // namespace handvest
